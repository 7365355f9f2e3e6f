package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A {@link LinkedBlockingQueue} in which waiting fibers use no thread. The elements are kept by the
 * JDK's class, of which only non-blocking methods are called; fibers and threads that wait stand in
 * one line. Serialised as the JDK's.
 *
 * @param <E> the elements
 */
public class FiberLinkedBlockingQueue<E> extends LinkedBlockingQueue<E> implements FiberQueue<E> {
    private static final long serialVersionUID = 1L;

    private final transient Bells bells = new Bells(this);

    /** Makes a queue without a bound. */
    public FiberLinkedBlockingQueue() {
        super();
    }

    /**
     * Makes a queue.
     *
     * @param capacity how many elements fit; at least 1
     */
    public FiberLinkedBlockingQueue(int capacity) {
        super(capacity);
    }

    /**
     * Makes a queue without a bound.
     *
     * @param c what is in it at first
     */
    public FiberLinkedBlockingQueue(Collection<? extends E> c) {
        super(c);
    }

    @Override
    public boolean offer(E element) {
        StackReserve.claim();
        return bells.added(super.offer(element));
    }

    @Override
    @Suspendable
    public void put(E element) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        if (!offer(element)) {
            bells.put(() -> super.offer(element), WaitRoom.FOR_EVER);
        }
    }

    @Override
    @Suspendable
    public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        return offer(element)
                || timeout > 0 && bells.put(() -> super.offer(element), unit.toNanos(timeout));
    }

    @Override
    public E poll() {
        StackReserve.claim();
        return bells.taken(super.poll());
    }

    @Override
    @Suspendable
    public E take() throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.poll();
        return element != null ? bells.taken(element) : bells.take(super::poll, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.poll();
        return element != null || timeout <= 0
                ? bells.taken(element)
                : bells.take(super::poll, unit.toNanos(timeout));
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        StackReserve.claim();
        return bells.addedMany(super.addAll(c));
    }

    @Override
    public boolean remove(Object o) {
        StackReserve.claim();
        return bells.removed(super.remove(o));
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        StackReserve.claim();
        return bells.removed(super.removeAll(c));
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        StackReserve.claim();
        return bells.removed(super.retainAll(c));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        StackReserve.claim();
        return bells.removed(super.removeIf(filter));
    }

    @Override
    public void clear() {
        StackReserve.claim();
        super.clear();
        bells.removed(true);
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        StackReserve.claim();
        return bells.removed(super.drainTo(c));
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        StackReserve.claim();
        return bells.removed(super.drainTo(c, maxElements));
    }

    @Override
    public Iterator<E> iterator() {
        return bells.iterator(super.iterator());
    }

    /**
     * What is written when this queue is serialised: one of the JDK's with the elements of now.
     *
     * @return a new queue
     */
    protected Object writeReplace() {
        LinkedBlockingQueue<E> copy =
                new LinkedBlockingQueue<>(
                        (int) Math.min(Integer.MAX_VALUE, (long) size() + remainingCapacity()));
        copy.addAll(this);
        return copy;
    }
}
