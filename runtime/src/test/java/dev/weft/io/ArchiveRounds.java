package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;

import dev.weft.Suspendable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
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
