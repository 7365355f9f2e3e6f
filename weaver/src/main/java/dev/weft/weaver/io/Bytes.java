package dev.weft.weaver.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Reading, comparing and atomically writing whole files. */
final class Bytes {
    private Bytes() {}

    /** The file's bytes, or null when there is no such file. */
    static byte[] readIfPresent(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    /**
     * Makes {@code file} have these bytes: all of them or, after a crash, the old ones. A file that
     * has them already is not touched, so that tools which look at time stamps stay quiet.
     */
    static void write(Path file, byte[] bytes) throws IOException {
        byte[] old = readIfPresent(file);
        if (old != null && Arrays.equals(old, bytes)) {
            return;
        }
        Path temporary = temporaryFor(file);
        try {
            Files.write(temporary, bytes);
            moveInto(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * A file that does not exist yet, in the folder of {@code target}, which is made when missing.
     */
    static Path temporaryFor(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        long pid = ProcessHandle.current().pid();
        return folder.resolve(
                "." + target.getFileName() + "." + pid + "-" + System.nanoTime() + ".tmp");
    }

    static void moveInto(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** SHA-256 in hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            StringBuilder text = new StringBuilder(2 * digest.length);
            for (byte b : digest) {
                text.append(Character.forDigit((b >> 4) & 15, 16))
                        .append(Character.forDigit(b & 15, 16));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
