package dev.weft.woven;

/**
 * Room on the thread's stack, claimed before something that must not be left half done.
 *
 * <p><b>Why.</b> HotSpot throws StackOverflowError where a method is entered: any method, so also
 * one that is called between the taking and the giving back of a short lock, or after a waiter was
 * taken out of a queue and before it is woken. Then the lock would stay taken, the fiber asleep.
 * Nothing can clean up behind it, because that would overflow too. So the error has to come before
 * the first step: whoever begins such a thing claims what all of it needs.
 *
 * <p><b>How.</b> The methods here have many local variables that nobody uses. They are no bytecode
 * at all. The interpreter makes room for them when it enters the method, and throws there. A
 * compiled method tests, when it is entered, for as much room as the interpreter's frames of
 * everything that was inlined in it would take, should it have to go on in the interpreter; frames
 * count that can be in the way of that, hence the call that is never made. So a claim that is
 * inlined costs one more store for each page, and a look at a static field. Only what exceeds a
 * page counts in compiled methods: a claim of less than that would be none.
 *
 * <p><b>Rules.</b> A claim holds for what is called after it, from the same method or from what
 * that calls, until it returns. Each claim within another has its own size, from where it is made:
 * so what runs within one either claims nothing (methods named <i>within</i>), or less by a good
 * measure. And no method that is called with a lock held may contain a claim that is inlined, even
 * if it is not reached: it would be made when that method is entered.
 *
 * <p><b>Sizes.</b> Where they come from, and what they cost: docs/design/scheduler.md. On virtual
 * machines other than HotSpot a claim may be nothing more than a call.
 */
public final class StackReserve {
    private static boolean never;

    private StackReserve() {}

    /**
     * Claims 8 KB: for an operation under one lock, and for handing over what it found to a waiter.
     *
     * @throws StackOverflowError when there is less
     */
    @SuppressWarnings("unused")
    public static void claim() {
        long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a0a, a0b, a0c, a0d, a0e, a0f;
        long a0g, a0h, a0i, a0j, a0k, a0l, a0m, a0n, a0o, a0p, a0q, a0r, a0s, a0t, a0u, a0v;
        long a0w, a0x, a0y, a0z, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a1a, a1b;
        long a1c, a1d, a1e, a1f, a1g, a1h, a1i, a1j, a1k, a1l, a1m, a1n, a1o, a1p, a1q, a1r;
        long a1s, a1t, a1u, a1v, a1w, a1x, a1y, a1z, a20, a21, a22, a23, a24, a25, a26, a27;
        long a28, a29, a2a, a2b, a2c, a2d, a2e, a2f, a2g, a2h, a2i, a2j, a2k, a2l, a2m, a2n;
        long a2o, a2p, a2q, a2r, a2s, a2t, a2u, a2v, a2w, a2x, a2y, a2z, a30, a31, a32, a33;
        long a34, a35, a36, a37, a38, a39, a3a, a3b, a3c, a3d, a3e, a3f, a3g, a3h, a3i, a3j;
        long a3k, a3l, a3m, a3n, a3o, a3p, a3q, a3r, a3s, a3t, a3u, a3v, a3w, a3x, a3y, a3z;
        long a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a4a, a4b, a4c, a4d, a4e, a4f;
        long a4g, a4h, a4i, a4j, a4k, a4l, a4m, a4n, a4o, a4p, a4q, a4r, a4s, a4t, a4u, a4v;
        long a4w, a4x, a4y, a4z, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a5a, a5b;
        long a5c, a5d, a5e, a5f, a5g, a5h, a5i, a5j, a5k, a5l, a5m, a5n, a5o, a5p, a5q, a5r;
        long a5s, a5t, a5u, a5v, a5w, a5x, a5y, a5z, a60, a61, a62, a63, a64, a65, a66, a67;
        long a68, a69, a6a, a6b, a6c, a6d, a6e, a6f, a6g, a6h, a6i, a6j, a6k, a6l, a6m, a6n;
        long a6o, a6p, a6q, a6r, a6s, a6t, a6u, a6v, a6w, a6x, a6y, a6z, a70, a71, a72, a73;
        long a74, a75, a76, a77, a78, a79, a7a, a7b, a7c, a7d, a7e, a7f, a7g, a7h, a7i, a7j;
        long a7k, a7l, a7m, a7n, a7o, a7p, a7q, a7r, a7s, a7t, a7u, a7v, a7w, a7x, a7y, a7z;
        long a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a8a, a8b, a8c, a8d, a8e, a8f;
        long a8g, a8h, a8i, a8j, a8k, a8l, a8m, a8n, a8o, a8p, a8q, a8r, a8s, a8t, a8u, a8v;
        long a8w, a8x, a8y, a8z, a90, a91, a92, a93, a94, a95, a96, a97, a98, a99, a9a, a9b;
        long a9c, a9d, a9e, a9f, a9g, a9h, a9i, a9j, a9k, a9l, a9m, a9n, a9o, a9p, a9q, a9r;
        long a9s, a9t, a9u, a9v, a9w, a9x, a9y, a9z, aa0, aa1, aa2, aa3, aa4, aa5, aa6, aa7;
        long aa8, aa9, aaa, aab, aac, aad, aae, aaf, aag, aah, aai, aaj, aak, aal, aam, aan;
        long aao, aap, aaq, aar, aas, aat, aau, aav, aaw, aax, aay, aaz, ab0, ab1, ab2, ab3;
        long ab4, ab5, ab6, ab7, ab8, ab9, aba, abb, abc, abd, abe, abf, abg, abh, abi, abj;
        long abk, abl, abm, abn, abo, abp, abq, abr, abs, abt, abu, abv, abw, abx, aby, abz;
        long ac0, ac1, ac2, ac3, ac4, ac5, ac6, ac7, ac8, ac9, aca, acb, acc, acd, ace, acf;
        long acg, ach, aci, acj, ack, acl, acm, acn, aco, acp, acq, acr, acs, act, acu, acv;
        long acw, acx, acy, acz, ad0, ad1, ad2, ad3, ad4, ad5, ad6, ad7, ad8, ad9, ada, adb;
        long adc, add, ade, adf, adg, adh, adi, adj, adk, adl, adm, adn, ado, adp, adq, adr;
        long ads, adt, adu, adv, adw, adx, ady, adz, ae0, ae1, ae2, ae3, ae4, ae5, ae6, ae7;
        if (never) {
            unreachable();
        }
    }

    /**
     * Claims 16 KB: for what calls something that {@linkplain #claim() claims} itself, and for what
     * is to be given back later, which must not fail where taking it succeeded.
     *
     * @throws StackOverflowError when there is less
     */
    @SuppressWarnings("unused")
    public static void claimTwice() {
        long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a0a, a0b, a0c, a0d, a0e, a0f;
        long a0g, a0h, a0i, a0j, a0k, a0l, a0m, a0n, a0o, a0p, a0q, a0r, a0s, a0t, a0u, a0v;
        long a0w, a0x, a0y, a0z, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a1a, a1b;
        long a1c, a1d, a1e, a1f, a1g, a1h, a1i, a1j, a1k, a1l, a1m, a1n, a1o, a1p, a1q, a1r;
        long a1s, a1t, a1u, a1v, a1w, a1x, a1y, a1z, a20, a21, a22, a23, a24, a25, a26, a27;
        long a28, a29, a2a, a2b, a2c, a2d, a2e, a2f, a2g, a2h, a2i, a2j, a2k, a2l, a2m, a2n;
        long a2o, a2p, a2q, a2r, a2s, a2t, a2u, a2v, a2w, a2x, a2y, a2z, a30, a31, a32, a33;
        long a34, a35, a36, a37, a38, a39, a3a, a3b, a3c, a3d, a3e, a3f, a3g, a3h, a3i, a3j;
        long a3k, a3l, a3m, a3n, a3o, a3p, a3q, a3r, a3s, a3t, a3u, a3v, a3w, a3x, a3y, a3z;
        long a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a4a, a4b, a4c, a4d, a4e, a4f;
        long a4g, a4h, a4i, a4j, a4k, a4l, a4m, a4n, a4o, a4p, a4q, a4r, a4s, a4t, a4u, a4v;
        long a4w, a4x, a4y, a4z, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a5a, a5b;
        long a5c, a5d, a5e, a5f, a5g, a5h, a5i, a5j, a5k, a5l, a5m, a5n, a5o, a5p, a5q, a5r;
        long a5s, a5t, a5u, a5v, a5w, a5x, a5y, a5z, a60, a61, a62, a63, a64, a65, a66, a67;
        long a68, a69, a6a, a6b, a6c, a6d, a6e, a6f, a6g, a6h, a6i, a6j, a6k, a6l, a6m, a6n;
        long a6o, a6p, a6q, a6r, a6s, a6t, a6u, a6v, a6w, a6x, a6y, a6z, a70, a71, a72, a73;
        long a74, a75, a76, a77, a78, a79, a7a, a7b, a7c, a7d, a7e, a7f, a7g, a7h, a7i, a7j;
        long a7k, a7l, a7m, a7n, a7o, a7p, a7q, a7r, a7s, a7t, a7u, a7v, a7w, a7x, a7y, a7z;
        long a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a8a, a8b, a8c, a8d, a8e, a8f;
        long a8g, a8h, a8i, a8j, a8k, a8l, a8m, a8n, a8o, a8p, a8q, a8r, a8s, a8t, a8u, a8v;
        long a8w, a8x, a8y, a8z, a90, a91, a92, a93, a94, a95, a96, a97, a98, a99, a9a, a9b;
        long a9c, a9d, a9e, a9f, a9g, a9h, a9i, a9j, a9k, a9l, a9m, a9n, a9o, a9p, a9q, a9r;
        long a9s, a9t, a9u, a9v, a9w, a9x, a9y, a9z, aa0, aa1, aa2, aa3, aa4, aa5, aa6, aa7;
        long aa8, aa9, aaa, aab, aac, aad, aae, aaf, aag, aah, aai, aaj, aak, aal, aam, aan;
        long aao, aap, aaq, aar, aas, aat, aau, aav, aaw, aax, aay, aaz, ab0, ab1, ab2, ab3;
        long ab4, ab5, ab6, ab7, ab8, ab9, aba, abb, abc, abd, abe, abf, abg, abh, abi, abj;
        long abk, abl, abm, abn, abo, abp, abq, abr, abs, abt, abu, abv, abw, abx, aby, abz;
        long ac0, ac1, ac2, ac3, ac4, ac5, ac6, ac7, ac8, ac9, aca, acb, acc, acd, ace, acf;
        long acg, ach, aci, acj, ack, acl, acm, acn, aco, acp, acq, acr, acs, act, acu, acv;
        long acw, acx, acy, acz, ad0, ad1, ad2, ad3, ad4, ad5, ad6, ad7, ad8, ad9, ada, adb;
        long adc, add, ade, adf, adg, adh, adi, adj, adk, adl, adm, adn, ado, adp, adq, adr;
        long ads, adt, adu, adv, adw, adx, ady, adz, ae0, ae1, ae2, ae3, ae4, ae5, ae6, ae7;
        long ae8, ae9, aea, aeb, aec, aed, aee, aef, aeg, aeh, aei, aej, aek, ael, aem, aen;
        long aeo, aep, aeq, aer, aes, aet, aeu, aev, aew, aex, aey, aez, af0, af1, af2, af3;
        long af4, af5, af6, af7, af8, af9, afa, afb, afc, afd, afe, aff, afg, afh, afi, afj;
        long afk, afl, afm, afn, afo, afp, afq, afr, afs, aft, afu, afv, afw, afx, afy, afz;
        long ag0, ag1, ag2, ag3, ag4, ag5, ag6, ag7, ag8, ag9, aga, agb, agc, agd, age, agf;
        long agg, agh, agi, agj, agk, agl, agm, agn, ago, agp, agq, agr, ags, agt, agu, agv;
        long agw, agx, agy, agz, ah0, ah1, ah2, ah3, ah4, ah5, ah6, ah7, ah8, ah9, aha, ahb;
        long ahc, ahd, ahe, ahf, ahg, ahh, ahi, ahj, ahk, ahl, ahm, ahn, aho, ahp, ahq, ahr;
        long ahs, aht, ahu, ahv, ahw, ahx, ahy, ahz, ai0, ai1, ai2, ai3, ai4, ai5, ai6, ai7;
        long ai8, ai9, aia, aib, aic, aid, aie, aif, aig, aih, aii, aij, aik, ail, aim, ain;
        long aio, aip, aiq, air, ais, ait, aiu, aiv, aiw, aix, aiy, aiz, aj0, aj1, aj2, aj3;
        long aj4, aj5, aj6, aj7, aj8, aj9, aja, ajb, ajc, ajd, aje, ajf, ajg, ajh, aji, ajj;
        long ajk, ajl, ajm, ajn, ajo, ajp, ajq, ajr, ajs, ajt, aju, ajv, ajw, ajx, ajy, ajz;
        long ak0, ak1, ak2, ak3, ak4, ak5, ak6, ak7, ak8, ak9, aka, akb, akc, akd, ake, akf;
        long akg, akh, aki, akj, akk, akl, akm, akn, ako, akp, akq, akr, aks, akt, aku, akv;
        long akw, akx, aky, akz, al0, al1, al2, al3, al4, al5, al6, al7, al8, al9, ala, alb;
        long alc, ald, ale, alf, alg, alh, ali, alj, alk, all, alm, aln, alo, alp, alq, alr;
        long als, alt, alu, alv, alw, alx, aly, alz, am0, am1, am2, am3, am4, am5, am6, am7;
        long am8, am9, ama, amb, amc, amd, ame, amf, amg, amh, ami, amj, amk, aml, amm, amn;
        long amo, amp, amq, amr, ams, amt, amu, amv, amw, amx, amy, amz, an0, an1, an2, an3;
        long an4, an5, an6, an7, an8, an9, ana, anb, anc, and, ane, anf, ang, anh, ani, anj;
        long ank, anl, anm, ann, ano, anp, anq, anr, ans, ant, anu, anv, anw, anx, any, anz;
        long ao0, ao1, ao2, ao3, ao4, ao5, ao6, ao7, ao8, ao9, aoa, aob, aoc, aod, aoe, aof;
        long aog, aoh, aoi, aoj, aok, aol, aom, aon, aoo, aop, aoq, aor, aos, aot, aou, aov;
        long aow, aox, aoy, aoz, ap0, ap1, ap2, ap3, ap4, ap5, ap6, ap7, ap8, ap9, apa, apb;
        long apc, apd, ape, apf, apg, aph, api, apj, apk, apl, apm, apn, apo, app, apq, apr;
        long aps, apt, apu, apv, apw, apx, apy, apz, aq0, aq1, aq2, aq3, aq4, aq5, aq6, aq7;
        long aq8, aq9, aqa, aqb, aqc, aqd, aqe, aqf, aqg, aqh, aqi, aqj, aqk, aql, aqm, aqn;
        long aqo, aqp, aqq, aqr, aqs, aqt, aqu, aqv, aqw, aqx, aqy, aqz, ar0, ar1, ar2, ar3;
        long ar4, ar5, ar6, ar7, ar8, ar9, ara, arb, arc, ard, are, arf, arg, arh, ari, arj;
        long ark, arl, arm, arn, aro, arp, arq, arr, ars, art, aru, arv, arw, arx, ary, arz;
        long as0, as1, as2, as3, as4, as5, as6, as7, as8, as9, asa, asb, asc, asd, ase, asf;
        if (never) {
            unreachable();
        }
    }

    /**
     * Claims what a leaf needs that is about to publish a waiter: for a fiber also what saving its
     * frames takes.
     *
     * @param stack the leaf's hidden parameter
     * @throws StackOverflowError when there is less
     */
    public static void claimForWait(Stack stack) {
        if (stack.canSuspend()) {
            claimMost();
        } else {
            claim();
        }
    }

    /**
     * Claims 24 KB: for saving frames of methods that have never waited before, whose resumers are
     * linked then. So long that no compiler inlines it: only who waits pays for it, and it may be
     * called with a lock held.
     *
     * @throws StackOverflowError when there is less
     */
    @SuppressWarnings("unused")
    public static void claimMost() {
        long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a0a, a0b, a0c, a0d, a0e, a0f;
        long a0g, a0h, a0i, a0j, a0k, a0l, a0m, a0n, a0o, a0p, a0q, a0r, a0s, a0t, a0u, a0v;
        long a0w, a0x, a0y, a0z, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a1a, a1b;
        long a1c, a1d, a1e, a1f, a1g, a1h, a1i, a1j, a1k, a1l, a1m, a1n, a1o, a1p, a1q, a1r;
        long a1s, a1t, a1u, a1v, a1w, a1x, a1y, a1z, a20, a21, a22, a23, a24, a25, a26, a27;
        long a28, a29, a2a, a2b, a2c, a2d, a2e, a2f, a2g, a2h, a2i, a2j, a2k, a2l, a2m, a2n;
        long a2o, a2p, a2q, a2r, a2s, a2t, a2u, a2v, a2w, a2x, a2y, a2z, a30, a31, a32, a33;
        long a34, a35, a36, a37, a38, a39, a3a, a3b, a3c, a3d, a3e, a3f, a3g, a3h, a3i, a3j;
        long a3k, a3l, a3m, a3n, a3o, a3p, a3q, a3r, a3s, a3t, a3u, a3v, a3w, a3x, a3y, a3z;
        long a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a4a, a4b, a4c, a4d, a4e, a4f;
        long a4g, a4h, a4i, a4j, a4k, a4l, a4m, a4n, a4o, a4p, a4q, a4r, a4s, a4t, a4u, a4v;
        long a4w, a4x, a4y, a4z, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a5a, a5b;
        long a5c, a5d, a5e, a5f, a5g, a5h, a5i, a5j, a5k, a5l, a5m, a5n, a5o, a5p, a5q, a5r;
        long a5s, a5t, a5u, a5v, a5w, a5x, a5y, a5z, a60, a61, a62, a63, a64, a65, a66, a67;
        long a68, a69, a6a, a6b, a6c, a6d, a6e, a6f, a6g, a6h, a6i, a6j, a6k, a6l, a6m, a6n;
        long a6o, a6p, a6q, a6r, a6s, a6t, a6u, a6v, a6w, a6x, a6y, a6z, a70, a71, a72, a73;
        long a74, a75, a76, a77, a78, a79, a7a, a7b, a7c, a7d, a7e, a7f, a7g, a7h, a7i, a7j;
        long a7k, a7l, a7m, a7n, a7o, a7p, a7q, a7r, a7s, a7t, a7u, a7v, a7w, a7x, a7y, a7z;
        long a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a8a, a8b, a8c, a8d, a8e, a8f;
        long a8g, a8h, a8i, a8j, a8k, a8l, a8m, a8n, a8o, a8p, a8q, a8r, a8s, a8t, a8u, a8v;
        long a8w, a8x, a8y, a8z, a90, a91, a92, a93, a94, a95, a96, a97, a98, a99, a9a, a9b;
        long a9c, a9d, a9e, a9f, a9g, a9h, a9i, a9j, a9k, a9l, a9m, a9n, a9o, a9p, a9q, a9r;
        long a9s, a9t, a9u, a9v, a9w, a9x, a9y, a9z, aa0, aa1, aa2, aa3, aa4, aa5, aa6, aa7;
        long aa8, aa9, aaa, aab, aac, aad, aae, aaf, aag, aah, aai, aaj, aak, aal, aam, aan;
        long aao, aap, aaq, aar, aas, aat, aau, aav, aaw, aax, aay, aaz, ab0, ab1, ab2, ab3;
        long ab4, ab5, ab6, ab7, ab8, ab9, aba, abb, abc, abd, abe, abf, abg, abh, abi, abj;
        long abk, abl, abm, abn, abo, abp, abq, abr, abs, abt, abu, abv, abw, abx, aby, abz;
        long ac0, ac1, ac2, ac3, ac4, ac5, ac6, ac7, ac8, ac9, aca, acb, acc, acd, ace, acf;
        long acg, ach, aci, acj, ack, acl, acm, acn, aco, acp, acq, acr, acs, act, acu, acv;
        long acw, acx, acy, acz, ad0, ad1, ad2, ad3, ad4, ad5, ad6, ad7, ad8, ad9, ada, adb;
        long adc, add, ade, adf, adg, adh, adi, adj, adk, adl, adm, adn, ado, adp, adq, adr;
        long ads, adt, adu, adv, adw, adx, ady, adz, ae0, ae1, ae2, ae3, ae4, ae5, ae6, ae7;
        long ae8, ae9, aea, aeb, aec, aed, aee, aef, aeg, aeh, aei, aej, aek, ael, aem, aen;
        long aeo, aep, aeq, aer, aes, aet, aeu, aev, aew, aex, aey, aez, af0, af1, af2, af3;
        long af4, af5, af6, af7, af8, af9, afa, afb, afc, afd, afe, aff, afg, afh, afi, afj;
        long afk, afl, afm, afn, afo, afp, afq, afr, afs, aft, afu, afv, afw, afx, afy, afz;
        long ag0, ag1, ag2, ag3, ag4, ag5, ag6, ag7, ag8, ag9, aga, agb, agc, agd, age, agf;
        long agg, agh, agi, agj, agk, agl, agm, agn, ago, agp, agq, agr, ags, agt, agu, agv;
        long agw, agx, agy, agz, ah0, ah1, ah2, ah3, ah4, ah5, ah6, ah7, ah8, ah9, aha, ahb;
        long ahc, ahd, ahe, ahf, ahg, ahh, ahi, ahj, ahk, ahl, ahm, ahn, aho, ahp, ahq, ahr;
        long ahs, aht, ahu, ahv, ahw, ahx, ahy, ahz, ai0, ai1, ai2, ai3, ai4, ai5, ai6, ai7;
        long ai8, ai9, aia, aib, aic, aid, aie, aif, aig, aih, aii, aij, aik, ail, aim, ain;
        long aio, aip, aiq, air, ais, ait, aiu, aiv, aiw, aix, aiy, aiz, aj0, aj1, aj2, aj3;
        long aj4, aj5, aj6, aj7, aj8, aj9, aja, ajb, ajc, ajd, aje, ajf, ajg, ajh, aji, ajj;
        long ajk, ajl, ajm, ajn, ajo, ajp, ajq, ajr, ajs, ajt, aju, ajv, ajw, ajx, ajy, ajz;
        long ak0, ak1, ak2, ak3, ak4, ak5, ak6, ak7, ak8, ak9, aka, akb, akc, akd, ake, akf;
        long akg, akh, aki, akj, akk, akl, akm, akn, ako, akp, akq, akr, aks, akt, aku, akv;
        long akw, akx, aky, akz, al0, al1, al2, al3, al4, al5, al6, al7, al8, al9, ala, alb;
        long alc, ald, ale, alf, alg, alh, ali, alj, alk, all, alm, aln, alo, alp, alq, alr;
        long als, alt, alu, alv, alw, alx, aly, alz, am0, am1, am2, am3, am4, am5, am6, am7;
        long am8, am9, ama, amb, amc, amd, ame, amf, amg, amh, ami, amj, amk, aml, amm, amn;
        long amo, amp, amq, amr, ams, amt, amu, amv, amw, amx, amy, amz, an0, an1, an2, an3;
        long an4, an5, an6, an7, an8, an9, ana, anb, anc, and, ane, anf, ang, anh, ani, anj;
        long ank, anl, anm, ann, ano, anp, anq, anr, ans, ant, anu, anv, anw, anx, any, anz;
        long ao0, ao1, ao2, ao3, ao4, ao5, ao6, ao7, ao8, ao9, aoa, aob, aoc, aod, aoe, aof;
        long aog, aoh, aoi, aoj, aok, aol, aom, aon, aoo, aop, aoq, aor, aos, aot, aou, aov;
        long aow, aox, aoy, aoz, ap0, ap1, ap2, ap3, ap4, ap5, ap6, ap7, ap8, ap9, apa, apb;
        long apc, apd, ape, apf, apg, aph, api, apj, apk, apl, apm, apn, apo, app, apq, apr;
        long aps, apt, apu, apv, apw, apx, apy, apz, aq0, aq1, aq2, aq3, aq4, aq5, aq6, aq7;
        long aq8, aq9, aqa, aqb, aqc, aqd, aqe, aqf, aqg, aqh, aqi, aqj, aqk, aql, aqm, aqn;
        long aqo, aqp, aqq, aqr, aqs, aqt, aqu, aqv, aqw, aqx, aqy, aqz, ar0, ar1, ar2, ar3;
        long ar4, ar5, ar6, ar7, ar8, ar9, ara, arb, arc, ard, are, arf, arg, arh, ari, arj;
        long ark, arl, arm, arn, aro, arp, arq, arr, ars, art, aru, arv, arw, arx, ary, arz;
        long as0, as1, as2, as3, as4, as5, as6, as7, as8, as9, asa, asb, asc, asd, ase, asf;
        long asg, ash, asi, asj, ask, asl, asm, asn, aso, asp, asq, asr, ass, ast, asu, asv;
        long asw, asx, asy, asz, at0, at1, at2, at3, at4, at5, at6, at7, at8, at9, ata, atb;
        long atc, atd, ate, atf, atg, ath, ati, atj, atk, atl, atm, atn, ato, atp, atq, atr;
        long ats, att, atu, atv, atw, atx, aty, atz, au0, au1, au2, au3, au4, au5, au6, au7;
        long au8, au9, aua, aub, auc, aud, aue, auf, aug, auh, aui, auj, auk, aul, aum, aun;
        long auo, aup, auq, aur, aus, aut, auu, auv, auw, aux, auy, auz, av0, av1, av2, av3;
        long av4, av5, av6, av7, av8, av9, ava, avb, avc, avd, ave, avf, avg, avh, avi, avj;
        long avk, avl, avm, avn, avo, avp, avq, avr, avs, avt, avu, avv, avw, avx, avy, avz;
        long aw0, aw1, aw2, aw3, aw4, aw5, aw6, aw7, aw8, aw9, awa, awb, awc, awd, awe, awf;
        long awg, awh, awi, awj, awk, awl, awm, awn, awo, awp, awq, awr, aws, awt, awu, awv;
        long aww, awx, awy, awz, ax0, ax1, ax2, ax3, ax4, ax5, ax6, ax7, ax8, ax9, axa, axb;
        long axc, axd, axe, axf, axg, axh, axi, axj, axk, axl, axm, axn, axo, axp, axq, axr;
        long axs, axt, axu, axv, axw, axx, axy, axz, ay0, ay1, ay2, ay3, ay4, ay5, ay6, ay7;
        long ay8, ay9, aya, ayb, ayc, ayd, aye, ayf, ayg, ayh, ayi, ayj, ayk, ayl, aym, ayn;
        long ayo, ayp, ayq, ayr, ays, ayt, ayu, ayv, ayw, ayx, ayy, ayz, az0, az1, az2, az3;
        long az4, az5, az6, az7, az8, az9, aza, azb, azc, azd, aze, azf, azg, azh, azi, azj;
        long azk, azl, azm, azn, azo, azp, azq, azr, azs, azt, azu, azv, azw, azx, azy, azz;
        long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b0a, b0b, b0c, b0d, b0e, b0f;
        long b0g, b0h, b0i, b0j, b0k, b0l, b0m, b0n, b0o, b0p, b0q, b0r, b0s, b0t, b0u, b0v;
        long b0w, b0x, b0y, b0z, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b1a, b1b;
        long b1c, b1d, b1e, b1f, b1g, b1h, b1i, b1j, b1k, b1l, b1m, b1n, b1o, b1p, b1q, b1r;
        long b1s, b1t, b1u, b1v, b1w, b1x, b1y, b1z, b20, b21, b22, b23, b24, b25, b26, b27;
        long b28, b29, b2a, b2b, b2c, b2d, b2e, b2f, b2g, b2h, b2i, b2j, b2k, b2l, b2m, b2n;
        long b2o, b2p, b2q, b2r, b2s, b2t, b2u, b2v, b2w, b2x, b2y, b2z, b30, b31, b32, b33;
        long b34, b35, b36, b37, b38, b39, b3a, b3b, b3c, b3d, b3e, b3f, b3g, b3h, b3i, b3j;
        long b3k, b3l, b3m, b3n, b3o, b3p, b3q, b3r, b3s, b3t, b3u, b3v, b3w, b3x, b3y, b3z;
        long b40, b41, b42, b43, b44, b45, b46, b47, b48, b49, b4a, b4b, b4c, b4d, b4e, b4f;
        long b4g, b4h, b4i, b4j, b4k, b4l, b4m, b4n, b4o, b4p, b4q, b4r, b4s, b4t, b4u, b4v;
        long b4w, b4x, b4y, b4z, b50, b51, b52, b53, b54, b55, b56, b57, b58, b59, b5a, b5b;
        long b5c, b5d, b5e, b5f, b5g, b5h, b5i, b5j, b5k, b5l, b5m, b5n, b5o, b5p, b5q, b5r;
        long b5s, b5t, b5u, b5v, b5w, b5x, b5y, b5z, b60, b61, b62, b63, b64, b65, b66, b67;
        long b68, b69, b6a, b6b, b6c, b6d, b6e, b6f, b6g, b6h, b6i, b6j, b6k, b6l, b6m, b6n;
        if (never) {
            unreachable(
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6,
                    7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3,
                    4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0,
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5);
        }
    }

    private static void unreachable(int... bulk) {
        throw new AssertionError(bulk.length);
    }
}
