package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.Collection;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A {@link DelayQueue} in which waiting fibers use no thread. Who waits has a timer for the end of
 * the head's delay, and looks again when an element is added.
 *
 * <p>An element's delay is what the element says. On a scheduler with virtual time an element that
 * asks {@link System#nanoTime()} does not see that time; {@link Caller#nanoTime()} is its clock.
 *
 * @param <E> the elements
 */
public class FiberDelayQueue<E extends Delayed> extends DelayQueue<E> implements FiberQueue<E> {
    private final Bell bell = new Bell(this);

    /** Makes an empty queue. */
    public FiberDelayQueue() {}

    /**
     * Makes a queue.
     *
     * @param c what is in it at first
     */
    public FiberDelayQueue(Collection<? extends E> c) {
        super(c);
    }

    @Override
    public boolean offer(E element) {
        StackReserve.claim();
        boolean added = super.offer(element);
        if (bell != null) { // else called by the superclass's constructor
            bell.ring();
        }
        return added;
    }

    @Override
    public void put(E element) {
        StackReserve.claim();
        offer(element);
    }

    @Override
    public boolean offer(E element, long timeout, TimeUnit unit) {
        StackReserve.claim();
        return offer(element);
    }

    @Override
    @Suspendable
    public E take() throws InterruptedException {
        StackReserve.claimMost();
        return await(WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claimMost();
        return await(unit.toNanos(timeout));
    }

    @Suspendable
    private E await(long nanos) throws InterruptedException {
        Caller.checkInterrupt();
        E element = super.poll();
        if (element != null || nanos <= 0) {
            return element;
        }
        long deadline = WaitRoom.deadline(nanos);
        bell.enter();
        try {
            for (; ; ) {
                int seen = bell.count();
                element = super.poll();
                long left = WaitRoom.left(nanos, deadline);
                if (element != null || left <= 0) {
                    return element;
                }
                bell.await(seen, Math.min(left, headDelay()), WaitRoom.CHECKED);
            }
        } finally {
            bell.leave();
            bell.ring(); // one wake-up may have stood for two heads
        }
    }

    /** How long the first element is to stay; for ever when there is none. */
    private long headDelay() {
        E head = peek();
        return head == null ? WaitRoom.FOR_EVER : Math.max(1, head.getDelay(TimeUnit.NANOSECONDS));
    }
}
