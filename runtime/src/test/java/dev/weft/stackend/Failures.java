package dev.weft.stackend;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Texts of what went wrong, short enough to be counted by their likes. */
final class Failures {
    private static final int LINES = Integer.getInteger("weft.stackend.lines", 5);

    private Failures() {}

    static String text(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return thrown + (cause == thrown ? "" : " by " + cause) + at(cause.getStackTrace());
    }

    static String at(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .limit(LINES)
                .map(e -> e.getClassName().replaceAll(".*\\.", "") + "." + e.getMethodName() + ":"
                        + e.getLineNumber())
                .collect(Collectors.joining(" < ", " at ", ""));
    }
}
