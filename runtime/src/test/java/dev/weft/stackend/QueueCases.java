package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberArrayBlockingQueue;
import dev.weft.concurrent.FiberLinkedBlockingDeque;
import dev.weft.concurrent.FiberLinkedBlockingQueue;
import dev.weft.concurrent.FiberLinkedTransferQueue;
import dev.weft.concurrent.FiberPriorityBlockingQueue;
import dev.weft.concurrent.FiberSynchronousQueue;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
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
}
