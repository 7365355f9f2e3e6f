package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.io.Writer;

/**
 * The writer beneath a wrapper of the JDK's that writes. While a method of the wrapper runs, what
 * it would write is collected; it is written when that method has returned, before its caller goes
 * on, where the fiber can suspend. So the wrapper's own code runs, and it behaves as ever; only an
 * exception comes after the wrapper has taken what it could not write to be written.
 *
 * <p>Calls of several fibers or threads take turns. A wrapper's method that is called outside of
 * {@link #enter} and {@link #exit}, by code that is not woven, writes straight through.
 */
final class TextDrain extends Writer {
    private final Writer target;
    private final Mutex turns = new Mutex();

    /** The thread in a method of the wrapper. */
    private volatile Thread inside;

    private StringBuilder text;
    private boolean flush;
    private boolean close;

    TextDrain(Writer target) {
        this.target = target;
    }

    /** The writer beneath. */
    Writer target() {
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
    public void write(char[] chars, int from, int length) throws IOException {
        if (!isInside()) {
            target.write(chars, from, length);
        } else {
            text().append(chars, from, length);
        }
    }

    @Override
    public void write(String s, int from, int length) throws IOException {
        if (!isInside()) {
            target.write(s, from, length);
        } else {
            text().append(s, from, from + length);
        }
    }

    private StringBuilder text() {
        if (text == null) {
            text = new StringBuilder();
        }
        return text;
    }

    private boolean isEmpty() {
        return text == null;
    }

    @Suspendable
    private void writeOut() throws IOException {
        String all = text.toString();
        text = null;
        if (!all.isEmpty()) {
            target.write(all);
        }
    }
}
