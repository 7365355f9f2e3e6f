package dev.weft.examples;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Runs another program's {@code main}, then prints how long it took and the process's peak memory.
 */
public final class Measured {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Measured() {}

    /**
     * Runs a program.
     *
     * @param arguments the main class, then its arguments
     * @throws Exception whatever the program throws
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("the name of a main class is missing");
        }
        Class<?> program = Class.forName(arguments[0]);
        long start = System.nanoTime();
        try {
            program.getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf("%.3f s, peak memory %s%n", seconds, peakMemory());
    }

    /** The most that was resident, as the system counts it; Linux only. */
    private static String peakMemory() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return "not known on this system";
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("not known");
        }
    }
}
