package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberArrayBlockingQueue;
import dev.weft.concurrent.FiberDelayQueue;
import dev.weft.concurrent.FiberLinkedBlockingDeque;
import dev.weft.concurrent.FiberLinkedBlockingQueue;
import dev.weft.concurrent.FiberLinkedTransferQueue;
import dev.weft.concurrent.FiberPriorityBlockingQueue;
import dev.weft.concurrent.FiberSynchronousQueue;
import dev.weft.woven.StandIn;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** The blocking queues that woven code makes: those of {@code dev.weft.concurrent}. */
public final class NewQueues {
    private NewQueues() {}

    /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int)}. */
    @StandIn(
            value = ArrayBlockingQueue.class,
            constructor = true,
            superclass = FiberArrayBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> ArrayBlockingQueue<E> newArrayBlockingQueue(int capacity) {
        return new FiberArrayBlockingQueue<>(capacity);
    }

    /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean)}. */
    @StandIn(
            value = ArrayBlockingQueue.class,
            constructor = true,
            superclass = FiberArrayBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> ArrayBlockingQueue<E> newArrayBlockingQueue(int capacity, boolean fair) {
        return new FiberArrayBlockingQueue<>(capacity, fair);
    }

    /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean, Collection)}. */
    @StandIn(
            value = ArrayBlockingQueue.class,
            constructor = true,
            superclass = FiberArrayBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> ArrayBlockingQueue<E> newArrayBlockingQueue(
            int capacity, boolean fair, Collection<? extends E> c) {
        return new FiberArrayBlockingQueue<>(capacity, fair, c);
    }

    /** {@link LinkedBlockingQueue#LinkedBlockingQueue()}. */
    @StandIn(
            value = LinkedBlockingQueue.class,
            constructor = true,
            superclass = FiberLinkedBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingQueue<E> newLinkedBlockingQueue() {
        return new FiberLinkedBlockingQueue<>();
    }

    /** {@link LinkedBlockingQueue#LinkedBlockingQueue(int)}. */
    @StandIn(
            value = LinkedBlockingQueue.class,
            constructor = true,
            superclass = FiberLinkedBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingQueue<E> newLinkedBlockingQueue(int capacity) {
        return new FiberLinkedBlockingQueue<>(capacity);
    }

    /** {@link LinkedBlockingQueue#LinkedBlockingQueue(Collection)}. */
    @StandIn(
            value = LinkedBlockingQueue.class,
            constructor = true,
            superclass = FiberLinkedBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingQueue<E> newLinkedBlockingQueue(Collection<? extends E> c) {
        return new FiberLinkedBlockingQueue<>(c);
    }

    /** {@link LinkedBlockingDeque#LinkedBlockingDeque()}. */
    @StandIn(
            value = LinkedBlockingDeque.class,
            constructor = true,
            superclass = FiberLinkedBlockingDeque.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingDeque<E> newLinkedBlockingDeque() {
        return new FiberLinkedBlockingDeque<>();
    }

    /** {@link LinkedBlockingDeque#LinkedBlockingDeque(int)}. */
    @StandIn(
            value = LinkedBlockingDeque.class,
            constructor = true,
            superclass = FiberLinkedBlockingDeque.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingDeque<E> newLinkedBlockingDeque(int capacity) {
        return new FiberLinkedBlockingDeque<>(capacity);
    }

    /** {@link LinkedBlockingDeque#LinkedBlockingDeque(Collection)}. */
    @StandIn(
            value = LinkedBlockingDeque.class,
            constructor = true,
            superclass = FiberLinkedBlockingDeque.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedBlockingDeque<E> newLinkedBlockingDeque(Collection<? extends E> c) {
        return new FiberLinkedBlockingDeque<>(c);
    }

    /** {@link PriorityBlockingQueue#PriorityBlockingQueue()}. */
    @StandIn(
            value = PriorityBlockingQueue.class,
            constructor = true,
            superclass = FiberPriorityBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> PriorityBlockingQueue<E> newPriorityBlockingQueue() {
        return new FiberPriorityBlockingQueue<>();
    }

    /** {@link PriorityBlockingQueue#PriorityBlockingQueue(int)}. */
    @StandIn(
            value = PriorityBlockingQueue.class,
            constructor = true,
            superclass = FiberPriorityBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> PriorityBlockingQueue<E> newPriorityBlockingQueue(int initialCapacity) {
        return new FiberPriorityBlockingQueue<>(initialCapacity);
    }

    /** {@link PriorityBlockingQueue#PriorityBlockingQueue(int, Comparator)}. */
    @StandIn(
            value = PriorityBlockingQueue.class,
            constructor = true,
            superclass = FiberPriorityBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> PriorityBlockingQueue<E> newPriorityBlockingQueue(
            int initialCapacity, Comparator<? super E> order) {
        return new FiberPriorityBlockingQueue<>(initialCapacity, order);
    }

    /** {@link PriorityBlockingQueue#PriorityBlockingQueue(Collection)}. */
    @StandIn(
            value = PriorityBlockingQueue.class,
            constructor = true,
            superclass = FiberPriorityBlockingQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> PriorityBlockingQueue<E> newPriorityBlockingQueue(Collection<? extends E> c) {
        return new FiberPriorityBlockingQueue<>(c);
    }

    /** {@link DelayQueue#DelayQueue()}. */
    @StandIn(
            value = DelayQueue.class,
            constructor = true,
            superclass = FiberDelayQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E extends Delayed> DelayQueue<E> newDelayQueue() {
        return new FiberDelayQueue<>();
    }

    /** {@link DelayQueue#DelayQueue(Collection)}. */
    @StandIn(
            value = DelayQueue.class,
            constructor = true,
            superclass = FiberDelayQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E extends Delayed> DelayQueue<E> newDelayQueue(Collection<? extends E> c) {
        return new FiberDelayQueue<>(c);
    }

    /** {@link SynchronousQueue#SynchronousQueue()}. */
    @StandIn(
            value = SynchronousQueue.class,
            constructor = true,
            superclass = FiberSynchronousQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> SynchronousQueue<E> newSynchronousQueue() {
        return new FiberSynchronousQueue<>();
    }

    /** {@link SynchronousQueue#SynchronousQueue(boolean)}. */
    @StandIn(
            value = SynchronousQueue.class,
            constructor = true,
            superclass = FiberSynchronousQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> SynchronousQueue<E> newSynchronousQueue(boolean fair) {
        return new FiberSynchronousQueue<>(fair);
    }

    /** {@link LinkedTransferQueue#LinkedTransferQueue()}. */
    @StandIn(
            value = LinkedTransferQueue.class,
            constructor = true,
            superclass = FiberLinkedTransferQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedTransferQueue<E> newLinkedTransferQueue() {
        return new FiberLinkedTransferQueue<>();
    }

    /** {@link LinkedTransferQueue#LinkedTransferQueue(Collection)}. */
    @StandIn(
            value = LinkedTransferQueue.class,
            constructor = true,
            superclass = FiberLinkedTransferQueue.class,
            mode = StandIn.Mode.PARKS)
    public static <E> LinkedTransferQueue<E> newLinkedTransferQueue(Collection<? extends E> c) {
        return new FiberLinkedTransferQueue<>(c);
    }

    /** {@link DelayQueue#take()}, whose result has another type than that of other queues. */
    @Suspendable
    @StandIn(value = DelayQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Delayed take(DelayQueue<Delayed> it) throws Exception {
        return (Delayed) Queues.take(plain(it));
    }

    /** {@link DelayQueue#poll(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = DelayQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Delayed poll(DelayQueue<Delayed> it, long timeout, TimeUnit unit)
            throws Exception {
        return (Delayed) Queues.poll(plain(it), timeout, unit);
    }

    @SuppressWarnings("unchecked")
    private static BlockingQueue<Object> plain(BlockingQueue<?> it) {
        return (BlockingQueue<Object>) it;
    }
}
