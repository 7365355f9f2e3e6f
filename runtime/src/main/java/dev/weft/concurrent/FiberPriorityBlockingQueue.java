package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A {@link PriorityBlockingQueue} in which waiting fibers use no thread. The elements are kept by
 * the JDK's class, of which only non-blocking methods are called; fibers and threads that wait
 * stand in one line. Serialised as the JDK's.
 *
 * @param <E> the elements
 */
public class FiberPriorityBlockingQueue<E> extends PriorityBlockingQueue<E>
        implements FiberQueue<E> {
    private static final long serialVersionUID = 1L;

    private final transient Bells bells = new Bells(this);

    /** Makes a queue in natural order. */
    public FiberPriorityBlockingQueue() {
        super();
    }

    /**
     * Makes a queue in natural order.
     *
     * @param initialCapacity how many elements it is made for; at least 1
     */
    public FiberPriorityBlockingQueue(int initialCapacity) {
        super(initialCapacity);
    }

    /**
     * Makes a queue.
     *
     * @param initialCapacity how many elements it is made for; at least 1
     * @param comparator the order; null for the natural one
     */
    public FiberPriorityBlockingQueue(int initialCapacity, Comparator<? super E> comparator) {
        super(initialCapacity, comparator);
    }

    /**
     * Makes a queue, in the order of the collection if that has one.
     *
     * @param c what is in it at first
     */
    public FiberPriorityBlockingQueue(Collection<? extends E> c) {
        super(c);
    }

    @Override
    public boolean offer(E element) {
        StackReserve.claim();
        return bells.added(super.offer(element));
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
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.poll();
        return element != null ? element : bells.take(super::poll, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.poll();
        return element != null || timeout <= 0
                ? element
                : bells.take(super::poll, unit.toNanos(timeout));
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        StackReserve.claim();
        return bells.addedMany(super.addAll(c));
    }

    /**
     * What is written when this queue is serialised: one of the JDK's with the elements of now.
     *
     * @return a new queue
     */
    protected Object writeReplace() {
        return new PriorityBlockingQueue<>(this);
    }
}
