package dev.weft.sync;

import dev.weft.SuspendableRunnable;
import dev.weft.fiber.EndSignal;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.woven.StackReserve;

/**
 * Counts unfinished work and lets others wait until none is left. May be used again afterwards.
 * Thread-safe. (Go's sync.WaitGroup; a structured scope is often the better choice.)
 */
public final class WaitGroup extends Awaitable {
    private int count;

    /** Makes a group without work. */
    public WaitGroup() {}

    @Override
    boolean grant(int how, Object who) {
        return count == 0;
    }

    /**
     * Adds to the count. Do this before the work is started.
     *
     * @param n may be negative
     * @throws IllegalStateException when the count would become negative; it is then unchanged
     */
    public void add(int n) {
        int acquired = acquire();
        int sum = count + n;
        boolean valid = sum >= 0 && (n < 0 || sum >= n);
        if (valid) {
            count = sum;
        }
        settle(acquired);
        if (!valid) {
            throw new IllegalStateException("WaitGroup count would be " + sum);
        }
    }

    /** Counts one piece of work as finished. */
    public void done() {
        add(-1);
    }

    /**
     * Starts a fiber and counts it as unfinished until it has ended, however that comes: by
     * returning, by an exception, cancelled before it began. (Go's {@code WaitGroup.Go}.)
     *
     * @param body what it runs, on the caller's scheduler; not null
     * @return the fiber, which tells of its failure as any other
     */
    public Fiber<Void> go(SuspendableRunnable body) {
        StackReserve.claimTwice();
        add(1);
        Fiber<Void> fiber;
        try {
            fiber = Weft.go(body);
        } catch (Throwable notStarted) {
            done();
            throw notStarted;
        }
        EndSignal.then(fiber, this::done);
        return fiber;
    }

    /**
     * How much work is unfinished; a snapshot.
     *
     * @return not negative
     */
    public int count() {
        acquire();
        int n = count;
        release();
        return n;
    }
}
