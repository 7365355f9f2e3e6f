package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import dev.weft.woven.StackReserve;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A {@link LinkedBlockingDeque} in which waiting fibers use no thread. The elements are kept by the
 * JDK's class, of which only non-blocking methods are called; fibers and threads that wait stand in
 * one line. Serialised as the JDK's.
 *
 * @param <E> the elements
 */
public class FiberLinkedBlockingDeque<E> extends LinkedBlockingDeque<E> implements FiberDeque<E> {
    private static final long serialVersionUID = 1L;

    private final transient Bells bells = new Bells(this);

    /** Makes a deque without a bound. */
    public FiberLinkedBlockingDeque() {
        super();
    }

    /**
     * Makes a deque.
     *
     * @param capacity how many elements fit; at least 1
     */
    public FiberLinkedBlockingDeque(int capacity) {
        super(capacity);
    }

    /**
     * Makes a deque without a bound.
     *
     * @param c what is in it at first
     */
    public FiberLinkedBlockingDeque(Collection<? extends E> c) {
        addAll(c);
    }

    @Override
    @Suspendable
    public void put(E element) throws InterruptedException {
        StackReserve.claim();
        putLast(element);
    }

    @Override
    @Suspendable
    public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        return offerLast(element, timeout, unit);
    }

    @Override
    @Suspendable
    public E take() throws InterruptedException {
        StackReserve.claim();
        return takeFirst();
    }

    @Override
    @Suspendable
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        return pollFirst(timeout, unit);
    }

    @Override
    public boolean offerFirst(E element) {
        StackReserve.claim();
        return bells.added(super.offerFirst(element));
    }

    @Override
    @Suspendable
    public void putFirst(E element) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        if (!offerFirst(element)) {
            bells.put(() -> super.offerFirst(element), WaitRoom.FOR_EVER);
        }
    }

    @Override
    @Suspendable
    public boolean offerFirst(E element, long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        return offerFirst(element)
                || timeout > 0 && bells.put(() -> super.offerFirst(element), unit.toNanos(timeout));
    }

    @Override
    public E pollFirst() {
        StackReserve.claim();
        return bells.taken(super.pollFirst());
    }

    @Override
    @Suspendable
    public E takeFirst() throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.pollFirst();
        return element != null
                ? bells.taken(element)
                : bells.take(super::pollFirst, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.pollFirst();
        return element != null || timeout <= 0
                ? bells.taken(element)
                : bells.take(super::pollFirst, unit.toNanos(timeout));
    }

    @Override
    public boolean offerLast(E element) {
        StackReserve.claim();
        return bells.added(super.offerLast(element));
    }

    @Override
    @Suspendable
    public void putLast(E element) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        if (!offerLast(element)) {
            bells.put(() -> super.offerLast(element), WaitRoom.FOR_EVER);
        }
    }

    @Override
    @Suspendable
    public boolean offerLast(E element, long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        return offerLast(element)
                || timeout > 0 && bells.put(() -> super.offerLast(element), unit.toNanos(timeout));
    }

    @Override
    public E pollLast() {
        StackReserve.claim();
        return bells.taken(super.pollLast());
    }

    @Override
    @Suspendable
    public E takeLast() throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.pollLast();
        return element != null
                ? bells.taken(element)
                : bells.take(super::pollLast, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
        StackReserve.claim();
        Caller.checkInterrupt();
        E element = super.pollLast();
        return element != null || timeout <= 0
                ? bells.taken(element)
                : bells.take(super::pollLast, unit.toNanos(timeout));
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        StackReserve.claim();
        return bells.addedMany(super.addAll(c));
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

    @Override
    public boolean removeFirstOccurrence(Object o) {
        StackReserve.claim();
        return bells.removed(super.removeFirstOccurrence(o));
    }

    @Override
    public boolean removeLastOccurrence(Object o) {
        StackReserve.claim();
        return bells.removed(super.removeLastOccurrence(o));
    }

    @Override
    public Iterator<E> descendingIterator() {
        return bells.iterator(super.descendingIterator());
    }

    /**
     * What is written when this queue is serialised: one of the JDK's with the elements of now.
     *
     * @return a new queue
     */
    protected Object writeReplace() {
        LinkedBlockingDeque<E> copy =
                new LinkedBlockingDeque<>(
                        (int) Math.min(Integer.MAX_VALUE, (long) size() + remainingCapacity()));
        copy.addAll(this);
        return copy;
    }
}
