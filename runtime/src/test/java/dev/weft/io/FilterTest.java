package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link WrapperTest}, for streams that compress, push back, chain and count lines. */
@Timeout(120)
class FilterTest {
    /** What is wrapped, and called. */
    enum Kind {
        INFLATER(FilterTest::inflater),
        GZIP(FilterTest::gzip),
        ZIP(ArchiveRounds::zip),
        JAR(ArchiveRounds::jar),
        CIPHER(ArchiveRounds::cipher),
        CIPHER_OUTPUT(ArchiveRounds::cipherOutput),
        SUMS(ArchiveRounds::sums),
        CONTENTS(ArchiveRounds::contents),
        TOKENIZER(TokenRounds::tokens),
        DEFLATER_OUTPUT(FilterTest::deflaterOutput),
        PUSHBACK(FilterTest::pushback),
        SEQUENCE(FilterTest::sequence),
        LINE_NUMBER(FilterTest::lineNumber);

        private final WrapperTest.Round round;

        Kind(WrapperTest.Round round) {
            this.round = round;
        }

        @Suspendable
        List<String> run(Wrappers wrappers, Random random) throws Exception {
            return round.run(wrappers, random);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void behavesAsTheJdks(Kind kind) throws Exception {
        for (int i = 0; i < WrapperTest.ROUNDS; i++) {
            compare(kind, WrapperTest.SEED + i);
        }
    }

    /** The JVM describes a null in the code that meets it: the JDK's single read, not the other. */
    @Test
    void aReadAfterTheCiphersFailureSaysWhatTheJdksSays() throws Exception {
        compare(Kind.CIPHER, 1431);
    }

    private static void compare(Kind kind, long seed) throws Exception {
        List<String> expected = kind.run(new UnwovenBodies(), new Random(seed));
        List<String> own =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> kind.run(new WovenBodies(), new Random(seed)));
        WrapperTest.same(expected, own, kind + " seed " + seed);
        List<String> pinned = kind.run(new WovenBodies(), new Random(seed));
        WrapperTest.same(expected, pinned, kind + " on a thread, seed " + seed);
    }

    @Suspendable
    private static List<String> inflater(Wrappers w, Random random) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(all)) {
            out.write(WrapperTest.text(random, random.nextInt(300)).getBytes("UTF-8"));
        }
        Trickle source = WrapperTest.trickle(random, damaged(random, all.toByteArray()));
        InputStream in = w.inflater(source, random.nextInt(3) * 5);
        List<String> log = read(in, random);
        log.add(source.calls());
        return log;
    }

    /** Cut off or changed, now and then. */
    static byte[] damaged(Random random, byte[] bytes) {
        int kind = random.nextInt(8);
        if (kind == 0) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else if (kind == 1) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        } else if (kind == 2) {
            return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(30));
        }
        return bytes;
    }

    @Suspendable
    private static List<String> read(InputStream in, Random random) {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            int n = random.nextInt(20);
            log.add(what + " " + outcome(() -> WrapperTest.input(in, what, n)));
        }
        return log;
    }

    /** Without failures, which would come at other places: a header is read in one piece. */
    @Suspendable
    private static List<String> gzip(Wrappers w, Random random) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int members = 1 + random.nextInt(3); members > 0; members--) {
            all.write(member(random));
        }
        byte[] bytes = damaged(random, all.toByteArray());
        Trickle source = new Trickle(bytes, random.nextLong(), 0);
        int size = random.nextInt(3) * 20;
        List<String> log = new ArrayList<>();
        InputStream[] in = new InputStream[1];
        log.add(
                outcome(
                        () -> {
                            in[0] = w.gzip(source, size);
                            return "made";
                        }));
        if (in[0] != null) {
            log.addAll(read(in[0], random));
        }
        return log;
    }

    /** One with some of the optional parts of a header. */
    private static byte[] member(Random random) throws IOException {
        byte[] content = WrapperTest.text(random, random.nextInt(200)).getBytes("UTF-8");
        int flags = random.nextInt(2) * random.nextInt(32) & 0b11110;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & 4) != 0) {
            int extra = random.nextInt(200);
            out.write(extra);
            out.write(0);
            out.write(WrapperTest.bytes(random, extra));
        }
        for (int text = 8; text <= 16; text += text) {
            if ((flags & text) != 0) {
                out.write("text".repeat(random.nextInt(3)).getBytes("UTF-8"));
                out.write(0);
            }
        }
        if ((flags & 2) != 0) {
            CRC32 header = new CRC32();
            header.update(out.toByteArray());
            little(out, header.getValue(), 2);
        }
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        DeflaterOutputStream compress = new DeflaterOutputStream(out, deflater);
        compress.write(content);
        compress.finish();
        deflater.end();
        CRC32 sum = new CRC32();
        sum.update(content);
        little(out, sum.getValue(), 4);
        little(out, content.length, 4);
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >> 8 * i));
        }
    }

    @Suspendable
    private static List<String> deflaterOutput(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        int size = random.nextInt(3) * 9;
        boolean sync = random.nextBoolean();
        DeflaterOutputStream out =
                random.nextBoolean() ? w.gzip(target, size, sync) : w.deflater(target, size, sync);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int what = random.nextInt(7);
            byte[] some = WrapperTest.bytes(random, random.nextInt(20));
            log.add(what + " " + outcome(() -> compress(out, what, some)) + target.state());
        }
        return log;
    }

    @Suspendable
    private static Object compress(DeflaterOutputStream out, int what, byte[] some)
            throws IOException {
        if (what < 6) {
            return WrapperTest.output(out, what, some);
        }
        if (some.length < 3) {
            out.finish();
        }
        return "finish";
    }

    @Suspendable
    private static List<String> pushback(Wrappers w, Random random) throws Exception {
        Trickle source = WrapperTest.trickle(random, WrapperTest.bytes(random, 150));
        PushbackInputStream in = w.pushback(source, random.nextInt(4) * 3);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(13);
            int n = random.nextInt(20);
            byte[] back = WrapperTest.bytes(random, random.nextInt(5));
            log.add(what + " " + outcome(() -> pushed(in, what, n, back)));
        }
        if (Runtime.version().feature() < 21) { // later ones read all in pieces of other sizes
            log.add(source.calls());
        }
        return log;
    }

    @Suspendable
    private static Object pushed(PushbackInputStream in, int what, int n, byte[] back)
            throws IOException {
        if (what < 10) {
            return WrapperTest.input(in, what, n);
        } else if (what == 10) {
            in.unread(n);
        } else {
            in.unread(back);
        }
        return "unread";
    }

    @Suspendable
    private static List<String> sequence(Wrappers w, Random random) throws Exception {
        List<Trickle> sources = new ArrayList<>();
        List<InputStream> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Trickle source =
                    WrapperTest.trickle(
                            random,
                            WrapperTest.bytes(random, random.nextInt(3) * random.nextInt(60)));
            sources.add(source);
            all.add(source);
        }
        List<String> log = read(w.sequence(all), random);
        if (Runtime.version().feature() < 18) { // later ones skip and transfer in their own way
            sources.forEach(s -> log.add(s.calls()));
        }
        return log;
    }

    @Suspendable
    private static List<String> lineNumber(Wrappers w, Random random) throws Exception {
        byte[] bytes =
                WrapperTest.text(random, random.nextInt(300)).getBytes(StandardCharsets.UTF_8);
        Trickle source = WrapperTest.trickle(random, bytes);
        LineNumberReader in =
                w.lineNumber(w.reader(source, StandardCharsets.UTF_8), random.nextInt(3) * 5);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(11);
            int n = random.nextInt(30);
            String came = outcome(() -> numbered(in, what, n));
            log.add(what + " " + came + " at " + in.getLineNumber());
        }
        return log;
    }

    @Suspendable
    private static Object numbered(LineNumberReader in, int what, int n) throws IOException {
        if (what == 10) {
            in.setLineNumber(n);
            return "set";
        }
        return WrapperTest.chars(in, what, n, true);
    }
}
