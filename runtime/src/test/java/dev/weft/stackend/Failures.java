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
                .map(Failures::text)
                .collect(Collectors.joining(" < ", " at ", ""));
    }

    private static String text(StackTraceElement e) {
        String type = e.getClassName().substring(e.getClassName().lastIndexOf('.') + 1);
        return type + "." + e.getMethodName() + ":" + e.getLineNumber();
    }
}
