package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.io.ObjectSource.Cover;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * An {@link ObjectInputStream} for which a fiber waits, without a thread, until all has come that a
 * call is going to read ({@link #begin$weft}). Then the JDK's code reads it, and need not wait.
 *
 * <p>How much that is an {@link ObjectScan} knows. Where it does not (it says when), the fiber
 * waits for the beginning, and a thread for what is missing then. So it is for subclasses that read
 * descriptions of classes in a way of their own, and for objects longer than {@link #MOST} bytes,
 * or, where a filter may refuse what has begun, {@link #MOST_FILTERED}. When the JDK's code has
 * stopped within an object, by an exception, a thread waits for all that is read after it.
 */
public class FiberObjectInputStream extends ObjectInputStream {
    /** More than the length of a text: the length is read first. */
    public static final int TEXT = Integer.MAX_VALUE;

    private static final int HEADER = 4;
    private static final int MOST = 1 << 26;
    private static final int MOST_FILTERED = 1 << 16;

    /** Null in a subclass that reads in its own way. */
    private final ObjectSource source;

    private final ObjectScan scan;
    private final ClassLoader context = Thread.currentThread().getContextClassLoader();

    /** Calls of the JDK's code that are being made; they may call the user's, which reads on. */
    private volatile int inside;

    /** Whether a subclass reads descriptions of classes, so that the scan can't. */
    private final boolean ownWay;

    /**
     * Whether there is nothing to be gained from the scan, for good: the JDK's code has stopped at
     * another place, or waits for the stream beneath take a thread anyway.
     */
    private boolean astray;

    /** An object has come whole, for a call that has not been made yet. */
    private boolean pending;

    /** Whether the call began between objects. */
    private boolean between;

    /** What had been read before the call. */
    private long before;

    /**
     * As {@link ObjectInputStream#ObjectInputStream(InputStream)}; the thread waits for the header.
     *
     * @param in the stream beneath
     * @throws IOException as the JDK's
     */
    public FiberObjectInputStream(InputStream in) throws IOException {
        this(new ObjectSource(in));
    }

    /**
     * As {@link ObjectInputStream#ObjectInputStream()}.
     *
     * @throws IOException never
     */
    public FiberObjectInputStream() throws IOException {
        source = null;
        scan = null;
        ownWay = true;
    }

    private FiberObjectInputStream(ObjectSource source) throws IOException {
        super(source);
        this.source = source;
        ReadOrder order = new ReadOrder(getClass().getClassLoader(), context);
        scan = new ObjectScan(order::valuesFirst);
        source.begin(scan);
        ownWay = describesInItsOwnWay(getClass());
        astray = !source.suspends();
    }

    private static boolean describesInItsOwnWay(Class<?> type) {
        for (Class<?> c = type; c != FiberObjectInputStream.class; c = c.getSuperclass()) {
            try {
                c.getDeclaredMethod("readClassDescriptor");
                return true;
            } catch (NoSuchMethodException e) {
                // perhaps above it
            }
        }
        return false;
    }

    /**
     * As {@link ObjectInputStream#ObjectInputStream(InputStream)}: waits for the header.
     *
     * @param in the stream beneath
     * @return the new stream
     * @throws IOException as the JDK's
     */
    @Suspendable
    public static ObjectInputStream open(InputStream in) throws IOException {
        ObjectSource source = new ObjectSource(in);
        source.fetchHeader(HEADER);
        return new FiberObjectInputStream(source);
    }

    /**
     * Before a call of the JDK's code that reads: waits for what it is going to read.
     *
     * @param bytes how many bytes of primitive values; 0: an object; {@link #TEXT}: a text
     * @return whether all of that is here, so that the call does not wait
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public final boolean begin$weft(int bytes) throws IOException {
        if (inside != 0 || source == null || astray || scan.isFailed()) {
            return false;
        }
        int left = left(Cover.SOURCE);
        between = scan.isBetween();
        if (left > 0 && (bytes == 0 || left >= bytes)) {
            return true; // in front of an object: an error, at once
        }
        boolean certain = !ownWay && !scan.isStuck();
        if (certain && (bytes == 0 ? fetchObject() : fetchValues(bytes, left))) {
            return true;
        }
        if (left == 0) {
            source.await();
        }
        return false;
    }

    /** Says that the JDK's code runs. */
    public final void enter$weft() {
        if (inside++ == 0 && source != null) {
            before = source.given();
        }
    }

    /**
     * Says that it has ended.
     *
     * @param object whether it was to read an object
     * @param done whether it has
     */
    public final void exit$weft(boolean object, boolean done) {
        inside--;
        if (inside == 0 && source != null && object) {
            if (done) {
                source.settle();
            }
            if (!ownWay && (done || source.given() != before)) {
                pending = false;
                synchronize(done);
            }
        }
    }

    /** The JDK's code has read; is it where the scan is? */
    private void synchronize(boolean done) {
        if (source.held() != 0) {
            astray = true;
        } else if (done && between && scan.isStuck()) {
            scan.restart();
        } else {
            astray |= !scan.isBetween();
        }
    }

    /** How many bytes of primitive values there are before the next block, or object. */
    private int left(Cover cover) throws IOException {
        source.cover(cover);
        try {
            return super.available();
        } finally {
            source.cover(Cover.NOTHING);
        }
    }

    /** Whether all of the next object is here, or an error is. */
    @Suspendable
    private boolean fetchObject() throws IOException {
        int most = getObjectInputFilter() == null ? MOST : MOST_FILTERED;
        long ended = scan.objects();
        while (!pending && !scan.isInBlock() && !source.isEnded()) {
            if (source.held() > most) {
                return false;
            }
            source.fetch();
            if (scan.isStopped()) {
                return false;
            }
            pending = scan.objects() > ended;
        }
        return true;
    }

    /** Whether so many values are here, or the end of them is. */
    @Suspendable
    private boolean fetchValues(int bytes, int left) throws IOException {
        int read = source.held() == 0 ? left : left(Cover.ALL);
        if (read + source.held() != left) {
            return false; // what is held belongs to more than a block
        }
        long base = scan.data() - left;
        int need = bytes == TEXT ? fetchLength(read, left) : bytes;
        fetchTo(base + need);
        return need >= 0;
    }

    /** How many bytes a text has, with those that say so; -1 where they can't be seen. */
    @Suspendable
    private int fetchLength(int read, int left) throws IOException {
        scan.watch();
        long base = scan.data() - left;
        fetchTo(base + 2);
        if (scan.data() - base < 2) {
            return 0; // the stream ends, or these values do
        }
        int high = left > 0 ? source.at(-read) : scan.watched(0);
        int low = left > 1 ? source.at(1 - read) : scan.watched(1 - left);
        return high < 0 || low < 0 ? -1 : 2 + (high << 8) + low;
    }

    /** Waits until so many bytes of values have come in all, or no more do. */
    @Suspendable
    private void fetchTo(long data) throws IOException {
        while (scan.data() < data && scan.isBetween() && !source.isEnded()) {
            source.fetch();
        }
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        begin$weft(1);
        return super.read();
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length > 0) {
            begin$weft(1);
        }
        return super.read(bytes, from, length);
    }

    /**
     * The JDK looks for the loader of who calls, and may find the runtime's: then the context's.
     */
    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
            throws IOException, ClassNotFoundException {
        try {
            return super.resolveClass(type);
        } catch (ClassNotFoundException e) {
            if (context == null) {
                throw e;
            }
            return Class.forName(type.getName(), false, context);
        }
    }
}
