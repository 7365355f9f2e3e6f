package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Object streams that wait within objects: which of these waits take a thread, and what ends them.
 */
@Timeout(120)
@Suspendable
class ObjectWaitTest {
    private static final int FIBERS = 1000;

    /** Comes in small pieces, and counts waits below the JDK's class, which a thread makes. */
    @Suspendable
    private static final class Slow extends InputStream {
        private final byte[] bytes;
        private int at;
        private int inPlace;

        Slow(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int from, int length) {
            boolean pinned =
                    StackWalker.getInstance()
                            .walk(
                                    all ->
                                            all.anyMatch(
                                                    f ->
                                                            f.getClassName()
                                                                    .startsWith("java.io.Obj")));
            inPlace += pinned ? 1 : 0;
            Weft.yield();
            if (at == bytes.length) {
                return -1;
            }
            int n = Math.min(Math.min(length, 1 + at % 13), bytes.length - at);
            System.arraycopy(bytes, at, b, from, n);
            at += n;
            return n;
        }

        /** How many waits were below the JDK's class since the last time. */
        int inPlace() {
            int n = inPlace;
            inPlace = 0;
            return n;
        }
    }

    @Suspendable
    private interface Writing {
        void to(ObjectOutputStream out) throws IOException;
    }

    private static Slow slow(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            writing.to(out);
        }
        return new Slow(bytes.toByteArray());
    }

    @Test
    void noThreadWaitsWithinAnObject() throws Exception {
        for (int i = 0; i < 50; i++) {
            long seed = WrapperTest.SEED + i;
            Object object = new ObjectGraphs(new Random(seed)).next(3);
            Slow source = slow(out -> writeAll(out, object));
            run(() -> readAll(source));
            assertEquals(0, source.inPlace(), "seed " + seed);
        }
    }

    private static void writeAll(ObjectOutputStream out, Object object) throws IOException {
        out.writeInt(7);
        out.writeUTF("ü text");
        out.writeObject(object);
        out.write(new byte[1500]);
        out.writeUTF("x".repeat(2000));
        out.writeUnshared(new ArrayList<>(List.of(1)));
    }

    private static Object readAll(InputStream source) throws Exception {
        ObjectInputStream in = new ObjectInputStream(source);
        assertEquals(7, in.readInt());
        assertEquals("ü text", in.readUTF());
        in.readObject();
        in.readFully(new byte[0]);
        in.readFully(new byte[1499]);
        assertEquals(0, in.skipBytes(0));
        assertEquals(1, in.skipBytes(1));
        assertEquals(2000, in.readUTF().length());
        assertEquals(List.of(1), in.readUnshared());
        fails(EOFException.class, () -> in.readObject());
        return null;
    }

    /** As an assertion of JUnit's, which can't suspend. */
    private static void fails(Class<? extends Exception> type, SuspendableCallable<?> call) {
        Exception thrown = null;
        try {
            call.call();
        } catch (Exception e) {
            thrown = e;
        }
        assertInstanceOf(type, thrown);
    }

    private static void run(SuspendableCallable<?> body) throws Exception {
        Weft.run(Scheduler.singleThreaded(), body);
    }

    @Test
    void aThreadWaitsWhereOnlyTheClassKnows() throws Exception {
        Slow source =
                slow(
                        out -> {
                            out.writeObject(new ObjectGraphs.Odd(1));
                            out.writeObject(new ArrayList<>(List.of("known")));
                            out.writeObject(new ArrayList<>(List.of("described before")));
                            out.reset();
                            out.writeObject(new ArrayList<>());
                            out.writeObject(new ArrayList<>(List.of("again")));
                        });
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(source);
                    assertEquals("Odd1", in.readObject().toString());
                    assertTrue(source.inPlace() > 0);
                    assertEquals(List.of("known"), in.readObject());
                    assertEquals(0, source.inPlace(), "behind it all is known");
                    assertEquals(List.of("described before"), in.readObject());
                    assertTrue(source.inPlace() > 0, "but not the numbers of classes");
                    assertEquals(List.of(), in.readObject());
                    assertEquals(List.of("again"), in.readObject());
                    assertEquals(0, source.inPlace(), "until it is reset");
                    return null;
                });
    }

    /** Describes classes by their names only. */
    @Suspendable
    private static final class Brief extends ObjectInputStream {
        Brief(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected ObjectStreamClass readClassDescriptor()
                throws IOException, ClassNotFoundException {
            return ObjectStreamClass.lookup(Class.forName(readUTF()));
        }
    }

    @Test
    void descriptionsOfTheirOwn() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out =
                new ObjectOutputStream(bytes) {
                    @Override
                    protected void writeClassDescriptor(ObjectStreamClass type) throws IOException {
                        writeUTF(type.getName());
                    }
                };
        out.writeObject(new Date(5));
        out.writeObject(new ArrayList<>(List.of(6)));
        out.flush();
        Slow source = new Slow(bytes.toByteArray());
        run(
                () -> {
                    ObjectInputStream in = new Brief(source);
                    assertEquals(new Date(5), in.readObject());
                    assertEquals(List.of(6), in.readObject());
                    return null;
                });
        assertTrue(source.inPlace() > 0);
    }

    @Test
    void codeThatIsNotWovenReadsInBetween() throws Exception {
        Slow source =
                slow(
                        out -> {
                            out.writeObject(new ArrayList<>(List.of(1)));
                            out.writeObject(new ArrayList<>(List.of(2)));
                            out.writeInt(3);
                            out.writeInt(4);
                            out.writeUTF("five");
                            out.writeObject(new ArrayList<>(List.of(6)));
                        });
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(source);
                    assertEquals(List.of(1), UnwovenReads.object(in));
                    assertTrue(source.inPlace() > 0);
                    assertEquals(List.of(2), in.readObject());
                    assertEquals(3, in.readInt());
                    assertEquals(0, source.inPlace());
                    assertEquals(4, UnwovenReads.number(in));
                    source.inPlace();
                    assertEquals("five", in.readUTF());
                    assertEquals(List.of(6), in.readObject());
                    assertEquals(0, source.inPlace());
                    return null;
                });
    }

    /** Reads on in woven code, and fails when it is asked to. */
    @Suspendable
    static final class Woven implements Serializable {
        private static final long serialVersionUID = 1;
        private int number;
        private transient Object object;

        Woven(int number, Object object) {
            this.number = number;
            this.object = object;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeLong(number);
            out.writeObject(object);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            if (number < 0) {
                throw new InvalidObjectException("negative");
            }
            assertEquals(number, in.readLong());
            object = in.readObject();
        }
    }

    @Test
    void wovenCodeReadsWithin() throws Exception {
        Slow source = slow(out -> out.writeObject(new Woven(1, new Woven(2, "innermost"))));
        run(
                () -> {
                    Woven outer = (Woven) new ObjectInputStream(source).readObject();
                    assertEquals("innermost", ((Woven) outer.object).object);
                    return null;
                });
        assertEquals(0, source.inPlace());
        Slow failing = slow(out -> out.writeObject(new Woven(1, new Woven(-2, "more"))));
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(failing);
                    fails(InvalidObjectException.class, () -> in.readObject());
                    assertEquals(-1, in.readInt(), "the JDK's code goes on where it stopped");
                    return null;
                });
    }

    @Test
    void nestedBelowCodeThatIsNotWoven() throws Exception {
        Slow source =
                slow(
                        out -> {
                            out.writeObject(new Woven(1, new Woven(2, new ArrayList<>())));
                            out.writeObject(new ArrayList<>(List.of("next")));
                        });
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(source);
                    assertEquals(1, ((Woven) UnwovenReads.object(in)).number);
                    assertEquals(List.of("next"), in.readObject());
                    fails(EOFException.class, () -> in.readObject());
                    return null;
                });
    }

    @Test
    void whatAFilterMayRefuseIsNotKeptForLong() throws Exception {
        byte[] large = new byte[200_000];
        Slow source = slow(out -> out.writeObject(large));
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(source);
                    in.setObjectInputFilter(
                            info ->
                                    info.arrayLength() > 10
                                            ? ObjectInputFilter.Status.REJECTED
                                            : ObjectInputFilter.Status.UNDECIDED);
                    fails(InvalidClassException.class, () -> in.readObject());
                    return null;
                });
        assertTrue(source.at < large.length / 2, "read " + source.at);
        Slow allowed = slow(out -> out.writeObject(large));
        run(
                () -> {
                    ObjectInputStream in = new ObjectInputStream(allowed);
                    in.setObjectInputFilter(info -> ObjectInputFilter.Status.ALLOWED);
                    assertArrayEquals(large, (byte[]) in.readObject());
                    fails(EOFException.class, () -> in.readObject());
                    return null;
                });
    }

    private interface Use {
        @Suspendable
        void use(Socket client, Socket server) throws Exception;
    }

    private static void connected(Use use) throws Exception {
        run(
                () -> {
                    try (ServerSocket all =
                                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                            Socket client = new Socket(all.getInetAddress(), all.getLocalPort());
                            Socket server = all.accept()) {
                        use.use(client, server);
                    }
                    return null;
                });
    }

    private static final List<Object> MESSAGE =
            List.of("some text", new ArrayList<>(List.of(1, 2, 3)), new Date(0));

    private static int send(Socket socket, byte[] bytes, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, from, to - from);
        out.flush();
        return to;
    }

    @Test
    void timeOutsCloseAndEndWithinAnObject() throws Exception {
        byte[] bytes = ObjectGraphs.bytes(MESSAGE);
        int half = bytes.length / 2;
        connected(
                (client, server) -> {
                    send(client, bytes, 0, half);
                    server.setSoTimeout(20);
                    ObjectInputStream in = new ObjectInputStream(server.getInputStream());
                    fails(SocketTimeoutException.class, () -> in.readObject());
                    send(client, bytes, half, bytes.length);
                    server.setSoTimeout(0);
                    assertEquals(MESSAGE, in.readObject());
                });
        connected(
                (client, server) -> {
                    send(client, bytes, 0, half);
                    ObjectInputStream in = new ObjectInputStream(server.getInputStream());
                    Fiber<?> closer =
                            Weft.go(
                                    () -> {
                                        server.close();
                                        return null;
                                    });
                    fails(SocketException.class, () -> in.readObject());
                    closer.join();
                });
        connected(
                (client, server) -> {
                    send(client, bytes, 0, half);
                    client.shutdownOutput();
                    ObjectInputStream in = new ObjectInputStream(server.getInputStream());
                    fails(EOFException.class, () -> in.readObject());
                });
    }

    /** Counts what has come. */
    @Suspendable
    private static final class Counting extends FilterInputStream {
        private final AtomicLong count;

        Counting(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            count.addAndGet(n);
            return n;
        }
    }

    @Test
    void aThousandFibersWithinObjectsTakeNoThreads() throws Exception {
        byte[] bytes = ObjectGraphs.bytes(MESSAGE);
        int before = Thread.getAllStackTraces().size();
        int threads = Weft.run(Scheduler.workStealing(2), () -> manyWithin(bytes));
        assertTrue(threads - before < 30, before + " threads and then " + threads);
    }

    private static int manyWithin(byte[] bytes) throws Exception {
        AtomicLong come = new AtomicLong();
        List<Socket> clients = new ArrayList<>();
        List<Fiber<Object>> readers = new ArrayList<>();
        int half = bytes.length / 2;
        try (ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < FIBERS; i++) {
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                clients.add(client);
                Socket accepted = server.accept();
                readers.add(Weft.go(() -> readOne(accepted, come)));
                send(client, bytes, 0, half);
            }
        }
        while (come.get() < (long) half * FIBERS) {
            Weft.yield();
        }
        int threads = Thread.getAllStackTraces().size();
        for (Socket client : clients) {
            send(client, bytes, half, bytes.length);
        }
        for (Fiber<Object> reader : readers) {
            assertEquals(MESSAGE, reader.join());
        }
        for (Socket client : clients) {
            client.close();
        }
        return threads;
    }

    private static Object readOne(Socket socket, AtomicLong come) throws Exception {
        try (Socket mine = socket) {
            InputStream in = new Counting(mine.getInputStream(), come);
            return new ObjectInputStream(in).readObject();
        }
    }
}
