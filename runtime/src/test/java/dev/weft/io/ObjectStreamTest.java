package dev.weft.io;

import static dev.weft.io.WrapperTest.outcome;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** As {@link WrapperTest}, for object streams; and what is special about them. */
@Timeout(120)
class ObjectStreamTest {
    private static final int KINDS = 16;

    /** Writes and reads more than its fields. */
    static final class Node implements Serializable {
        private static final long serialVersionUID = 1;
        private final int number;
        private final transient Object rest;
        private String read = "";

        Node(int number, Object rest) {
            this.number = number;
            this.rest = rest;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeInt(number);
            out.writeUTF("node");
            out.writeObject(rest);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            read = in.readInt() + in.readUTF() + in.readObject();
        }

        @Override
        public String toString() {
            return "Node" + number + read;
        }
    }

    @Test
    void behaveAsTheJdks() throws Exception {
        for (int i = 0; i < WrapperTest.ROUNDS; i++) {
            long seed = WrapperTest.SEED + i;
            List<String> expected = round(new UnwovenBodies(), new Random(seed));
            List<String> own =
                    Weft.run(
                            Scheduler.singleThreaded(),
                            () -> round(new WovenBodies(), new Random(seed)));
            WrapperTest.same(expected, own, "seed " + seed);
            List<String> pinned = round(new WovenBodies(), new Random(seed));
            WrapperTest.same(expected, pinned, "on a thread, seed " + seed);
        }
    }

    @Suspendable
    private static List<String> round(Wrappers w, Random random) throws Exception {
        Gather target = new Gather(Integer.MAX_VALUE);
        List<String> log = new ArrayList<>();
        List<Integer> kinds = new ArrayList<>();
        ObjectOutputStream out = w.objectOutput(target);
        for (int i = random.nextInt(15); i > 0; i--) {
            int kind = random.nextInt(KINDS);
            long value = random.nextLong();
            kinds.add(kind);
            log.add(kind + " " + outcome(() -> write(out, kind, value)) + target.state());
        }
        out.close();
        byte[] bytes = target.bytes();
        boolean damaged = random.nextInt(3) == 0;
        if (damaged && random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else if (damaged) {
            int at = random.nextInt(Math.min(bytes.length, 500));
            boolean tag = random.nextInt(3) > 0;
            bytes[at] = (byte) (tag ? 0x70 + random.nextInt(16) : 1 << random.nextInt(7));
        }
        log.addAll(readAll(w, random, kinds, new Trickle(bytes, random.nextLong(), 0), damaged));
        return log;
    }

    @Suspendable
    private static List<String> readAll(
            Wrappers w, Random random, List<Integer> kinds, Trickle source, boolean damaged)
            throws Exception {
        List<String> log = new ArrayList<>();
        ObjectInputStream[] in = new ObjectInputStream[1];
        log.add(
                outcome(
                        () -> {
                            in[0] = w.objectInput(source);
                            if (damaged || random.nextInt(4) == 0) {
                                in[0].setObjectInputFilter(ObjectStreamTest::smallOnly);
                            }
                            return "made";
                        }));
        for (int kind : in[0] == null ? List.<Integer>of() : kinds) {
            int what = random.nextInt(25) == 0 ? random.nextInt(KINDS) : kind;
            int asked = random.nextInt(8);
            if (asked == 0 && !damaged) {
                log.add("available " + outcome(() -> in[0].available() >= 0));
            } else if (asked == 1) {
                log.add("read " + outcome(() -> in[0].read(new byte[0])));
            }
            log.add(what + " " + outcome(() -> read(in[0], what)));
        }
        if (in[0] != null) {
            log.add(outcome(() -> in[0].read()));
            log.add(outcome(() -> read(in[0], 0)));
        }
        return log;
    }

    /** Damaged lengths would take all of the heap. */
    private static ObjectInputFilter.Status smallOnly(ObjectInputFilter.FilterInfo info) {
        return info.arrayLength() > 100_000
                ? ObjectInputFilter.Status.REJECTED
                : ObjectInputFilter.Status.UNDECIDED;
    }

    @Suspendable
    private static Object write(ObjectOutputStream out, int kind, long value) throws IOException {
        switch (kind) {
            case 0:
                out.writeObject(null);
                break;
            case 1:
                out.writeObject("text " + value);
                break;
            case 2:
                out.writeObject(new ArrayList<>(List.of(value, "same", value)));
                break;
            case 3:
                out.writeObject(new Node((int) value, new Node(1, new HashMap<>())));
                break;
            case 4:
                out.writeInt((int) value);
                break;
            case 5:
                out.writeLong(value);
                break;
            case 6:
                out.writeUTF("utf " + value);
                break;
            case 7:
                out.write(new byte[1200]);
                break;
            case 8:
                out.reset();
                out.writeObject("after reset");
                break;
            case 9:
                out.writeDouble(value);
                out.flush();
                break;
            case 10:
                out.writeUnshared(new int[] {1, (int) value});
                break;
            case 12:
                out.writeObject(new ObjectGraphs.Odd((int) value));
                break;
            case 13:
            case 14:
            case 15:
                out.writeObject(new ObjectGraphs(new Random(value)).next(3));
                break;
            default:
                out.write((int) value);
                out.writeBoolean(value > 0);
                break;
        }
        return "";
    }

    @Suspendable
    private static Object read(ObjectInputStream in, int kind) throws Exception {
        switch (kind) {
            case 4:
                return in.readInt();
            case 5:
                return in.readLong();
            case 6:
                return in.readUTF();
            case 7:
                byte[] all = new byte[1200];
                in.readFully(all);
                return Arrays.hashCode(all);
            case 9:
                return in.readDouble();
            case 10:
                Object array = in.readUnshared();
                return Arrays.hashCode(ObjectGraphs.bytes(array));
            case 11:
                return in.read() + " " + in.readBoolean();
            default:
                Object object = in.readObject();
                boolean simple = object instanceof Node || object instanceof ObjectGraphs.Odd;
                return simple ? object : Arrays.hashCode(ObjectGraphs.bytes(object));
        }
    }

    /** A user's, which finds classes in its own way. */
    @Suspendable
    static final class Renaming extends ObjectInputStream {
        Renaming(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type)
                throws IOException, ClassNotFoundException {
            return type.getName().equals("java.util.ArrayList")
                    ? ArrayList.class
                    : super.resolveClass(type);
        }
    }

    @Test
    void subclassesOfUsersSuspendToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(new ArrayList<>(List.of(1, 2)));
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    ObjectInputStream in = new Renaming(new Trickle(bytes.toByteArray(), 3, 0));
                    assertInstanceOf(FiberObjectInputStream.class, in);
                    assertInstanceOf(ArrayList.class, in.readObject());
                    return null;
                });
    }
}
