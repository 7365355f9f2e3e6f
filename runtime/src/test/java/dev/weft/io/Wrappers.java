package dev.weft.io;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;

/** Makes wrappers. */
interface Wrappers {
    InputStream bufferedInput(InputStream in, int size);

    DataInputStream dataInput(InputStream in);

    Reader reader(InputStream in, Charset charset);

    BufferedReader bufferedReader(Reader in, int size);

    OutputStream bufferedOutput(OutputStream out, int size);

    DataOutputStream dataOutput(OutputStream out);

    Writer writer(OutputStream out, Charset charset);

    BufferedWriter bufferedWriter(Writer out, int size);

    PrintWriter printWriter(Writer out, boolean autoFlush);

    PrintWriter printWriter(OutputStream out, boolean autoFlush, Charset charset);

    PrintStream printStream(OutputStream out, boolean autoFlush, Charset charset);

    PipedInputStream pipedInput(int size);

    PipedOutputStream pipedOutput();

    PipedReader pipedReader(int size);

    PipedWriter pipedWriter();
}
