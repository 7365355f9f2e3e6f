package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * The stream beneath a wrapper of the JDK's that writes. While a method of the wrapper runs, what
 * it would write is collected; it is written when that method has returned, before its caller goes
 * on, where the fiber can suspend. So the wrapper's own code runs, and it behaves as ever; only an
 * exception comes after the wrapper has taken what it could not write to be written.
 *
 * <p>Calls of several fibers or threads take turns. A wrapper's method that is called outside of
 * {@link #enter} and {@link #exit}, by code that is not woven, writes straight through.
 */
final class Drain extends OutputStream {
    private static final byte[] NONE = {};

    private final OutputStream target;
    private final Mutex turns = new Mutex();

    /** The thread in a method of the wrapper. */
    private volatile Thread inside;

    private byte[] bytes = NONE;
    private int count;
    private boolean flush;
    private boolean close;

    Drain(OutputStream target) {
        this.target = target;
    }

    /** The stream beneath. */
    OutputStream target() {
        return target;
    }

    /**
     * Before a method of the wrapper. Whether it is the outermost: false when one calls another.
     */
    @Suspendable
    boolean enter() {
        if (inside == Thread.currentThread()) {
            return false;
        }
        if (!turns.tryLock()) {
            turns.lock();
        }
        inside = Thread.currentThread();
        return true;
    }

    /** Behind it, with what {@link #enter} said: the outermost method writes what it left. */
    @Suspendable
    void exit(boolean outer) throws IOException {
        if (!outer) {
            return;
        }
        inside = null;
        try {
            if (!isEmpty()) {
                writeOut();
            }
            if (flush) {
                flush = false;
                target.flush();
            }
        } finally {
            closeOrUnlock();
        }
    }

    /** A call of the wrapper's own code. */
    interface Call {
        void make() throws IOException;
    }

    /**
     * Makes a call between {@link #enter} and {@link #exit}. For wrappers whose calls do much;
     * others spell it out, which needs no object.
     */
    @Suspendable
    void around(Call call) throws IOException {
        boolean outer = enter();
        try {
            call.make();
        } finally {
            exit(outer);
        }
    }

    @Suspendable
    private void closeOrUnlock() throws IOException {
        try {
            if (close) {
                close = false;
                target.close();
            }
        } finally {
            turns.unlock();
        }
    }

    private boolean isInside() {
        return inside == Thread.currentThread();
    }

    @Override
    public void flush() throws IOException {
        if (isInside()) {
            flush = true;
        } else {
            target.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (isInside()) {
            close = true;
        } else {
            target.close();
        }
    }

    @Override
    public void write(int b) throws IOException {
        if (!isInside()) {
            target.write(b);
            return;
        }
        makeRoom(1);
        bytes[count++] = (byte) b;
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
        if (!isInside()) {
            target.write(b, from, length);
            return;
        }
        Objects.checkFromIndexSize(from, length, b.length);
        makeRoom(length);
        System.arraycopy(b, from, bytes, count, length);
        count += length;
    }

    private boolean isEmpty() {
        return count == 0;
    }

    @Suspendable
    private void writeOut() throws IOException {
        byte[] all = bytes;
        int length = count;
        bytes = NONE;
        count = 0;
        target.write(all, 0, length);
    }

    private void makeRoom(int more) {
        if (count + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(count + more, Math.max(2 * count, 64)));
        }
    }
}
