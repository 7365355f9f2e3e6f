package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/**
 * An {@link ObjectInputStream} for which a fiber waits, without a thread, until an object or a
 * primitive value begins to arrive ({@link #begin$weft}). Then the JDK's code reads it. What is
 * missing of it at that time a thread waits for: how long an object is, only its class knows.
 *
 * <p>Waiting is wrong where the JDK's code already has the beginning: a block of primitive values,
 * or the one byte at which it looks to see what comes. Then nothing is waited for here.
 */
public class FiberObjectInputStream extends ObjectInputStream {
    private static final int HEADER = 4;

    /** Null in a subclass that reads in its own way. */
    private final Ahead ahead;

    private final ClassLoader context = Thread.currentThread().getContextClassLoader();

    /** Calls of the JDK's code that are being made; they may call the user's, which reads on. */
    private volatile int inside;

    /**
     * As {@link ObjectInputStream#ObjectInputStream(InputStream)}; the thread waits for the header.
     *
     * @param in the stream beneath
     * @throws IOException as the JDK's
     */
    public FiberObjectInputStream(InputStream in) throws IOException {
        this(new Ahead(in));
    }

    /**
     * As {@link ObjectInputStream#ObjectInputStream()}.
     *
     * @throws IOException never
     */
    public FiberObjectInputStream() throws IOException {
        ahead = null;
    }

    private FiberObjectInputStream(Ahead ahead) throws IOException {
        super(ahead);
        this.ahead = ahead;
        ahead.settled();
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
        Ahead ahead = new Ahead(in);
        ahead.fetch(HEADER);
        return new FiberObjectInputStream(ahead);
    }

    /**
     * Before a call of the JDK's code that reads: waits until there is something to read.
     *
     * @param bytes how many bytes of primitive values it reads; 0: an object
     * @return whether all of that has been read by the JDK's code already
     * @throws IOException as the stream beneath
     */
    @Suspendable
    public final boolean begin$weft(int bytes) throws IOException {
        boolean there = false;
        if (inside == 0 && ahead != null) {
            int left = left();
            there = bytes > 0 && left >= bytes;
            if (left == 0 && !ahead.wasSingle()) {
                ahead.await();
            }
        }
        return there;
    }

    /** Says that the JDK's code runs. */
    public final void enter$weft() {
        inside++;
    }

    /**
     * Says that it has ended.
     *
     * @param object whether it has read an object to its end
     */
    public final void exit$weft(boolean object) {
        inside--;
        if (object && inside == 0 && ahead != null) {
            ahead.settled();
        }
    }

    /** How many bytes of primitive values have been read by the JDK's code, or fetched. */
    private int left() throws IOException {
        ahead.cover(true);
        try {
            return super.available();
        } finally {
            ahead.cover(false);
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
