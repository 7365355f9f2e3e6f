package dev.weft.io;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.fiber.EndSignal;
import dev.weft.fiber.Fiber;
import dev.weft.sync.Event;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/**
 * What is between the two ends of a pipe of bytes or characters, when both are the runtime's. The
 * state is guarded by this object's monitor, which is never held while anybody waits; those who
 * wait are told by two events.
 *
 * <p>The JDK's rules, also where they are odd: an end is dead when the fiber or thread that used it
 * last has ended; a reader finds out at once when it comes ("Write end dead"), and after two more
 * seconds when it waits ("Pipe broken"); a writer of characters looks whether the pipe was closed
 * before each of them, one of bytes only when there is no room. The end of a fiber wakes whoever
 * waits for it; threads do not tell, so their peers look every second, as in the JDK.
 */
final class Pipe {
    private final Object ring;
    private final int capacity;
    private final boolean ofCharacters;
    private final Event data = new Event();
    private final Event room = new Event();
    private int first;
    private int count;
    private boolean closedByWriter;
    private boolean closedByReader;
    private Object reader;
    private Object writer;

    /** Whose end will be told. */
    private Object watched;

    private Pipe(Object ring, int capacity, boolean ofCharacters) {
        this.ring = ring;
        this.capacity = capacity;
        this.ofCharacters = ofCharacters;
    }

    static Pipe ofBytes(int capacity) {
        return new Pipe(new byte[capacity], capacity, false);
    }

    static Pipe ofCharacters(int capacity) {
        return new Pipe(new char[capacity], capacity, true);
    }

    /** Waits until something is there. Returns how much was read, -1 at the end. */
    @Suspendable
    int read(Object to, int from, int length) throws IOException {
        requireReadable();
        setReader(Caller.self());
        int trials = 2;
        for (; ; ) {
            int n = tryRead(to, from, length);
            if (n != 0) {
                return n;
            }
            Object peer = writer();
            if (isDead(peer) && --trials < 0) {
                throw new IOException("Pipe broken");
            }
            await(data, peer);
        }
    }

    /** Writes all, waiting for room. */
    @Suspendable
    void write(Object from, int at, int length) throws IOException {
        int done = 0;
        int most = length;
        if (length > 0) {
            requireWritable();
            setWriter(Caller.self());
        }
        while (done < length) {
            int n = tryWrite(from, at + done, Math.min(most, length - done));
            done += n;
            if (n == 0) {
                requireReader();
                await(room, reader());
                most = ofCharacters ? 1 : length;
            } else if (most == 1 && done < length) {
                requireWritable();
                most = length;
            }
        }
    }

    /** Throws what a read throws that does not wait. */
    synchronized void requireReadable() throws IOException {
        if (closedByReader) {
            throw new IOException("Pipe closed");
        }
        if (isDead(writer) && !closedByWriter && count == 0) {
            throw new IOException("Write end dead");
        }
    }

    synchronized int available() {
        return count;
    }

    void closeByReader() {
        synchronized (this) {
            closedByReader = true;
            count = 0;
        }
        room.set();
    }

    void closeByWriter() {
        synchronized (this) {
            closedByWriter = true;
        }
        data.set();
    }

    private synchronized void requireWritable() throws IOException {
        if (closedByWriter || closedByReader) {
            throw new IOException("Pipe closed");
        }
        if (isDead(reader)) {
            throw new IOException("Read end dead");
        }
    }

    /**
     * Asked by a writer who found no room. A reader that has closed since has made some, and has
     * usually ended as well.
     */
    private synchronized void requireReader() throws IOException {
        if (!ofCharacters) {
            requireWritable();
        } else if (count == capacity && isDead(reader)) {
            throw new IOException("Pipe broken");
        }
    }

    /** 0 when there is nothing now. */
    private int tryRead(Object to, int from, int length) {
        int n;
        synchronized (this) {
            if (count == 0) {
                data.clear();
                return closedByWriter ? -1 : 0;
            }
            n = Math.min(length, count);
            int head = Math.min(n, capacity - first);
            System.arraycopy(ring, first, to, from, head);
            System.arraycopy(ring, 0, to, from + head, n - head);
            first = (first + n) % capacity;
            count -= n;
        }
        room.set();
        return n;
    }

    /** 0 when there is no room now. */
    private int tryWrite(Object from, int at, int length) {
        int n;
        synchronized (this) {
            n = Math.min(length, capacity - count);
            if (n == 0) {
                room.clear();
                return 0;
            }
            int end = (first + count) % capacity;
            int head = Math.min(n, capacity - end);
            System.arraycopy(from, at, ring, end, head);
            System.arraycopy(from, at + head, ring, 0, n - head);
            count += n;
        }
        data.set();
        return n;
    }

    @Suspendable
    private void await(Event changed, Object peer) throws IOException {
        try {
            if (peer == null || watch(peer)) {
                changed.await();
            } else {
                changed.await(1, TimeUnit.SECONDS);
            }
        } catch (FiberCancelledException e) {
            Fiber<?> fiber = Fiber.current();
            if (fiber != null && fiber.isCancelled()) {
                throw e;
            }
            throw new InterruptedIOException();
        }
    }

    /** Whether those who wait are told when the peer ends. */
    private boolean watch(Object peer) {
        if (!(peer instanceof Fiber) || isDead(peer)) {
            return false;
        }
        synchronized (this) {
            if (watched == peer) {
                return true;
            }
            watched = peer;
        }
        EndSignal.then((Fiber<?>) peer, this::ended);
        return true;
    }

    private void ended() {
        data.set();
        room.set();
    }

    private static boolean isDead(Object side) {
        return side instanceof Fiber
                ? ((Fiber<?>) side).isDone()
                : side != null && !((Thread) side).isAlive();
    }

    private synchronized Object reader() {
        return reader;
    }

    private synchronized Object writer() {
        return writer;
    }

    private synchronized void setReader(Object side) {
        reader = side;
    }

    private synchronized void setWriter(Object side) {
        writer = side;
    }
}
