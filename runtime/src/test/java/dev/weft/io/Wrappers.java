package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.io.Writer;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.jar.JarInputStream;
import java.util.zip.Checksum;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;

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

    InputStream inflater(InputStream in, int size);

    @Suspendable
    InputStream gzip(InputStream in, int size) throws IOException;

    DeflaterOutputStream deflater(OutputStream out, int size, boolean sync);

    @Suspendable
    DeflaterOutputStream gzip(OutputStream out, int size, boolean sync) throws IOException;

    ZipInputStream zip(InputStream in);

    @Suspendable
    JarInputStream jar(InputStream in, boolean verify) throws IOException;

    @Suspendable
    ZipEntry next(JarInputStream in) throws IOException;

    InputStream cipher(InputStream in, Cipher cipher);

    OutputStream cipher(OutputStream out, Cipher cipher);

    InputStream checked(InputStream in, Checksum sum);

    OutputStream checked(OutputStream out, Checksum sum);

    InputStream digest(InputStream in, MessageDigest digest, boolean on);

    OutputStream digest(OutputStream out, MessageDigest digest, boolean on);

    @Suspendable
    List<String> lines(BufferedReader in, int most);

    @Suspendable
    long transfer(Reader in, Writer to) throws IOException;

    @Suspendable
    Properties properties(InputStream in) throws IOException;

    @Suspendable
    Properties properties(Reader in) throws IOException;

    PushbackInputStream pushback(InputStream in, int size);

    InputStream sequence(List<InputStream> all);

    LineNumberReader lineNumber(Reader in, int size);

    @Suspendable
    ObjectInputStream objectInput(InputStream in) throws IOException;

    @Suspendable
    ObjectOutputStream objectOutput(OutputStream out) throws IOException;

    StreamTokenizer tokenizer(Reader in);

    StreamTokenizer tokenizer(InputStream in);

    Scanner scanner(InputStream in, Charset charset);

    PipedInputStream pipedInput(int size);

    PipedOutputStream pipedOutput();

    PipedReader pipedReader(int size);

    PipedWriter pipedWriter();
}
