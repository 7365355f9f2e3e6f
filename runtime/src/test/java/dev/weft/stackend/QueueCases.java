package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberArrayBlockingQueue;
import dev.weft.concurrent.FiberDelayQueue;
import dev.weft.concurrent.FiberLinkedBlockingDeque;
import dev.weft.concurrent.FiberLinkedBlockingQueue;
import dev.weft.concurrent.FiberLinkedTransferQueue;
import dev.weft.concurrent.FiberPriorityBlockingQueue;
import dev.weft.concurrent.FiberSynchronousQueue;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Blocking queues. */
final class QueueCases {
    private QueueCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("queue.array", () -> new Alone(new FiberArrayBlockingQueue<>(4)));
        all.put("queue.linked", () -> new Alone(new FiberLinkedBlockingQueue<>(4)));
        all.put("queue.deque", () -> new Alone(new FiberLinkedBlockingDeque<>(4)));
        all.put("queue.priority", () -> new Alone(new FiberPriorityBlockingQueue<>()));
        all.put("queue.array.taken", () -> new Taken(new FiberArrayBlockingQueue<>(4)));
        all.put("queue.linked.taken", () -> new Taken(new FiberLinkedBlockingQueue<>(4)));
        all.put("queue.transfer", () -> new Taken(new FiberLinkedTransferQueue<>()));
        all.put("queue.transfer.alone", () -> new Alone(new FiberLinkedTransferQueue<>()));
        all.put("queue.transfer.given", Given::new);
        all.put("queue.transfer.late", Late::new);
        all.put("queue.delay", Delays::new);
        all.put("queue.synchronous", () -> new Taken(new FiberSynchronousQueue<>()));
    }

    @Suspendable
    private static final class Alone extends EndCase {
        private final BlockingQueue<Integer> queue;
        private int held;

        Alone(BlockingQueue<Integer> queue) {
            this.queue = queue;
        }

        @Override
        void act() throws Exception {
            if (queue.offer(1)) {
                held++;
            }
            if (queue.poll(1, TimeUnit.MICROSECONDS) != null) {
                held--;
            }
            if (held == 0 && queue.poll(1, TimeUnit.MICROSECONDS) != null) {
                throw new IllegalStateException("one too many");
            }
        }

        @Override
        String check() {
            return same("held", held, queue.size());
        }
    }

    @Suspendable
    private static final class Taken extends EndCase {
        private final BlockingQueue<Integer> queue;
        private final Fiber<Integer> taker;
        private int sent;

        Taken(BlockingQueue<Integer> queue) {
            this.queue = queue;
            this.taker = Weft.go(StackEnd.PEERS, () -> takeAll());
        }

        private int takeAll() throws InterruptedException {
            int n = 0;
            while (queue.take() != 0) {
                n++;
            }
            return n;
        }

        @Override
        void act() throws Exception {
            queue.put(1);
            sent++;
        }

        @Override
        String check() throws Exception {
            queue.put(0);
            return same("taken", sent, taker.join());
        }
    }

    /** Each element is waited for. */
    @Suspendable
    private static final class Given extends EndCase {
        private final FiberLinkedTransferQueue<Integer> queue = new FiberLinkedTransferQueue<>();
        private final Fiber<Integer> taker = Weft.go(StackEnd.PEERS, () -> takeAll());
        private int sent;

        private int takeAll() throws InterruptedException {
            int n = 0;
            while (queue.take() != 0) {
                n++;
            }
            return n;
        }

        @Override
        void act() throws Exception {
            queue.transfer(1);
            sent++;
        }

        @Override
        String check() throws Exception {
            queue.put(0);
            return same("taken", sent, taker.join());
        }
    }

    /** Nobody takes, so nothing may be left behind. */
    @Suspendable
    private static final class Late extends EndCase {
        private final FiberLinkedTransferQueue<Integer> queue = new FiberLinkedTransferQueue<>();

        @Override
        void act() throws Exception {
            if (queue.tryTransfer(1, 1, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("somebody took it");
            }
        }

        @Override
        String check() {
            return same("left", 0, queue.size());
        }
    }

    /** Elements that are due now or in a moment. */
    @Suspendable
    private static final class Delays extends EndCase {
        private final FiberDelayQueue<Due> queue = new FiberDelayQueue<>();
        private int held;

        @Override
        void act() throws Exception {
            if (held == 0) {
                queue.put(new Due(System.nanoTime() + 1000));
                held++;
            }
            if (queue.take() == null) {
                throw new IllegalStateException("nothing");
            }
            held--;
        }

        @Override
        String check() throws Exception {
            for (int i = 0; i < held; i++) {
                queue.take();
            }
            if (!queue.isEmpty()) {
                return same("left", 0, queue.size());
            }
            Fiber<Due> other = Weft.go(StackEnd.PEERS, () -> queue.take());
            queue.put(new Due(System.nanoTime()));
            other.join();
            return null;
        }
    }

    private static final class Due implements Delayed {
        private final long due;

        Due(long due) {
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Due) other).due);
        }
    }
}
