package dev.weft.examples;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Runs another program's {@code main} and then says, on the standard error stream, how long it took
 * and how much memory the process needed at its peak. Used by {@code ./weft demo}.
 */
public final class Measured {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Measured() {}

    /**
     * Runs a program.
     *
     * @param args the name of a class with a {@code main}, then its arguments
     * @throws Throwable what the program throws
     */
    public static void main(String[] args) throws Throwable {
        if (args.length == 0) {
            throw new IllegalArgumentException("needs the name of a class");
        }
        long start = System.nanoTime();
        try {
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.flush();
            System.err.printf(
                    Locale.ROOT, "time: %.2f s, %.2f s with the JVM's start%s%n", seconds, sinceStart(), peakMemory());
        }
    }

    private static double sinceStart() {
        Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(start, Instant.now()).toMillis() / 1e3;
    }

    /** The kernel's high-water mark; empty where there is none. */
    private static String peakMemory() throws IOException {
        if (!Files.exists(STATUS)) {
            return "";
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> ", peak memory: " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                .findFirst()
                .orElse("");
    }
}
