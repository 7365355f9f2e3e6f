package dev.weft.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Random graphs of objects of all kinds that the protocol of object streams knows. */
final class ObjectGraphs {
    private final Random random;
    private final List<Object> made = new ArrayList<>();

    ObjectGraphs(Random random) {
        this.random = random;
    }

    /** Values of all types, and a class above it that has its own. */
    static class Base implements Serializable {
        private static final long serialVersionUID = 1;
        boolean z = true;
        byte b = 1;
        Object any;
    }

    /** With every type, in a hierarchy. */
    static class Values extends Base {
        private static final long serialVersionUID = 1;
        char c;
        short s;
        int i;
        long l;
        float f = 1;
        double d = 2;
        int[] array = {1, 2};
        String text;
        Object more;
    }

    /** Values first, then more. */
    static final class More extends Values {
        private static final long serialVersionUID = 1;
        int own = 7;
        transient Object extra;

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeInt(own);
            out.writeObject(extra);
            out.write(new byte[2000]);
            out.writeUTF("end");
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            own = in.readInt();
            extra = in.readObject(); // what follows is skipped
        }
    }

    /** Fields by name. */
    static final class Named implements Serializable {
        private static final long serialVersionUID = 1;
        private static final ObjectStreamField[] serialPersistentFields = {
            new ObjectStreamField("n", int.class), new ObjectStreamField("o", Object.class)
        };
        private transient int number = 5;
        private transient Object object = "named";

        private void writeObject(ObjectOutputStream out) throws IOException {
            ObjectOutputStream.PutField fields = out.putFields();
            fields.put("n", number);
            fields.put("o", object);
            out.writeFields();
            out.writeLong(number);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            ObjectInputStream.GetField fields = in.readFields();
            number = fields.get("n", 0);
            object = fields.get("o", null);
        }
    }

    /** Objects only, after something else: no knowledge is needed to find them. */
    static final class Late implements Serializable {
        private static final long serialVersionUID = 1;
        private String text = "late";

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeInt(1);
            out.defaultWriteObject();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.readInt();
            in.defaultReadObject();
            text += "!";
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A primitive value, after something else: where it is only this class knows. */
    static final class Odd implements Serializable {
        private static final long serialVersionUID = 1;
        private final int number;

        Odd(int number) {
            this.number = number;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeObject("before");
            out.defaultWriteObject();
            out.writeObject(List.of("behind"));
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            if (in.readObject() != null) {
                in.defaultReadObject();
            }
        }

        @Override
        public String toString() {
            return "Odd" + number;
        }
    }

    /** Writes itself. */
    public static final class Outside implements Externalizable {
        private Object content;

        /** As the protocol asks for. */
        public Outside() {}

        Outside(Object content) {
            this.content = content;
        }

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeUTF("outside");
            out.writeObject(content);
            out.writeDouble(1.5);
        }

        @Override
        public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
            in.readUTF();
            content = in.readObject();
        }
    }

    /** Of constants with bodies. */
    enum Kind {
        PLAIN,
        SPECIAL {
            @Override
            public String toString() {
                return "special";
            }
        }
    }

    /** Of a proxy. */
    static final class Handler implements InvocationHandler, Serializable {
        private static final long serialVersionUID = 1;
        private int id = 3;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return "Proxy" + id;
        }
    }

    /** Some object, with as many levels below it at most. */
    Object next(int depth) {
        if (!made.isEmpty() && random.nextInt(8) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        Object object = depth == 0 || random.nextInt(4) == 0 ? leaf() : node(depth - 1);
        made.add(object);
        return object;
    }

    private Object leaf() {
        switch (random.nextInt(20)) {
            case 0:
                return null;
            case 1:
                return "text " + random.nextInt(5);
            case 2:
                return "x".repeat(random.nextInt(70_000));
            case 3:
                return random.nextInt();
            case 4:
                return new byte[random.nextInt(3000)];
            case 5:
                return new long[random.nextInt(10)];
            case 6:
                return new boolean[][] {{true}, null, {}};
            case 7:
                return new BigDecimal(new BigInteger(100, random), 3);
            case 8:
                return new Date(random.nextInt());
            case 9:
                return LocalDate.of(2000, 1, 1 + random.nextInt(28));
            case 10:
                return Kind.SPECIAL;
            case 11:
                return TimeUnit.SECONDS;
            case 12:
                return HashMap.class;
            default:
                return otherLeaf();
        }
    }

    private Object otherLeaf() {
        switch (random.nextInt(9)) {
            case 0:
                return int[].class;
            case 1:
                return ObjectStreamClass.lookup(Values.class);
            case 2:
                return new Named();
            case 3:
                return new Late();
            case 4:
                return new AtomicInteger(4);
            case 5:
                GregorianCalendar calendar =
                        new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
                calendar.setTimeInMillis(random.nextInt());
                return calendar;
            case 6:
                return failure();
            case 7:
                return Proxy.newProxyInstance(
                        ObjectGraphs.class.getClassLoader(),
                        new Class<?>[] {Comparable.class, Serializable.class},
                        new Handler());
            default:
                return Kind.PLAIN;
        }
    }

    private static Exception failure() {
        Exception made = new IllegalStateException("text");
        made.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "c", 1)});
        return made;
    }

    private Object node(int depth) {
        switch (random.nextInt(13)) {
            case 0:
                return new ArrayList<>(list(depth));
            case 1:
                return new LinkedList<>(list(depth));
            case 2:
                return new Object[] {next(depth), next(depth)};
            case 3:
                return new HashMap<>(Collections.singletonMap("key", next(depth)));
            case 4:
                return new TreeMap<>(Collections.singletonMap("key", next(depth)));
            case 5:
                return new LinkedHashSet<>(List.of("a", depth));
            case 6:
                return new Outside(next(depth));
            case 7:
                More more = new More();
                more.extra = next(depth);
                more.any = next(depth);
                return more;
            case 8:
                Values values = new Values();
                values.more = next(depth);
                values.any = values;
                return values;
            default:
                return otherNode(depth);
        }
    }

    private Object otherNode(int depth) {
        switch (random.nextInt(6)) {
            case 0:
                Properties properties = new Properties();
                properties.setProperty("a", "b");
                return properties;
            case 1:
                return new ConcurrentHashMap<>(Collections.singletonMap("key", "value"));
            case 2:
                return Collections.unmodifiableList(list(depth));
            case 3:
                IdentityHashMap<Object, Object> identities = new IdentityHashMap<>();
                identities.put("key", next(depth));
                return identities;
            case 4:
                return new Hashtable<>(Collections.singletonMap("key", 1));
            default:
                ArrayDeque<Object> deque = new ArrayDeque<>();
                deque.add("one");
                return deque;
        }
    }

    private List<Object> list(int depth) {
        List<Object> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(next(depth));
        }
        return all;
    }

    /** Written as the only object of a stream. */
    static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    /** As the JDK's class reads it. */
    static Object read(byte[] bytes) throws Exception {
        return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    }
}
