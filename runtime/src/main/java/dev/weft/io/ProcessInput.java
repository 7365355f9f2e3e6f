package dev.weft.io;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.TimeSource;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a child process writes, read by fibers. A pipe has no handle that Java could wait for beside
 * others, and {@code available()} does not tell "nothing yet" from "closed". So the first reads
 * that wait, of all pipes, block a thread each, which is exact and prompt. Those beyond that number
 * look again and again, after 1 ms at first, later up to every 10 ms, or less often when very many
 * do, until something is there, the process has ended (whereupon a read does not wait), or a thread
 * is free. A child that goes on living without its output may be noticed late by these.
 *
 * <p>The limit is {@code -Dweft.process.threads}, 64 by default. Interrupts do not end a read, as
 * in the JDK. Thread-safe as the JDK's stream is; nothing is kept here.
 */
public final class ProcessInput extends FiberInputStream {
    private static final Slots ALL = new Slots(Integer.getInteger("weft.process.threads", 64));
    private static final long LONGEST_MILLIS = 10;
    private static final int POLLS_PER_MILLI = 10;

    private final Process process;
    private final InputStream in;
    private final Slots slots;

    /**
     * Makes a stream.
     *
     * @param process a process of the JDK's own
     * @param in one of its two streams; not null
     */
    public ProcessInput(Process process, InputStream in) {
        this(process, in, ALL);
    }

    ProcessInput(Process process, InputStream in, Slots slots) {
        this.process = process;
        this.in = in;
        this.slots = slots;
    }

    /** How many more reads may block a thread, and how many look again and again. */
    static final class Slots {
        private final AtomicInteger free;
        private final AtomicInteger polling = new AtomicInteger();

        Slots(int free) {
            this.free = new AtomicInteger(free);
        }

        private boolean take() {
            int now = free.get();
            while (now > 0 && !free.compareAndSet(now, now - 1)) {
                now = free.get();
            }
            return now > 0;
        }

        private void giveBack() {
            free.incrementAndGet();
        }

        private long longestMillis() {
            return Math.max(LONGEST_MILLIS, polling.get() / POLLS_PER_MILLI);
        }
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0 || Fiber.current() == null || in.available() > 0) {
            return now(bytes, from, length);
        }
        boolean taken = slots.take();
        if (!taken && Weft.currentScheduler().time() == TimeSource.SYSTEM) {
            taken = poll();
        }
        try {
            return blocking(bytes, from, length);
        } finally {
            if (taken) {
                slots.giveBack();
            }
        }
    }

    /** Waits until a read does not wait, or may: true when a thread has been granted. */
    @Suspendable
    private boolean poll() throws IOException {
        boolean interrupted = false;
        boolean taken = false;
        slots.polling.incrementAndGet();
        try {
            long pause = 1;
            while (in.available() == 0 && process.isAlive()) {
                interrupted |= pause(pause);
                pause = Math.min(pause * 2, slots.longestMillis());
                taken = slots.take();
                if (taken) {
                    break;
                }
            }
        } finally {
            slots.polling.decrementAndGet();
            if (interrupted) {
                Fiber.current().interrupt();
            }
        }
        return taken;
    }

    /** Whether the fiber was interrupted, which it has to hear of later. */
    @Suspendable
    private static boolean pause(long millis) {
        try {
            Weft.sleep(millis);
            return false;
        } catch (FiberCancelledException e) {
            if (Fiber.current().isCancelled()) {
                throw e;
            }
            return true;
        }
    }

    @Suspendable
    private int blocking(byte[] bytes, int from, int length) throws IOException {
        if (in.available() > 0) {
            return now(bytes, from, length);
        }
        try {
            return Blocking.call(() -> in.read(bytes, from, length));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("thrown by a call that does not declare it", e);
        }
    }

    /** Not suspendable: what is there is taken, and a thread may wait. */
    private int now(byte[] bytes, int from, int length) throws IOException {
        return in.read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
