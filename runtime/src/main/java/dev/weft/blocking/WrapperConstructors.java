package dev.weft.blocking;

import dev.weft.io.FiberBufferedInputStream;
import dev.weft.io.FiberBufferedOutputStream;
import dev.weft.io.FiberBufferedReader;
import dev.weft.io.FiberBufferedWriter;
import dev.weft.io.FiberDataInputStream;
import dev.weft.io.FiberDataOutputStream;
import dev.weft.io.FiberInputStreamReader;
import dev.weft.io.FiberOutputStreamWriter;
import dev.weft.io.FiberPrintStream;
import dev.weft.io.FiberPrintWriter;
import dev.weft.woven.StandIn;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;

/**
 * Stand-ins for the constructors of the JDK's stream wrappers: around a stream that may suspend
 * they make the runtime's, around files, memory and the like the JDK's own.
 */
@SuppressWarnings("DefaultCharset") // as the originals
public final class WrapperConstructors {
    private WrapperConstructors() {}

    /** {@link BufferedInputStream#BufferedInputStream(InputStream)}. */
    @StandIn(value = BufferedInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedInputStream bufferedInputStream(InputStream in) {
        return Blocks.waits(in) ? new FiberBufferedInputStream(in) : new BufferedInputStream(in);
    }

    /** {@link BufferedInputStream#BufferedInputStream(InputStream, int)}. */
    @StandIn(value = BufferedInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedInputStream bufferedInputStream(InputStream in, int size) {
        return Blocks.waits(in)
                ? new FiberBufferedInputStream(in, size)
                : new BufferedInputStream(in, size);
    }

    /** {@link DataInputStream#DataInputStream(InputStream)}. */
    @StandIn(value = DataInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DataInputStream dataInputStream(InputStream in) {
        return Blocks.waits(in) ? new FiberDataInputStream(in) : new DataInputStream(in);
    }

    /** {@link InputStreamReader#InputStreamReader(InputStream)}. */
    @StandIn(value = InputStreamReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InputStreamReader inputStreamReader(InputStream in) {
        return Blocks.waits(in) ? new FiberInputStreamReader(in) : new InputStreamReader(in);
    }

    /** {@link InputStreamReader#InputStreamReader(InputStream, String)}. */
    @StandIn(value = InputStreamReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InputStreamReader inputStreamReader(InputStream in, String charset)
            throws UnsupportedEncodingException {
        return Blocks.waits(in)
                ? new FiberInputStreamReader(in, charset)
                : new InputStreamReader(in, charset);
    }

    /** {@link InputStreamReader#InputStreamReader(InputStream, Charset)}. */
    @StandIn(value = InputStreamReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InputStreamReader inputStreamReader(InputStream in, Charset charset) {
        return Blocks.waits(in)
                ? new FiberInputStreamReader(in, charset)
                : new InputStreamReader(in, charset);
    }

    /** {@link InputStreamReader#InputStreamReader(InputStream, CharsetDecoder)}. */
    @StandIn(value = InputStreamReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static InputStreamReader inputStreamReader(InputStream in, CharsetDecoder decoder) {
        return Blocks.waits(in)
                ? new FiberInputStreamReader(in, decoder)
                : new InputStreamReader(in, decoder);
    }

    /** {@link BufferedReader#BufferedReader(Reader)}. */
    @StandIn(value = BufferedReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedReader bufferedReader(Reader in) {
        return Blocks.waits(in) ? new FiberBufferedReader(in) : new BufferedReader(in);
    }

    /** {@link BufferedReader#BufferedReader(Reader, int)}. */
    @StandIn(value = BufferedReader.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedReader bufferedReader(Reader in, int size) {
        return Blocks.waits(in) ? new FiberBufferedReader(in, size) : new BufferedReader(in, size);
    }

    /** {@link BufferedOutputStream#BufferedOutputStream(OutputStream)}. */
    @StandIn(value = BufferedOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedOutputStream bufferedOutputStream(OutputStream out) {
        return Blocks.waits(out)
                ? new FiberBufferedOutputStream(out)
                : new BufferedOutputStream(out);
    }

    /** {@link BufferedOutputStream#BufferedOutputStream(OutputStream, int)}. */
    @StandIn(value = BufferedOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedOutputStream bufferedOutputStream(OutputStream out, int size) {
        return Blocks.waits(out)
                ? new FiberBufferedOutputStream(out, size)
                : new BufferedOutputStream(out, size);
    }

    /** {@link DataOutputStream#DataOutputStream(OutputStream)}. */
    @StandIn(value = DataOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DataOutputStream dataOutputStream(OutputStream out) {
        return Blocks.waits(out) ? new FiberDataOutputStream(out) : new DataOutputStream(out);
    }

    /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream)}. */
    @StandIn(value = OutputStreamWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static OutputStreamWriter outputStreamWriter(OutputStream out) {
        return Blocks.waits(out) ? new FiberOutputStreamWriter(out) : new OutputStreamWriter(out);
    }

    /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream, String)}. */
    @StandIn(value = OutputStreamWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static OutputStreamWriter outputStreamWriter(OutputStream out, String charset)
            throws UnsupportedEncodingException {
        return Blocks.waits(out)
                ? new FiberOutputStreamWriter(out, charset)
                : new OutputStreamWriter(out, charset);
    }

    /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream, Charset)}. */
    @StandIn(value = OutputStreamWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static OutputStreamWriter outputStreamWriter(OutputStream out, Charset charset) {
        return Blocks.waits(out)
                ? new FiberOutputStreamWriter(out, charset)
                : new OutputStreamWriter(out, charset);
    }

    /** {@link OutputStreamWriter#OutputStreamWriter(OutputStream, CharsetEncoder)}. */
    @StandIn(value = OutputStreamWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static OutputStreamWriter outputStreamWriter(OutputStream out, CharsetEncoder encoder) {
        return Blocks.waits(out)
                ? new FiberOutputStreamWriter(out, encoder)
                : new OutputStreamWriter(out, encoder);
    }

    /** {@link BufferedWriter#BufferedWriter(Writer)}. */
    @StandIn(value = BufferedWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedWriter bufferedWriter(Writer out) {
        return Blocks.waits(out) ? new FiberBufferedWriter(out) : new BufferedWriter(out);
    }

    /** {@link BufferedWriter#BufferedWriter(Writer, int)}. */
    @StandIn(value = BufferedWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static BufferedWriter bufferedWriter(Writer out, int size) {
        return Blocks.waits(out)
                ? new FiberBufferedWriter(out, size)
                : new BufferedWriter(out, size);
    }

    /** {@link PrintWriter#PrintWriter(Writer)}. */
    @StandIn(value = PrintWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintWriter printWriter(Writer out) {
        return Blocks.waits(out) ? new FiberPrintWriter(out) : new PrintWriter(out);
    }

    /** {@link PrintWriter#PrintWriter(Writer, boolean)}. */
    @StandIn(value = PrintWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintWriter printWriter(Writer out, boolean autoFlush) {
        return Blocks.waits(out)
                ? new FiberPrintWriter(out, autoFlush)
                : new PrintWriter(out, autoFlush);
    }

    /** {@link PrintWriter#PrintWriter(OutputStream)}. */
    @StandIn(value = PrintWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintWriter printWriter(OutputStream out) {
        return Blocks.waits(out)
                ? new FiberPrintWriter(out, false, Charset.defaultCharset())
                : new PrintWriter(out);
    }

    /** {@link PrintWriter#PrintWriter(OutputStream, boolean)}. */
    @StandIn(value = PrintWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintWriter printWriter(OutputStream out, boolean autoFlush) {
        return Blocks.waits(out)
                ? new FiberPrintWriter(out, autoFlush, Charset.defaultCharset())
                : new PrintWriter(out, autoFlush);
    }

    /** {@link PrintWriter#PrintWriter(OutputStream, boolean, Charset)}. */
    @StandIn(value = PrintWriter.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintWriter printWriter(OutputStream out, boolean autoFlush, Charset charset) {
        return Blocks.waits(out)
                ? new FiberPrintWriter(out, autoFlush, charset)
                : new PrintWriter(out, autoFlush, charset);
    }

    /** {@link PrintStream#PrintStream(OutputStream)}. */
    @StandIn(value = PrintStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintStream printStream(OutputStream out) {
        return Blocks.waits(out) ? new FiberPrintStream(out) : new PrintStream(out);
    }

    /** {@link PrintStream#PrintStream(OutputStream, boolean)}. */
    @StandIn(value = PrintStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintStream printStream(OutputStream out, boolean autoFlush) {
        return Blocks.waits(out)
                ? new FiberPrintStream(out, autoFlush)
                : new PrintStream(out, autoFlush);
    }

    /** {@link PrintStream#PrintStream(OutputStream, boolean, String)}. */
    @StandIn(value = PrintStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintStream printStream(OutputStream out, boolean autoFlush, String charset)
            throws UnsupportedEncodingException {
        return Blocks.waits(out)
                ? new FiberPrintStream(out, autoFlush, charset)
                : new PrintStream(out, autoFlush, charset);
    }

    /** {@link PrintStream#PrintStream(OutputStream, boolean, Charset)}. */
    @StandIn(value = PrintStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static PrintStream printStream(OutputStream out, boolean autoFlush, Charset charset) {
        return Blocks.waits(out)
                ? new FiberPrintStream(out, autoFlush, charset)
                : new PrintStream(out, autoFlush, charset);
    }
}
