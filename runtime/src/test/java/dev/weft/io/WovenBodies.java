package dev.weft.io;

import dev.weft.Suspendable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StreamTokenizer;
import java.io.Writer;
import java.nio.charset.Charset;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;

/** As {@link UnwovenBodies}, word for word, but woven: makes the runtime's wrappers. */
@Suspendable
final class WovenBodies implements Wrappers {
    @Override
    public InputStream bufferedInput(InputStream in, int size) {
        return size == 0 ? new BufferedInputStream(in) : new BufferedInputStream(in, size);
    }

    @Override
    public DataInputStream dataInput(InputStream in) {
        return new DataInputStream(in);
    }

    @Override
    public Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(in, charset);
    }

    @Override
    public BufferedReader bufferedReader(Reader in, int size) {
        return size == 0 ? new BufferedReader(in) : new BufferedReader(in, size);
    }

    @Override
    public OutputStream bufferedOutput(OutputStream out, int size) {
        return size == 0 ? new BufferedOutputStream(out) : new BufferedOutputStream(out, size);
    }

    @Override
    public DataOutputStream dataOutput(OutputStream out) {
        return new DataOutputStream(out);
    }

    @Override
    public Writer writer(OutputStream out, Charset charset) {
        return new OutputStreamWriter(out, charset);
    }

    @Override
    public BufferedWriter bufferedWriter(Writer out, int size) {
        return size == 0 ? new BufferedWriter(out) : new BufferedWriter(out, size);
    }

    @Override
    public PrintWriter printWriter(Writer out, boolean autoFlush) {
        return new PrintWriter(out, autoFlush);
    }

    @Override
    public PrintWriter printWriter(OutputStream out, boolean autoFlush, Charset charset) {
        return new PrintWriter(out, autoFlush, charset);
    }

    @Override
    public PrintStream printStream(OutputStream out, boolean autoFlush, Charset charset) {
        return new PrintStream(out, autoFlush, charset);
    }

    @Override
    public InputStream inflater(InputStream in, int size) {
        return size == 0
                ? new InflaterInputStream(in)
                : new InflaterInputStream(in, new Inflater(), size);
    }

    @Override
    public InputStream gzip(InputStream in, int size) throws IOException {
        return size == 0 ? new GZIPInputStream(in) : new GZIPInputStream(in, size);
    }

    @Override
    public DeflaterOutputStream deflater(OutputStream out, int size, boolean sync) {
        return size == 0
                ? new DeflaterOutputStream(out, sync)
                : new DeflaterOutputStream(out, new Deflater(), size, sync);
    }

    @Override
    public DeflaterOutputStream gzip(OutputStream out, int size, boolean sync) throws IOException {
        return size == 0 ? new GZIPOutputStream(out, sync) : new GZIPOutputStream(out, size, sync);
    }

    @Override
    public ZipInputStream zip(InputStream in) {
        return new ZipInputStream(in);
    }

    @Override
    public InputStream cipher(InputStream in, Cipher cipher) {
        return new CipherInputStream(in, cipher);
    }

    @Override
    public PushbackInputStream pushback(InputStream in, int size) {
        return size == 0 ? new PushbackInputStream(in) : new PushbackInputStream(in, size);
    }

    @Override
    public InputStream sequence(List<InputStream> all) {
        return all.size() == 2
                ? new SequenceInputStream(all.get(0), all.get(1))
                : new SequenceInputStream(Collections.enumeration(all));
    }

    @Override
    public LineNumberReader lineNumber(Reader in, int size) {
        return size == 0 ? new LineNumberReader(in) : new LineNumberReader(in, size);
    }

    @Override
    public ObjectInputStream objectInput(InputStream in) throws IOException {
        return new ObjectInputStream(in);
    }

    @Override
    public ObjectOutputStream objectOutput(OutputStream out) throws IOException {
        return new ObjectOutputStream(out);
    }

    @Override
    public Scanner scanner(InputStream in, Charset charset) {
        return new Scanner(in, charset);
    }

    @Override
    public PipedInputStream pipedInput(int size) {
        return size == 0 ? new PipedInputStream() : new PipedInputStream(size);
    }

    @Override
    public PipedOutputStream pipedOutput() {
        return new PipedOutputStream();
    }

    @Override
    public PipedReader pipedReader(int size) {
        return size == 0 ? new PipedReader() : new PipedReader(size);
    }

    @Override
    public PipedWriter pipedWriter() {
        return new PipedWriter();
    }

    @Override
    public JarInputStream jar(InputStream in, boolean verify) throws IOException {
        return verify ? new JarInputStream(in) : new JarInputStream(in, false);
    }

    @Override
    public ZipEntry next(JarInputStream in) throws IOException {
        return in.getNextJarEntry();
    }

    @Override
    public OutputStream cipher(OutputStream out, Cipher cipher) {
        return new CipherOutputStream(out, cipher);
    }

    @Override
    public InputStream checked(InputStream in, Checksum sum) {
        return new CheckedInputStream(in, sum);
    }

    @Override
    public OutputStream checked(OutputStream out, Checksum sum) {
        return new CheckedOutputStream(out, sum);
    }

    @Override
    public InputStream digest(InputStream in, MessageDigest digest, boolean on) {
        DigestInputStream made = new DigestInputStream(in, digest);
        made.on(on);
        return made;
    }

    @Override
    public OutputStream digest(OutputStream out, MessageDigest digest, boolean on) {
        DigestOutputStream made = new DigestOutputStream(out, digest);
        made.on(on);
        return made;
    }

    @Override
    public List<String> lines(BufferedReader in, int most) {
        return in.lines().map(x -> x + "|").limit(most).collect(Collectors.toList());
    }

    @Override
    public long transfer(Reader in, Writer to) throws IOException {
        return in.transferTo(to);
    }

    @Override
    public Properties properties(InputStream in) throws IOException {
        Properties made = new Properties();
        made.load(in);
        return made;
    }

    @Override
    public Properties properties(Reader in) throws IOException {
        Properties made = new Properties();
        made.load(in);
        return made;
    }

    @Override
    public StreamTokenizer tokenizer(Reader in) {
        return new StreamTokenizer(in);
    }

    @Override
    @SuppressWarnings("deprecation")
    public StreamTokenizer tokenizer(InputStream in) {
        return new StreamTokenizer(in);
    }
}
