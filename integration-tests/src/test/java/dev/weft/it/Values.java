package dev.weft.it;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Renders results and exceptions so that runs in different class loaders can be compared. */
final class Values {
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{3,}");

    private Values() {}

    /**
     * Exact: the bits of floating-point values, the elements of arrays, the class of everything.
     */
    static String render(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Float) {
            return "float:"
                    + value
                    + ":"
                    + Integer.toHexString(Float.floatToRawIntBits((Float) value));
        }
        if (value instanceof Double) {
            return "double:"
                    + value
                    + ":"
                    + Long.toHexString(Double.doubleToRawLongBits((Double) value));
        }
        if (value instanceof Throwable) {
            return throwable((Throwable) value);
        }
        if (value.getClass().isArray()) {
            return value.getClass().getTypeName() + array(value);
        }
        return value instanceof String
                ? (String) value
                : value.getClass().getSimpleName() + ":" + text(value);
    }

    /** Type, message, causes and suppressed exceptions. */
    static String throwable(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getName());
        if (!(thrown instanceof NullPointerException) && thrown.getMessage() != null) {
            text.append(": ").append(text(thrown.getMessage()));
        }
        if (thrown.getCause() != null) {
            text.append(" caused by ").append(throwable(thrown.getCause()));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(" suppressing ").append(throwable(suppressed));
        }
        return text.toString();
    }

    private static String text(Object value) {
        return IDENTITY.matcher(String.valueOf(value)).replaceAll("@#");
    }

    private static String array(Object value) {
        if (value instanceof Object[]) {
            return Arrays.stream((Object[]) value)
                            .map(Values::render)
                            .reduce("[", (a, b) -> a + b + ",")
                    + "]";
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
            text.append(render(java.lang.reflect.Array.get(value, i))).append(',');
        }
        return text.append(']').toString();
    }
}
