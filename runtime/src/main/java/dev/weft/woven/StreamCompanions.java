package dev.weft.woven;

import java.io.IOException;

/**
 * As {@link Companions}, for the methods of streams: what a woven class that extends one of the
 * JDK's streams implements as well, for each of them that it has itself.
 */
public final class StreamCompanions {
    private StreamCompanions() {}

    /** Of {@link java.io.InputStream#read()}. */
    public interface OfInputRead {
        /** The body that can suspend. */
        int read(Stack stack) throws IOException;
    }

    /** Of {@link java.io.InputStream#read(byte[])}. */
    public interface OfInputReadArray {
        /** The body that can suspend. */
        int read(byte[] bytes, Stack stack) throws IOException;
    }

    /** Of {@link java.io.InputStream#read(byte[], int, int)}. */
    public interface OfInputReadPart {
        /** The body that can suspend. */
        int read(byte[] bytes, int from, int length, Stack stack) throws IOException;
    }

    /** Of {@link java.io.InputStream#skip}. */
    public interface OfInputSkip {
        /** The body that can suspend. */
        long skip(long count, Stack stack) throws IOException;
    }

    /** Of {@link java.io.OutputStream#write(int)}. */
    public interface OfOutputWrite {
        /** The body that can suspend. */
        void write(int b, Stack stack) throws IOException;
    }

    /** Of {@link java.io.OutputStream#write(byte[])}. */
    public interface OfOutputWriteArray {
        /** The body that can suspend. */
        void write(byte[] bytes, Stack stack) throws IOException;
    }

    /** Of {@link java.io.OutputStream#write(byte[], int, int)}. */
    public interface OfOutputWritePart {
        /** The body that can suspend. */
        void write(byte[] bytes, int from, int length, Stack stack) throws IOException;
    }

    /** Of {@link java.io.OutputStream#flush}. */
    public interface OfOutputFlush {
        /** The body that can suspend. */
        void flush(Stack stack) throws IOException;
    }

    /** Of {@link java.io.Reader#read()}. */
    public interface OfReaderRead {
        /** The body that can suspend. */
        int read(Stack stack) throws IOException;
    }

    /** Of {@link java.io.Reader#read(char[])}. */
    public interface OfReaderReadArray {
        /** The body that can suspend. */
        int read(char[] chars, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Reader#read(char[], int, int)}. */
    public interface OfReaderReadPart {
        /** The body that can suspend. */
        int read(char[] chars, int from, int length, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Reader#skip}. */
    public interface OfReaderSkip {
        /** The body that can suspend. */
        long skip(long count, Stack stack) throws IOException;
    }

    /** Of {@link java.io.BufferedReader#readLine}. */
    public interface OfReadLine {
        /** The body that can suspend. */
        String readLine(Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#write(int)}. */
    public interface OfWriterWrite {
        /** The body that can suspend. */
        void write(int c, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#write(char[])}. */
    public interface OfWriterWriteArray {
        /** The body that can suspend. */
        void write(char[] chars, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#write(char[], int, int)}. */
    public interface OfWriterWritePart {
        /** The body that can suspend. */
        void write(char[] chars, int from, int length, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#write(String)}. */
    public interface OfWriterWriteString {
        /** The body that can suspend. */
        void write(String text, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#write(String, int, int)}. */
    public interface OfWriterWriteStringPart {
        /** The body that can suspend. */
        void write(String text, int from, int length, Stack stack) throws IOException;
    }

    /** Of {@link java.io.Writer#flush}. */
    public interface OfWriterFlush {
        /** The body that can suspend. */
        void flush(Stack stack) throws IOException;
    }
}
