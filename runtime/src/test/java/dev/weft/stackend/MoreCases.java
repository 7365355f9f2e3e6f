package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberCyclicBarrier;
import dev.weft.concurrent.FiberExchanger;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.FiberLocal;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.sync.Exchanger;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is made of other operations. */
final class MoreCases {
    private MoreCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("more.exchanger", Exchange::new);
        all.put("more.juc.exchanger", JucExchange::new);
        all.put("more.barrier", BarrierCase::new);
        all.put("more.local", Local::new);
        all.put("more.future", FutureCase::new);
        all.put("more.callback", CallbackCase::new);
        all.put("more.run", RunHere::new);
    }

    @Suspendable
    private static final class Exchange extends EndCase {
        private final Exchanger<Integer> exchanger = new Exchanger<>();
        private final Fiber<Integer> other = Weft.go(StackEnd.PEERS, () -> meetAll());
        private int met;

        private int meetAll() {
            int n = 0;
            while (exchanger.exchange(1) != 0) {
                n++;
            }
            return n;
        }

        @Override
        void act() {
            if (exchanger.exchange(1) != null) {
                met++;
            }
        }

        @Override
        String check() {
            exchanger.exchange(0);
            return same("met", met, other.join());
        }
    }

    @Suspendable
    private static final class JucExchange extends EndCase {
        private final FiberExchanger<Integer> exchanger = new FiberExchanger<>();
        private final Fiber<Integer> other = Weft.go(StackEnd.PEERS, () -> meetAll());
        private int met;

        private int meetAll() throws InterruptedException {
            int n = 0;
            while (exchanger.exchange(1) != 0) {
                n++;
            }
            return n;
        }

        @Override
        void act() throws Exception {
            if (exchanger.exchange(1) != null) {
                met++;
            }
        }

        @Override
        String check() throws Exception {
            exchanger.exchange(0);
            return same("met", met, other.join());
        }
    }

    /** Each wait comes too late and breaks the barrier, which is then whole again. */
    @Suspendable
    private static final class BarrierCase extends EndCase {
        private final FiberCyclicBarrier barrier = new FiberCyclicBarrier(2);

        @Override
        void act() throws Exception {
            try {
                barrier.await(1, TimeUnit.MICROSECONDS);
            } catch (TimeoutException expected) {
                barrier.reset();
                return;
            }
            throw new IllegalStateException("somebody came");
        }

        @Override
        String check() throws Exception {
            barrier.reset();
            Fiber<Integer> other = Weft.go(StackEnd.PEERS, () -> barrier.await());
            return same("both", 1, barrier.await() + other.join());
        }
    }

    @Suspendable
    private static final class Local extends EndCase {
        private final FiberLocal<Integer> local = FiberLocal.withInitial(() -> 0);
        private int value;
        private int seen;

        @Override
        void act() {
            local.set(value + 1);
            value++;
            Integer found = local.get();
            seen = found == null ? -1 : found;
            if (seen != value) {
                throw new IllegalStateException(seen + " for " + value);
            }
        }

        @Override
        String check() {
            return null;
        }
    }

    @Suspendable
    private static final class FutureCase extends EndCase {
        private final CompletableFuture<Integer> future = new CompletableFuture<>();
        private final Fiber<Integer> waiting = Weft.go(StackEnd.PEERS, () -> Weft.await(future));
        private final CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);

        @Override
        void act() {
            if (Weft.await(done) == null) {
                throw new IllegalStateException("no value");
            }
        }

        @Override
        String check() {
            future.complete(7);
            return same("value", 7, waiting.join());
        }
    }

    @Suspendable
    private static final class CallbackCase extends EndCase {
        @Override
        void act() {
            Integer value = Weft.suspend(callback -> callback.resume(7));
            if (value == null) {
                throw new IllegalStateException("no value");
            }
        }

        @Override
        String check() {
            act();
            return null;
        }
    }

    /** A scheduler of one thread that is run near the end of the stack. */
    @Suspendable
    private static final class RunHere extends EndCase {
        private final Scheduler scheduler = Scheduler.singleThreaded();
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        void act() {
            Weft.run(scheduler, () -> work());
        }

        private int work() {
            begun.incrementAndGet();
            Fiber<Void> other = Weft.go(() -> Weft.yield());
            other.join();
            return ended.incrementAndGet();
        }

        @Override
        String check() {
            int before = ended.get();
            act();
            return same("ended", before + 1, ended.get());
        }
    }
}
