package dev.weft.concurrent;

import dev.weft.Suspendable;
import dev.weft.fiber.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A {@link LinkedTransferQueue} in which waiting fibers use no thread. Nothing of the JDK's is used
 * but its type: who gives and who takes have to meet in one place. Iterators show what was there
 * when they were made. Serialised as the JDK's.
 *
 * @param <E> the elements
 */
public class FiberLinkedTransferQueue<E> extends LinkedTransferQueue<E>
        implements FiberTransferQueue<E> {
    private static final long serialVersionUID = 1L;

    private static final int CHARACTERISTICS =
            Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT;

    private final transient TransferRoom room = new TransferRoom(this);

    /** Makes an empty queue. */
    public FiberLinkedTransferQueue() {}

    /**
     * Makes a queue.
     *
     * @param c what is in it at first
     */
    public FiberLinkedTransferQueue(Collection<? extends E> c) {
        addAll(c);
    }

    @Override
    public void put(E element) {
        room.add(Objects.requireNonNull(element));
    }

    @Override
    public boolean offer(E element) {
        put(element);
        return true;
    }

    @Override
    public boolean offer(E element, long timeout, TimeUnit unit) {
        return offer(element);
    }

    @Override
    public boolean add(E element) {
        return offer(element);
    }

    @Override
    public boolean tryTransfer(E element) {
        return room.tryGive(Objects.requireNonNull(element));
    }

    @Override
    @Suspendable
    public void transfer(E element) throws InterruptedException {
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        room.give(element, WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    public boolean tryTransfer(E element, long timeout, TimeUnit unit) throws InterruptedException {
        Objects.requireNonNull(element);
        Caller.checkInterrupt();
        return room.give(element, unit.toNanos(timeout)) != null;
    }

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public E take() throws InterruptedException {
        Caller.checkInterrupt();
        return (E) room.take(WaitRoom.FOR_EVER);
    }

    @Override
    @Suspendable
    @SuppressWarnings("unchecked")
    public E poll(long timeout, TimeUnit unit) throws InterruptedException {
        Caller.checkInterrupt();
        return (E) room.take(unit.toNanos(timeout));
    }

    @Override
    @SuppressWarnings("unchecked")
    public E poll() {
        return (E) room.poll();
    }

    @Override
    @SuppressWarnings("unchecked")
    public E peek() {
        return (E) room.peek();
    }

    @Override
    public boolean hasWaitingConsumer() {
        return room.countWaiting() > 0;
    }

    @Override
    public int getWaitingConsumerCount() {
        return room.countWaiting();
    }

    @Override
    public int size() {
        return room.size();
    }

    @Override
    public boolean isEmpty() {
        return room.size() == 0;
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        return Meetings.drain(this, c, maxElements);
    }

    @Override
    public boolean remove(Object o) {
        for (TransferRoom.Node node : room.nodes()) {
            if (node.element.equals(o) && room.remove(node)) {
                return true;
            }
        }
        return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        boolean any = false;
        for (TransferRoom.Node node : room.nodes()) {
            any |= filter.test((E) node.element) && room.remove(node);
        }
        return any;
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(e -> !c.contains(e));
    }

    @Override
    public void clear() {
        removeIf(e -> true);
    }

    @Override
    public boolean contains(Object o) {
        return elements().contains(o);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        elements().forEach(action);
    }

    @Override
    public Object[] toArray() {
        return elements().toArray();
    }

    @Override
    public <T> T[] toArray(T[] a) {
        return elements().toArray(a);
    }

    @Override
    public String toString() {
        return elements().toString();
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), CHARACTERISTICS);
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<TransferRoom.Node> nodes = room.nodes().iterator();
        return new Iterator<>() {
            private TransferRoom.Node last;

            @Override
            public boolean hasNext() {
                return nodes.hasNext();
            }

            @Override
            @SuppressWarnings("unchecked")
            public E next() {
                if (!nodes.hasNext()) {
                    throw new NoSuchElementException();
                }
                last = nodes.next();
                return (E) last.element;
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("no element to remove");
                }
                room.remove(last);
                last = null;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private List<E> elements() {
        List<E> elements = new ArrayList<>();
        room.nodes().forEach(node -> elements.add((E) node.element));
        return elements;
    }

    /**
     * What is written when this queue is serialised: one of the JDK's with the elements of now.
     *
     * @return a new queue
     */
    protected Object writeReplace() {
        return new LinkedTransferQueue<E>(elements());
    }
}
