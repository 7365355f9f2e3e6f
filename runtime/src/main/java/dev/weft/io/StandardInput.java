package dev.weft.io;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.CheckedCanceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Waiter;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The standard input, read by fibers. Java can't poll its descriptor, so one daemon thread of the
 * process, started by the first wait, reads for all fibers; they park, and none of them holds a
 * carrier or a thread.
 *
 * <p>It reads on demand only, and at most what a waiting fiber has asked for, so nothing is read
 * ahead that code which is not woven would miss. What arrives is kept here until somebody takes it:
 * a fiber that is cancelled while it waits leaves at once, and the byte that the thread is waiting
 * for goes to the next that reads in woven code. What is there already is read without the thread.
 *
 * <p>An interrupt does not end a read, as with threads. Thread-safe.
 */
public final class StandardInput extends FiberInputStream {
    private static final int MOST = 8192;

    /** What {@link #now} returns when there is nothing. */
    private static final int NOTHING = -2;

    private static volatile StandardInput current;

    private final InputStream in;
    private final Object lock = new Object();
    private final CheckedCanceller canceller = this::withdraw;
    private List<Wait> waits = new ArrayList<>();
    private boolean reads;
    private boolean started;

    /** What has been read and not taken. */
    private Kept kept;

    private StandardInput(InputStream in) {
        this.in = in;
    }

    /** A fiber or pinned thread that waits. */
    private static final class Wait {
        final Waiter waiter;
        final Fiber<?> fiber;
        final int length;

        Wait(Waiter waiter, Fiber<?> fiber, int length) {
            this.waiter = waiter;
            this.fiber = fiber;
            this.length = length;
        }
    }

    /**
     * What fibers read in place of a stream.
     *
     * @param it any stream; may be null
     * @return the same, unless it is {@link System#in} as the JVM has set it
     */
    public static InputStream over(InputStream it) {
        if (it == null || it != System.in || it.getClass() != BufferedInputStream.class) {
            return it;
        }
        StandardInput known = current;
        return known != null && known.in == it ? known : make(it);
    }

    private static synchronized StandardInput make(InputStream it) {
        if (current == null || current.in != it) {
            current = new StandardInput(it);
        }
        return current;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int at, int count) throws IOException {
        Objects.checkFromIndexSize(at, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        boolean interrupted = false;
        try {
            int n = now(bytes, at, count);
            while (n == NOTHING) {
                try {
                    await(Math.min(count, MOST));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                n = now(bytes, at, count);
            }
            return n;
        } finally {
            if (interrupted) {
                Fiber.current().interrupt();
            }
        }
    }

    /** What can be had without waiting; on a thread that runs no fiber, whatever comes. */
    private int now(byte[] bytes, int at, int count) throws IOException {
        synchronized (lock) {
            if (kept != null) {
                return take(bytes, at, count);
            }
            if (reads && Fiber.current() != null) {
                return NOTHING; // asking the stream would wait for who reads it
            }
        }
        boolean there = Fiber.current() == null || Kept.available(in) > 0;
        return there ? Kept.read(in, bytes, at, count) : NOTHING;
    }

    private int take(byte[] bytes, int at, int count) throws IOException {
        Kept piece = kept;
        int n = piece.failure == null ? piece.take(bytes, at, count) : -1;
        if (n < 0 || piece.length == 0) {
            kept = null;
            lock.notifyAll();
        }
        if (piece.failure != null) {
            throw piece.failure;
        }
        return n;
    }

    @Suspendable
    private void await(int count) throws InterruptedException {
        await(count, Stack.PINNED);
    }

    /** The leaf. */
    private void await(int count, Stack stack) throws InterruptedException {
        StackReserve.claimForWait(stack);
        Fiber<?> fiber = Fiber.current();
        Waiter waiter = Waiter.begin(stack, this, canceller);
        Blocking.expect(fiber);
        boolean queued = false;
        try {
            queued = publish(new Wait(waiter, fiber, count));
        } finally {
            if (!queued) { // there is something, or no memory for it
                waiter.dismiss();
                Blocking.arrived(fiber);
            }
        }
        if (queued) {
            waiter.await(stack);
        }
    }

    private boolean publish(Wait wait) {
        synchronized (lock) {
            if (kept != null) {
                return false;
            }
            begin();
            waits.add(wait);
            return true;
        }
    }

    private void begin() {
        if (started) {
            lock.notifyAll();
            return;
        }
        Thread thread = new Thread(null, this::readForOthers, "weft-stdin", 0, false);
        thread.setDaemon(true);
        thread.start();
        started = true;
    }

    private void readForOthers() {
        for (; ; ) {
            for (Wait wait : keep(Kept.readFrom(in, awaitWish()))) {
                end(wait);
            }
        }
    }

    private static void end(Wait wait) {
        try {
            wait.waiter.resume(null);
        } finally {
            Blocking.arrived(wait.fiber);
        }
    }

    /** Waits until somebody wants something that is not there; returns how much. */
    private int awaitWish() {
        synchronized (lock) {
            while (waits.isEmpty() || kept != null) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    continue; // nobody's to interrupt
                }
            }
            reads = true;
            return waits.get(0).length;
        }
    }

    /** Everybody who waits looks again, since any of them may be cancelled before it does. */
    private List<Wait> keep(Kept piece) {
        synchronized (lock) {
            reads = false;
            kept = piece;
            List<Wait> all = waits;
            waits = new ArrayList<>();
            return all;
        }
    }

    private boolean withdraw(Waiter waiter) {
        Wait found = null;
        synchronized (lock) {
            for (Wait wait : waits) {
                if (wait.waiter == waiter) {
                    found = wait;
                }
            }
            waits.remove(found);
        }
        if (found != null) {
            Blocking.arrived(found.fiber);
        }
        return found != null;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count <= 0) {
            return 0;
        }
        byte[] some = new byte[(int) Math.min(count, MOST)];
        return Math.max(read(some, 0, some.length), 0);
    }

    /** Does not wait for whoever reads. */
    @Override
    public int available() throws IOException {
        synchronized (lock) {
            if (kept != null) {
                return Math.max(kept.length, 0);
            }
            if (reads) {
                return 0;
            }
        }
        return Kept.available(in);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public String toString() {
        return "standard input";
    }
}
