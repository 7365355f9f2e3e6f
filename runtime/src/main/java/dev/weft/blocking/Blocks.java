package dev.weft.blocking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Guesses whether a call on a stream may wait. Wrong guesses cost time, not correctness. */
final class Blocks {
    private Blocks() {}

    /** Whether a read may wait: nothing is there that it could return. */
    static boolean read(InputStream in) throws IOException {
        return !(in instanceof ByteArrayInputStream) && !has(in, 1);
    }

    /** Whether so many bytes are there to be read. */
    static boolean has(InputStream in, int bytes) throws IOException {
        return Jdk.isOwn(in) && in.available() >= bytes;
    }

    /** Whether a write may wait for a reader. */
    static boolean write(OutputStream out) {
        return !(out instanceof ByteArrayOutputStream);
    }
}
