package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberDeque;
import dev.weft.concurrent.FiberQueue;
import dev.weft.concurrent.FiberTransferQueue;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/**
 * Stand-ins for blocking queues: what can be done at once is done at once; else the fiber waits,
 * and one thread for all takers (or all putters) of a queue. The queue may be shared with code that
 * is not woven.
 */
public final class Queues {
    private Queues() {}

    /** {@link BlockingQueue#put(Object)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void put(BlockingQueue<Object> it, Object element) throws Exception {
        if (it instanceof FiberQueue) {
            ((FiberQueue<Object>) it).put(element);
            return;
        }
        if (!Jdk.mayTry(it) || !it.offer(element)) {
            Blocking.shared(it, "put", () -> done(() -> it.put(element)), Long.MAX_VALUE, null);
        }
    }

    /** {@link BlockingQueue#take()}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object take(BlockingQueue<Object> it) throws Exception {
        if (it instanceof FiberQueue) {
            return ((FiberQueue<Object>) it).take();
        }
        Object ready = Jdk.mayTry(it) ? it.poll() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(it, "take", () -> it.take(), Long.MAX_VALUE, null);
    }

    /** {@link BlockingQueue#offer(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean offer(
            BlockingQueue<Object> it, Object element, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberQueue) {
            return ((FiberQueue<Object>) it).offer(element, timeout, unit);
        }
        if (Jdk.mayTry(it) && it.offer(element)) {
            return true;
        }
        return Blocking.shared(
                it, "put", () -> it.offer(element, timeout, unit), unit.toNanos(timeout), false);
    }

    /** {@link BlockingQueue#poll(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object poll(BlockingQueue<Object> it, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberQueue) {
            return ((FiberQueue<Object>) it).poll(timeout, unit);
        }
        Object ready = Jdk.mayTry(it) ? it.poll() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(
                it, "take", () -> it.poll(timeout, unit), unit.toNanos(timeout), null);
    }

    /** {@link TransferQueue#transfer(Object)}. */
    @Suspendable
    @StandIn(value = TransferQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void transfer(TransferQueue<Object> it, Object element) throws Exception {
        if (it instanceof FiberTransferQueue) {
            ((FiberTransferQueue<Object>) it).transfer(element);
            return;
        }
        if (!Jdk.mayTry(it) || !it.tryTransfer(element)) {
            Blocking.shared(
                    it, "put", () -> done(() -> it.transfer(element)), Long.MAX_VALUE, null);
        }
    }

    /** {@link TransferQueue#tryTransfer(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = TransferQueue.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean tryTransfer(
            TransferQueue<Object> it, Object element, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberTransferQueue) {
            return ((FiberTransferQueue<Object>) it).tryTransfer(element, timeout, unit);
        }
        if (Jdk.mayTry(it) && it.tryTransfer(element)) {
            return true;
        }
        return Blocking.shared(
                it,
                "put",
                () -> it.tryTransfer(element, timeout, unit),
                unit.toNanos(timeout),
                false);
    }

    /** {@link BlockingDeque#putFirst(Object)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void putFirst(BlockingDeque<Object> it, Object element) throws Exception {
        if (it instanceof FiberDeque) {
            ((FiberDeque<Object>) it).putFirst(element);
            return;
        }
        if (!Jdk.mayTry(it) || !it.offerFirst(element)) {
            Blocking.shared(
                    it, "putFirst", () -> done(() -> it.putFirst(element)), Long.MAX_VALUE, null);
        }
    }

    /** {@link BlockingDeque#takeFirst()}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object takeFirst(BlockingDeque<Object> it) throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).takeFirst();
        }
        Object ready = Jdk.mayTry(it) ? it.pollFirst() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(it, "takeFirst", () -> it.takeFirst(), Long.MAX_VALUE, null);
    }

    /** {@link BlockingDeque#offerFirst(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean offerFirst(
            BlockingDeque<Object> it, Object element, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).offerFirst(element, timeout, unit);
        }
        if (Jdk.mayTry(it) && it.offerFirst(element)) {
            return true;
        }
        return Blocking.shared(
                it,
                "putFirst",
                () -> it.offerFirst(element, timeout, unit),
                unit.toNanos(timeout),
                false);
    }

    /** {@link BlockingDeque#pollFirst(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object pollFirst(BlockingDeque<Object> it, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).pollFirst(timeout, unit);
        }
        Object ready = Jdk.mayTry(it) ? it.pollFirst() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(
                it, "takeFirst", () -> it.pollFirst(timeout, unit), unit.toNanos(timeout), null);
    }

    /** {@link BlockingDeque#putLast(Object)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void putLast(BlockingDeque<Object> it, Object element) throws Exception {
        if (it instanceof FiberDeque) {
            ((FiberDeque<Object>) it).putLast(element);
            return;
        }
        if (!Jdk.mayTry(it) || !it.offerLast(element)) {
            Blocking.shared(
                    it, "putLast", () -> done(() -> it.putLast(element)), Long.MAX_VALUE, null);
        }
    }

    /** {@link BlockingDeque#takeLast()}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object takeLast(BlockingDeque<Object> it) throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).takeLast();
        }
        Object ready = Jdk.mayTry(it) ? it.pollLast() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(it, "takeLast", () -> it.takeLast(), Long.MAX_VALUE, null);
    }

    /** {@link BlockingDeque#offerLast(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean offerLast(
            BlockingDeque<Object> it, Object element, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).offerLast(element, timeout, unit);
        }
        if (Jdk.mayTry(it) && it.offerLast(element)) {
            return true;
        }
        return Blocking.shared(
                it,
                "putLast",
                () -> it.offerLast(element, timeout, unit),
                unit.toNanos(timeout),
                false);
    }

    /** {@link BlockingDeque#pollLast(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static Object pollLast(BlockingDeque<Object> it, long timeout, TimeUnit unit)
            throws Exception {
        if (it instanceof FiberDeque) {
            return ((FiberDeque<Object>) it).pollLast(timeout, unit);
        }
        Object ready = Jdk.mayTry(it) ? it.pollLast() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.shared(
                it, "takeLast", () -> it.pollLast(timeout, unit), unit.toNanos(timeout), null);
    }

    /** Makes a call without a result. */
    private static Void done(Action action) throws Exception {
        action.run();
        return null;
    }

    /** Not suspendable: a stand-in inside must not suspend. */
    private interface Action {
        void run() throws Exception;
    }
}
