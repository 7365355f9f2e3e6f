package dev.weft.net;

import dev.weft.fiber.IdlePoll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for channels, for the whole process.
 *
 * <p><b>Who polls.</b> One thread at a time, the holder of the token. As a rule that is a carrier's
 * thread that found nothing to run ({@link IdlePoll}), so what arrives is run where it was noticed
 * and no thread is woken for it; busy carriers look in passing. When plain threads, or fibers of
 * schedulers without threads of their own, wait for channels, a daemon thread polls as long as they
 * do, and then until a carrier asks for the token. Others hold it for a moment only (to look in
 * passing, to close a channel); a carrier's thread that wanted to rest with it just then is woken
 * to try again, so that sockets never stay unwatched.
 *
 * <p><b>Interest is left in place.</b> Each change of interest costs a system call, and a wake-up
 * when somebody polls. A channel is armed by the first wait and stays armed: by the time of the
 * next poll its reader has usually run, read, and waits again. A channel that is reported twice
 * while nobody waits is disarmed ({@link Readiness}).
 */
final class Poller extends IdlePoll {
    /** When a carrier that asked has not taken the token by then, the daemon polls on. */
    private static final long HANDOVER_NANOS = 2_000_000;

    private static final AtomicInteger FOREIGN = new AtomicInteger();

    private final Reports reports = new Reports();
    private final ReentrantLock token = new ReentrantLock();
    private final List<Wait> batch = new ArrayList<>();

    /** How many looks have ended; written by the token's holder. */
    private final AtomicInteger looks = new AtomicInteger();

    /** The daemon thread holds the token, or does until a carrier has taken it. */
    private volatile boolean relieved;

    /** A carrier wants the token. */
    private volatile boolean asked;

    /**
     * The carrier's thread that went to rest last without the token. One is enough: it ends only
     * while another thread is in a select for ever ({@link #waits}).
     */
    private final AtomicReference<Thread> missed = new AtomicReference<>();

    private Thread relief;

    private Poller() {}

    static Poller get() {
        return Holder.POLLER;
    }

    /**
     * A wait of a thread, or of a fiber that no carrier polls for, begins. It is counted also when
     * this throws for want of memory.
     */
    void foreignBegins() {
        if (FOREIGN.getAndIncrement() == 0) {
            relieve();
        }
    }

    static void foreignEnds() {
        FOREIGN.getAndDecrement();
    }

    /** Where channels are made known. */
    Reports reports() {
        return reports;
    }

    /** What users see of a channel; the channel itself when the poller does not know it. */
    SelectableChannel shown(SelectableChannel channel) {
        Readiness readiness = readiness(channel);
        return readiness == null || readiness.shown == null ? channel : readiness.shown;
    }

    /** Null when it does not know the channel. */
    Readiness readiness(SelectableChannel channel) {
        SelectionKey key = reports.key(channel);
        return key == null ? null : (Readiness) key.attachment();
    }

    /** Has closed channels give up their file descriptors; on return they have. */
    void flush(SelectableChannel channel) {
        while (channel.isRegistered()) {
            reports.changed();
            reports.wakeup();
            if (token.tryLock()) {
                await(0);
                deliver();
            } else {
                Thread.onSpinWait();
            }
        }
        awaitLook();
    }

    /**
     * Waits for the end of a look that is under way: another's may have taken the channel from the
     * selector and be about to give up the descriptor.
     */
    private void awaitLook() {
        int seen = looks.get();
        while (token.isLocked() && !token.isHeldByCurrentThread() && looks.get() == seen) {
            reports.wakeup();
            Thread.onSpinWait();
        }
    }

    @Override
    protected boolean tryEnter() {
        return FOREIGN.get() == 0 && token.tryLock();
    }

    @Override
    protected boolean enter() {
        if (tryEnter() || ask()) {
            return true;
        }
        missed.set(Thread.currentThread());
        return tryEnter(); // who gave it back before that could not see it
    }

    /** Gets the token from the daemon, unless that polls for others. */
    private boolean ask() {
        if (!relieved || FOREIGN.get() != 0) {
            return false;
        }
        asked = true;
        reports.wakeup();
        try {
            return token.tryLock(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false; // the carrier's thread looks why
        }
    }

    @Override
    protected boolean await(long nanos) {
        try {
            reports.await(nanos != 0, batch);
        } catch (IOException e) {
            throw new UncheckedIOException("the poller of sockets failed", e);
        } finally {
            looks.lazySet(looks.getPlain() + 1);
        }
        return !batch.isEmpty();
    }

    @Override
    protected void deliver() {
        try {
            deliverBatch();
        } finally {
            token.unlock();
        }
        if (!isCarrier()) {
            wakeMissed(); // a carrier comes back for it by itself when it rests
        }
    }

    private void wakeMissed() {
        LockSupport.unpark(missed.getAndSet(null));
    }

    @Override
    protected boolean waits() {
        return reports.waits();
    }

    @Override
    protected void wakeup() {
        reports.wakeup();
    }

    private void deliverBatch() {
        for (Wait wait : batch) {
            try {
                wait.end();
            } catch (Throwable thrown) {
                tell(thrown); // its wait has ended, and the others' must
            }
        }
        batch.clear();
    }

    private synchronized void relieve() {
        if (relief == null) {
            Thread thread = new Thread(null, this::relieveForever, "weft-poller", 0, false);
            thread.setDaemon(true);
            thread.start();
            relief = thread;
        } else {
            LockSupport.unpark(relief);
        }
        reports.wakeup();
    }

    private void relieveForever() {
        for (; ; ) {
            try {
                pollForOthers();
            } catch (OutOfMemoryError passing) {
                Thread.yield(); // nobody else polls for those who wait here
            } catch (Throwable thrown) {
                tell(thrown);
            }
        }
    }

    private void pollForOthers() {
        while (FOREIGN.get() == 0 && (token.isLocked() || !relieved)) {
            relieved = false;
            wakeMissed();
            LockSupport.park(this);
        }
        reports.wakeup();
        token.lock();
        relieved = true;
        try {
            pollUntilAsked();
        } finally {
            token.unlock();
        }
        LockSupport.parkNanos(this, HANDOVER_NANOS);
    }

    private void pollUntilAsked() {
        while (!asked || FOREIGN.get() != 0) {
            try {
                await(Long.MAX_VALUE);
            } finally {
                deliverBatch();
            }
            Thread.interrupted();
        }
        asked = false;
    }

    /** Made on first use. */
    private static final class Holder {
        static final Poller POLLER = new Poller();

        static {
            IdlePoll.install(POLLER);
        }
    }
}
