package dev.weft.examples.http.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as they are printed. */
final class Bytes {
    private static final int SHOWN = 40;

    private Bytes() {}

    static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String sum = bytes.length + ":" + Integer.toHexString(Arrays.hashCode(bytes));
        String shown = text.length() <= SHOWN ? text : sum;
        return "\"" + shown.replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
