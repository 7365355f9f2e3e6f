package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/**
 * Stand-ins for blocking queues: what can be done at once is done at once; else the thread waits and the
 * other fibers go on. The queue may be shared with code that is not woven.
 */
public final class Queues {
    private Queues() {}

    /** {@link BlockingQueue#put(Object)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static void put(BlockingQueue<Object> it, Object element) throws Exception {
        if (!Jdk.isOwn(it) || !it.offer(element)) {
            Blocking.call(() -> {
                it.put(element);
                return null;
            });
        }
    }

    /** {@link BlockingQueue#take()}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object take(BlockingQueue<Object> it) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.poll() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.take());
    }

    /** {@link BlockingQueue#offer(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean offer(BlockingQueue<Object> it, Object element, long timeout, TimeUnit unit) throws Exception {
        if (Jdk.isOwn(it) && it.offer(element)) {
            return true;
        }
        return Blocking.call(() -> it.offer(element, timeout, unit));
    }

    /** {@link BlockingQueue#poll(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object poll(BlockingQueue<Object> it, long timeout, TimeUnit unit) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.poll() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.poll(timeout, unit));
    }

    /** {@link TransferQueue#transfer(Object)}. */
    @Suspendable
    @StandIn(value = TransferQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static void transfer(TransferQueue<Object> it, Object element) throws Exception {
        if (!Jdk.isOwn(it) || !it.tryTransfer(element)) {
            Blocking.call(() -> {
                it.transfer(element);
                return null;
            });
        }
    }

    /** {@link TransferQueue#tryTransfer(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = TransferQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean tryTransfer(TransferQueue<Object> it, Object element, long timeout, TimeUnit unit) throws Exception {
        if (Jdk.isOwn(it) && it.tryTransfer(element)) {
            return true;
        }
        return Blocking.call(() -> it.tryTransfer(element, timeout, unit));
    }

    /** {@link BlockingDeque#putFirst(Object)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static void putFirst(BlockingDeque<Object> it, Object element) throws Exception {
        if (!Jdk.isOwn(it) || !it.offerFirst(element)) {
            Blocking.call(() -> {
                it.putFirst(element);
                return null;
            });
        }
    }

    /** {@link BlockingDeque#takeFirst()}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object takeFirst(BlockingDeque<Object> it) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.pollFirst() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.takeFirst());
    }

    /** {@link BlockingDeque#offerFirst(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean offerFirst(BlockingDeque<Object> it, Object element, long timeout, TimeUnit unit) throws Exception {
        if (Jdk.isOwn(it) && it.offerFirst(element)) {
            return true;
        }
        return Blocking.call(() -> it.offerFirst(element, timeout, unit));
    }

    /** {@link BlockingDeque#pollFirst(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object pollFirst(BlockingDeque<Object> it, long timeout, TimeUnit unit) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.pollFirst() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.pollFirst(timeout, unit));
    }

    /** {@link BlockingDeque#putLast(Object)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static void putLast(BlockingDeque<Object> it, Object element) throws Exception {
        if (!Jdk.isOwn(it) || !it.offerLast(element)) {
            Blocking.call(() -> {
                it.putLast(element);
                return null;
            });
        }
    }

    /** {@link BlockingDeque#takeLast()}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object takeLast(BlockingDeque<Object> it) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.pollLast() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.takeLast());
    }

    /** {@link BlockingDeque#offerLast(Object, long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean offerLast(BlockingDeque<Object> it, Object element, long timeout, TimeUnit unit) throws Exception {
        if (Jdk.isOwn(it) && it.offerLast(element)) {
            return true;
        }
        return Blocking.call(() -> it.offerLast(element, timeout, unit));
    }

    /** {@link BlockingDeque#pollLast(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = BlockingDeque.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object pollLast(BlockingDeque<Object> it, long timeout, TimeUnit unit) throws Exception {
        Object ready = Jdk.isOwn(it) ? it.pollLast() : null;
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.pollLast(timeout, unit));
    }
}
