package dev.weft.blocking;

import dev.weft.io.StandardInput;
import dev.weft.woven.StreamCompanions;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.zip.InflaterInputStream;

/** Guesses whether a call on a stream may wait. Wrong guesses cost time, not correctness. */
final class Blocks {
    /**
     * Classes of streams that do something to be flushed: {@link OutputStream}'s own does nothing.
     */
    private static final ClassValue<Boolean> FLUSHES =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return flushes(type);
                }
            };

    private Blocks() {}

    /** Whether a read may wait: nothing is there that it could return. */
    static boolean read(InputStream in) {
        if (in instanceof ByteArrayInputStream) {
            return false;
        }
        if (in instanceof InflaterInputStream) {
            return true; // says 1 until its end is known
        }
        try {
            return !(Jdk.isOwn(in) && in.available() > 0);
        } catch (IOException e) {
            return true; // reading says why
        }
    }

    /**
     * Whether a read may wait. Asking may read: a {@link BufferedReader} that has come to a
     * carriage return looks for the line feed, so what that throws is the read's.
     */
    static boolean read(Reader in) throws IOException {
        try {
            return !(Jdk.isOwn(in) && in.ready());
        } catch (IOException e) {
            if (in instanceof BufferedReader) {
                throw e;
            }
            return true; // reading says why
        }
    }

    /** Whether a write may wait for a reader. */
    static boolean write(OutputStream out) {
        return !(out instanceof ByteArrayOutputStream);
    }

    /** Whether flushing it may wait for a reader: a socket's stream keeps nothing back. */
    static boolean flush(OutputStream out) {
        return write(out) && FLUSHES.get(out.getClass());
    }

    private static boolean flushes(Class<?> type) {
        try {
            return type.getMethod("flush").getDeclaringClass() != OutputStream.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("OutputStream.flush is public", e);
        }
    }

    /** Whether a write may wait for a reader. */
    static boolean write(Writer out) {
        return !(out instanceof StringWriter || out instanceof CharArrayWriter);
    }

    /** Whether a wrapper around it has to suspend. */
    static boolean waits(InputStream in) {
        return in != null && !(in instanceof ByteArrayInputStream || in instanceof FileInputStream);
    }

    /**
     * Whether reads of it suspend fibers; those of the JDK's streams, and of unwoven ones, can't.
     */
    static boolean suspends(InputStream in) {
        return in instanceof StreamCompanions.OfInputReadPart || StandardInput.over(in) != in;
    }

    /** Whether a wrapper around it has to suspend. */
    static boolean waits(OutputStream out) {
        return out != null
                && !(out instanceof ByteArrayOutputStream || out instanceof FileOutputStream);
    }

    /** Whether a wrapper around it has to suspend. */
    static boolean waits(Reader in) {
        return in != null
                && !(in instanceof StringReader
                        || in instanceof CharArrayReader
                        || in instanceof FileReader);
    }

    /** Whether a wrapper around it has to suspend. */
    static boolean waits(Writer out) {
        return out != null
                && !(out instanceof StringWriter
                        || out instanceof CharArrayWriter
                        || out instanceof FileWriter);
    }
}
