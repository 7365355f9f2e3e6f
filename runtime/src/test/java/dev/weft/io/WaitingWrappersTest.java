package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StreamTokenizer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many fibers wait in wrappers over sockets, with as many threads as two carriers need. */
@Timeout(120)
class WaitingWrappersTest {
    private static final int CLIENTS = 200;

    /** What is read, in which the fiber waits. */
    enum Kind {
        GZIP,
        ZIP,
        OBJECT,
        SCANNER,
        SCANNER_INT,
        LINE_NUMBER,
        PUSHBACK,
        SEQUENCE,
        DATA,
        JAR,
        DIGEST,
        TOKEN,
        LINES,
        PROPERTIES,
        FILE
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void waitingTakesNoThreads(Kind kind) throws Exception {
        byte[] message = message(kind);
        int before = Thread.activeCount();
        int most = Weft.run(Scheduler.workStealing(2), () -> exchange(kind, message));
        assertTrue(most - before < 40, kind + " threads: " + before + " and then " + most);
    }

    @Suspendable
    private static int exchange(Kind kind, byte[] message) throws Exception {
        List<Socket> clients = new ArrayList<>();
        List<Fiber<Integer>> readers = new ArrayList<>();
        AtomicInteger begun = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Socket(server.getInetAddress(), server.getLocalPort()));
                Socket accepted = server.accept();
                readers.add(Weft.go(() -> serve(kind, accepted, begun)));
            }
        }
        while (begun.get() < CLIENTS) {
            Thread.sleep(1);
        }
        Thread.sleep(20); // until they wait; a few that don't yet would not be seen in the count
        int threads = Thread.activeCount();
        for (Socket client : clients) {
            OutputStream out = client.getOutputStream();
            out.write(message);
            out.flush();
            client.shutdownOutput();
        }
        int sum = 0;
        for (Fiber<Integer> reader : readers) {
            sum += reader.join();
        }
        for (Socket client : clients) {
            client.close();
        }
        assertEquals(7 * CLIENTS, sum);
        return threads;
    }

    @Suspendable
    private static int serve(Kind kind, Socket socket, AtomicInteger begun) throws Exception {
        try (Socket mine = socket) {
            begun.incrementAndGet();
            return read(kind, mine.getInputStream());
        }
    }

    @Suspendable
    private static int read(Kind kind, InputStream in) throws Exception {
        switch (kind) {
            case GZIP:
                return new GZIPInputStream(in).read();
            case ZIP:
                ZipInputStream zip = new ZipInputStream(in);
                zip.getNextEntry();
                return zip.read();
            case OBJECT:
                return (Integer) new ObjectInputStream(in).readObject();
            case SCANNER:
                return Integer.parseInt(new Scanner(in, StandardCharsets.UTF_8).nextLine());
            case SCANNER_INT:
                Scanner scanner = new Scanner(in, StandardCharsets.UTF_8);
                return scanner.hasNextInt() ? scanner.nextInt() : -1;
            case LINE_NUMBER:
                return Integer.parseInt(
                        new LineNumberReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                                .readLine());
            case PUSHBACK:
                return new PushbackInputStream(in).read();
            case SEQUENCE:
                return new SequenceInputStream(InputStream.nullInputStream(), in).read();
            case DATA:
                return new DataInputStream(in).readInt();
            default:
                return readMore(kind, in);
        }
    }

    @Suspendable
    private static int readMore(Kind kind, InputStream in) throws Exception {
        switch (kind) {
            case JAR:
                JarInputStream jar = new JarInputStream(in);
                jar.getNextJarEntry();
                return jar.read();
            case DIGEST:
                InputStream sums = new CheckedInputStream(in, new CRC32());
                return new DigestInputStream(sums, MessageDigest.getInstance("MD5")).read();
            case TOKEN:
                StreamTokenizer tokens = new StreamTokenizer(reader(in));
                tokens.nextToken();
                return (int) tokens.nval;
            case LINES:
                return new BufferedReader(reader(in)).lines().mapToInt(Integer::parseInt).sum();
            case PROPERTIES:
                Properties properties = new Properties();
                properties.load(in);
                return Integer.parseInt(properties.getProperty("n"));
            default:
                Path file = Files.createTempFile("weft", ".txt");
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                byte[] all = Files.readAllBytes(file);
                Files.delete(file);
                return all[0];
        }
    }

    private static Reader reader(InputStream in) {
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static byte[] message(Kind kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (kind) {
            case GZIP:
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(7);
                }
                return bytes.toByteArray();
            case ZIP:
                try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                    out.putNextEntry(new ZipEntry("seven"));
                    out.write(7);
                }
                return bytes.toByteArray();
            case OBJECT:
                new ObjectOutputStream(bytes).writeObject(7);
                return bytes.toByteArray();
            case JAR:
                try (OutputStream out = new JarOutputStream(bytes, new Manifest())) {
                    ((JarOutputStream) out).putNextEntry(new ZipEntry("seven"));
                    out.write(7);
                }
                return bytes.toByteArray();
            case PROPERTIES:
                return "n=7".getBytes(StandardCharsets.UTF_8);
            case PUSHBACK:
            case SEQUENCE:
            case DIGEST:
            case FILE:
                return new byte[] {7};
            case DATA:
                return new byte[] {0, 0, 0, 7};
            default:
                return "7\n".getBytes(StandardCharsets.UTF_8);
        }
    }
}
