package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;

import dev.weft.Suspendable;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.NullCipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Rounds of {@link FilterTest} with streams that unpack and decipher. */
final class ArchiveRounds {
    private ArchiveRounds() {}

    /** Without failures, which would come at other places: more is read in one piece. */
    @Suspendable
    static List<String> zip(Wrappers w, Random random) throws Exception {
        byte[] bytes = FilterTest.damaged(random, archive(random));
        ZipInputStream in = w.zip(new Trickle(bytes, random.nextLong(), 0));
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(14);
            int n = random.nextInt(200);
            log.add(what + " " + outcome(() -> entry(in, what, n)));
        }
        return log;
    }

    /**
     * As {@link #zip}: most with a manifest, at one of its places. Only calls that do not depend on
     * the pieces that come: the manifest is read ahead in one.
     */
    @Suspendable
    static List<String> jar(Wrappers w, Random random) throws Exception {
        byte[] bytes = FilterTest.damaged(random, jarFile(random));
        Trickle source = new Trickle(bytes, random.nextLong(), 0);
        boolean verify = random.nextBoolean();
        List<String> log = new ArrayList<>();
        JarInputStream[] in = new JarInputStream[1];
        log.add(
                outcome(
                        () -> {
                            in[0] = w.jar(source, verify);
                            Manifest manifest = in[0].getManifest();
                            return manifest == null ? null : manifest.getMainAttributes().size();
                        }));
        for (int i = 0; i < 40 && in[0] != null; i++) {
            int what = random.nextInt(15);
            int n = random.nextInt(200);
            log.add(what + " " + outcome(() -> jarEntry(w, in[0], what, n)));
        }
        return log;
    }

    @Suspendable
    private static Object jarEntry(Wrappers w, JarInputStream in, int what, int n)
            throws IOException {
        switch (what) {
            case 0:
                return in.read();
            case 1:
                return in.available();
            case 2:
                return Arrays.hashCode(in.readAllBytes());
            case 3:
                in.closeEntry();
                return "closed";
            case 4:
                return in.skip(n);
            case 5:
                in.close();
                return "all closed";
            default:
                return what < 10 ? Arrays.hashCode(in.readNBytes(n)) : next(w, in, what);
        }
    }

    @Suspendable
    private static Object next(Wrappers w, JarInputStream in, int what) throws IOException {
        ZipEntry entry = what == 12 ? in.getNextEntry() : w.next(in);
        Attributes attributes = entry == null ? null : ((JarEntry) entry).getAttributes();
        return entry + " " + (attributes == null ? null : attributes.size());
    }

    private static byte[] jarFile(Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(all)) {
            if (random.nextInt(3) == 0) {
                out.putNextEntry(new ZipEntry("META-INF/"));
            }
            if (random.nextInt(6) == 0) {
                out.putNextEntry(new ZipEntry("META-INF/INDEX.LIST"));
                out.write(WrapperTest.bytes(random, random.nextInt(50)));
            }
            if (random.nextInt(5) > 0) {
                out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                manifest(random).write(out);
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                out.putNextEntry(new ZipEntry("entry" + i));
                out.write(WrapperTest.bytes(random, random.nextInt(1500)));
            }
        }
        return all.toByteArray();
    }

    private static Manifest manifest(Random random) {
        Manifest made = new Manifest();
        made.getMainAttributes().putValue("Manifest-Version", "1.0");
        for (int i = random.nextInt(60); i >= 0; i--) {
            Attributes some = new Attributes();
            some.putValue("Key", "value " + random.nextLong());
            made.getEntries().put("entry" + i, some);
        }
        return made;
    }

    @Suspendable
    static List<String> cipherOutput(Wrappers w, Random random) throws Exception {
        boolean none = random.nextInt(4) == 0;
        Gather target = new Gather(Integer.MAX_VALUE);
        OutputStream out = w.cipher(target, none ? new NullCipher() : aes(Cipher.ENCRYPT_MODE));
        return written(out, target, random, () -> "");
    }

    /** What comes of some calls, and of a sum beside them. */
    @Suspendable
    private static List<String> written(
            OutputStream out, Gather target, Random random, Supplier<Object> sum) {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int what = random.nextInt(6);
            byte[] some = WrapperTest.bytes(random, random.nextInt(60));
            String came = outcome(() -> WrapperTest.output(out, what, some));
            log.add(what + " " + came + target.state() + sum.get());
        }
        return log;
    }

    @Suspendable
    static List<String> sums(Wrappers w, Random random) throws Exception {
        CRC32 sum = new CRC32();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        boolean on = random.nextInt(5) > 0;
        Trickle source = WrapperTest.trickle(random, WrapperTest.bytes(random, 300));
        InputStream in = w.checked(w.digest(source, digest, on), sum);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            int n = random.nextInt(20);
            if (what != 5) { // as above
                String came = outcome(() -> WrapperTest.input(in, what, n));
                log.add(what + " " + came + " " + sum.getValue());
            }
        }
        log.add(Arrays.toString(digest.digest()));
        Gather target = new Gather(Integer.MAX_VALUE);
        OutputStream out = w.checked(w.digest(target, digest, on), sum);
        log.addAll(written(out, target, random, sum::getValue));
        log.add(Arrays.toString(digest.digest()));
        return log;
    }

    /** Calls that read to the end. */
    @Suspendable
    static List<String> contents(Wrappers w, Random random) throws Exception {
        byte[] bytes = WrapperTest.text(random, random.nextInt(300)).getBytes("UTF-8");
        int what = random.nextInt(4);
        int failures = what < 2 ? random.nextInt(2) * 40 : 0; // as many calls, that is
        Trickle source = new Trickle(bytes, random.nextLong(), failures);
        BufferedReader reader = w.bufferedReader(w.reader(source, StandardCharsets.UTF_8), 0);
        List<String> log = new ArrayList<>();
        if (what == 0) {
            int most = random.nextInt(8);
            log.add(outcome(() -> w.lines(reader, most)));
            log.add(outcome(() -> reader.readLine()));
        } else if (what == 1) {
            StringWriter all = new StringWriter();
            log.add(outcome(() -> w.transfer(reader, all)) + all);
        } else {
            log.add(outcome(() -> what == 2 ? w.properties(source) : w.properties(reader)));
        }
        return log;
    }

    @Suspendable
    private static Object entry(ZipInputStream in, int what, int n) throws IOException {
        if (what < 10) {
            return WrapperTest.input(in, what, n % 20);
        } else if (what == 10) {
            in.closeEntry();
            return "closed";
        } else if (what == 11) {
            return in.skip(n);
        }
        ZipEntry entry = in.getNextEntry();
        return entry == null
                ? null
                : entry + " " + entry.getMethod() + " " + entry.getSize() + " " + entry.getCrc();
    }

    /** Stored entries, and deflated ones, whose sizes follow them. */
    private static byte[] archive(Random random) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(all)) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                byte[] content =
                        WrapperTest.text(random, random.nextInt(3) * random.nextInt(400))
                                .getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry("entry ".repeat(random.nextInt(4)) + i);
                if (random.nextBoolean()) {
                    entry.setExtra(new byte[] {1, 2, 3, 0, 5, 6, 7});
                }
                if (random.nextInt(3) == 0) {
                    store(entry, content);
                }
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return all.toByteArray();
    }

    private static void store(ZipEntry entry, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
    }

    @Suspendable
    static List<String> cipher(Wrappers w, Random random) throws Exception {
        byte[] content = WrapperTest.bytes(random, random.nextInt(700));
        byte[] bytes = FilterTest.damaged(random, aes(Cipher.ENCRYPT_MODE).doFinal(content));
        Trickle source = WrapperTest.trickle(random, bytes);
        InputStream in = w.cipher(source, aes(Cipher.DECRYPT_MODE));
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int what = random.nextInt(10);
            int n = random.nextInt(20);
            if (what != 5) { // the JDK's asks for nothing at the end of it, and so fetches more
                log.add(what + " " + outcome(() -> WrapperTest.input(in, what, n)));
            }
        }
        log.add(source.calls());
        return log;
    }

    private static Cipher aes(int mode) throws Exception {
        byte[] key = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key));
        return cipher;
    }
}
