package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link CountDownLatch} in which waiting fibers use no thread. */
public class FiberCountDownLatch extends CountDownLatch {
    private final Bell bell = new Bell(this);

    /**
     * Makes a latch.
     *
     * @param count how often to count down; not negative
     */
    public FiberCountDownLatch(int count) {
        super(count);
    }

    @Override
    public void countDown() {
        StackReserve.claim();
        super.countDown();
        if (getCount() == 0) {
            bell.ringAll();
        }
    }

    @Override
    @Suspendable
    public void await() throws InterruptedException {
        awaitFor(WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        return awaitFor(unit.toNanos(timeout));
    }

    @Suspendable
    private boolean awaitFor(long nanos) throws InterruptedException {
        StackReserve.claimMost();
        Caller.checkInterrupt();
        if (getCount() == 0) {
            return true;
        }
        bell.enter();
        try {
            int seen = bell.count();
            return getCount() == 0 || bell.await(seen, nanos, WaitRoom.CHECKED) || getCount() == 0;
        } finally {
            bell.leave();
        }
    }
}
