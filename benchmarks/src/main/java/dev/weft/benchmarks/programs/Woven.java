package dev.weft.benchmarks.programs;

import java.util.Arrays;

/** Guards against measuring the wrong thing: unwoven programs run too, but block threads. */
public final class Woven {
    private static final String MARKER = "$weft";

    private Woven() {}

    /**
     * Fails when a class was not woven.
     *
     * @param program the class that holds suspendable methods
     * @throws IllegalStateException when it is as the compiler left it
     */
    public static void require(Class<?> program) {
        if (Arrays.stream(program.getDeclaredFields()).noneMatch(f -> f.getName().equals(MARKER))) {
            throw new IllegalStateException(
                    program.getName() + " is not woven: run with -javaagent:weft-agent.jar");
        }
    }
}
