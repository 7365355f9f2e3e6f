package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where objects end, and which classes begin to read with their values. */
@Timeout(120)
class ObjectScanTest {
    private static final int HEADER = 4;

    /** Counts what has been read; the JDK's class reads no further than it must. */
    private static final class Counting extends FilterInputStream {
        private int count;

        Counting(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }

    @Test
    void endsWhereTheJdkStopsReading() throws Exception {
        for (int i = 0; i < 3 * WrapperTest.ROUNDS; i++) {
            ends(WrapperTest.SEED + i);
        }
    }

    private static void ends(long seed) throws Exception {
        Random random = new Random(seed);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        int objects = 1 + random.nextInt(6);
        try (ObjectOutputStream out = new ObjectOutputStream(target)) {
            ObjectGraphs graphs = new ObjectGraphs(random);
            for (int i = 0; i < objects; i++) {
                if (random.nextInt(4) == 0) {
                    out.reset();
                }
                out.writeObject(graphs.next(4));
            }
        }
        byte[] bytes = target.toByteArray();
        Counting source = new Counting(bytes);
        ObjectInputStream in = new ObjectInputStream(source);
        ObjectScan scan = new ObjectScan(new ReadOrder()::valuesFirst);
        int at = HEADER;
        for (int i = 0; i < objects; i++) {
            in.readObject();
            for (; at < source.count; at++) {
                assertEquals(i, scan.objects(), "too early, seed " + seed + " at " + at);
                assertTrue(scan.least() <= source.count - at, "too much, seed " + seed);
                scan.accept(bytes, at, 1);
            }
            assertEquals(i + 1, scan.objects(), "too late, seed " + seed);
            assertTrue(scan.isBetween());
        }
        assertEquals(bytes.length, at);
    }

    @Test
    void inAnyPieces() throws Exception {
        Random random = new Random(WrapperTest.SEED);
        for (int i = 0; i < WrapperTest.ROUNDS; i++) {
            byte[] bytes = ObjectGraphs.bytes(new ObjectGraphs(random).next(5));
            ObjectScan scan = new ObjectScan(new ReadOrder()::valuesFirst);
            int at = HEADER;
            while (at < bytes.length) {
                int n = (int) Math.min(1 + random.nextInt(50), scan.least());
                assertEquals(0, scan.objects());
                scan.accept(bytes, at, n);
                at += n;
            }
            assertEquals(1, scan.objects());
        }
    }

    @Test
    void depthIsBoundedByMemoryOnly() throws Exception {
        int depth = 1_000_000;
        for (int length = 1; length <= 2; length++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                byte[] outermost = ObjectGraphs.bytes(new Object[length]);
                out.write(outermost, HEADER, outermost.length - HEADER - length);
                for (int i = 0; i < depth; i++) {
                    out.write(ObjectStreamConstants.TC_ARRAY);
                    out.write(ObjectStreamConstants.TC_REFERENCE);
                    out.writeInt(ObjectStreamConstants.baseWireHandle);
                    out.writeInt(length);
                }
                byte[] nulls = new byte[(length - 1) * depth + length];
                Arrays.fill(nulls, ObjectStreamConstants.TC_NULL);
                out.write(nulls);
            }
            ObjectScan scan = new ObjectScan(name -> false);
            scan.accept(bytes.toByteArray(), 0, bytes.size() - 1);
            assertEquals(0, scan.objects());
            scan.accept(bytes.toByteArray(), bytes.size() - 1, 1);
            assertEquals(1, scan.objects());
        }
    }

    @Test
    void stopsWhereOnlyTheClassKnows() throws Exception {
        byte[] bytes = ObjectGraphs.bytes(new ObjectGraphs.Odd(1));
        ObjectScan scan = new ObjectScan(new ReadOrder()::valuesFirst);
        scan.accept(bytes, HEADER, bytes.length - HEADER);
        assertTrue(scan.isStuck());
        assertEquals(0, scan.objects());
        scan.restart();
        assertTrue(scan.isBetween());
        byte[] array = ObjectGraphs.bytes(new Object[] {"text", 5});
        scan.accept(array, HEADER, array.length - HEADER);
        assertEquals(1, scan.objects(), "needs no class that it has missed");
        byte[] reference = {
            ObjectStreamConstants.TC_OBJECT, ObjectStreamConstants.TC_REFERENCE, 0, 0x7e, 0, 3
        };
        scan.accept(reference, 0, reference.length);
        assertTrue(scan.isStuck(), "that could be any class");
    }

    @Test
    void errorsStopItToo() throws Exception {
        byte[][] all = {
            {0x6f},
            {ObjectStreamConstants.TC_ENDBLOCKDATA},
            {ObjectStreamConstants.TC_BLOCKDATALONG, -1, 0, 0, 0},
            {ObjectStreamConstants.TC_OBJECT, ObjectStreamConstants.TC_NULL},
            {ObjectStreamConstants.TC_OBJECT, ObjectStreamConstants.TC_REFERENCE, 0, 0x7e, 0, 0},
            {ObjectStreamConstants.TC_ENUM, ObjectStreamConstants.TC_STRING},
            {ObjectStreamConstants.TC_LONGSTRING, -1, 0, 0, 0, 0, 0, 0, 0},
            {ObjectStreamConstants.TC_PROXYCLASSDESC, -1, 0, 0, 0},
            {ObjectStreamConstants.TC_PROXYCLASSDESC, 0, 1, 0, 0}
        };
        for (byte[] wrong : all) {
            ObjectScan scan = new ObjectScan(name -> true);
            scan.accept(wrong, 0, wrong.length);
            assertTrue(scan.isStopped(), Arrays.toString(wrong));
            assertFalse(scan.isStuck());
            assertEquals(0, scan.objects());
        }
    }

    /** Keeps the stream in another variable, on one of two paths. */
    static final class Aliased implements Serializable {
        private static final long serialVersionUID = 1;
        private int n;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            ObjectInputStream other = n > 3 ? null : null;
            try {
                other = in;
            } finally {
                n++;
            }
            switch (n) {
                case 1:
                case 2:
                    other.defaultReadObject();
                    break;
                case 1000:
                    throw new IOException("not here");
                default:
                    synchronized (this) {
                        in.readFields();
                    }
            }
        }
    }

    /** Not on all paths. */
    static final class Sometimes implements Serializable {
        private static final long serialVersionUID = 1;
        private int n;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            if (n > 0) {
                in.defaultReadObject();
            }
        }
    }

    /** In a handler. */
    static final class Handled implements Serializable {
        private static final long serialVersionUID = 1;
        private int n;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            try {
                n = Integer.parseInt("" + n);
            } catch (NumberFormatException e) {
                n = in.readInt();
            }
            in.defaultReadObject();
        }
    }

    @Test
    void theOrderIsReadFromTheCode() {
        ReadOrder order = new ReadOrder(ObjectScanTest.class.getClassLoader());
        assertTrue(order.valuesFirst(Aliased.class.getName()));
        assertTrue(order.valuesFirst(ObjectGraphs.More.class.getName()));
        assertTrue(order.valuesFirst(ObjectGraphs.Named.class.getName()));
        assertFalse(order.valuesFirst(Sometimes.class.getName()));
        assertFalse(order.valuesFirst(Handled.class.getName()));
        assertFalse(order.valuesFirst(ObjectGraphs.Odd.class.getName()));
        assertFalse(order.valuesFirst("no.such.Class"));
        for (String wrong : new String[] {"", ".", "a..b", "../Secret", "a/b", ".a", "a.", "[I"}) {
            assertFalse(order.valuesFirst(wrong), wrong);
        }
    }

    @Test
    void theJdksClassesReadTheirValuesFirst() throws Exception {
        Set<String> others = new TreeSet<>();
        int looked = 0;
        ReadOrder order = new ReadOrder();
        FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String module : new String[] {"java.base", "java.sql", "java.desktop"}) {
            Path root = modules.getPath("/modules/" + module);
            for (String name : Files.exists(root) ? classes(root) : List.<String>of()) {
                if (writesMore(name)) {
                    looked++;
                    if (!order.valuesFirst(name)) {
                        others.add(name);
                    }
                }
            }
        }
        assertTrue(looked > 20, "looked at " + looked);
        others.remove("sun.security.x509.X509Key"); // writes none of its values, up to JDK 17
        assertEquals(Set.of(), others);
    }

    private static List<String> classes(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(p -> p.toString().endsWith(".class") && mentions(p))
                    .map(p -> root.relativize(p).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toList());
        }
    }

    private static boolean mentions(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, StandardCharsets.ISO_8859_1).contains("writeObject");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has a method {@code writeObject}, and primitive values. */
    private static boolean writesMore(String name) {
        try {
            Class<?> type = Class.forName(name, false, ObjectScanTest.class.getClassLoader());
            type.getDeclaredMethod("writeObject", ObjectOutputStream.class);
            ObjectStreamClass description = ObjectStreamClass.lookup(type);
            return description != null
                    && Arrays.stream(description.getFields()).anyMatch(f -> f.isPrimitive());
        } catch (ReflectiveOperationException | LinkageError e) {
            return false; // no such method; or what it needs is not here
        }
    }
}
