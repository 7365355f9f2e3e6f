package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.actor.Actor;
import dev.weft.blocking.FiberPool;
import dev.weft.blocking.FiberScheduledPool;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Pool;
import dev.weft.fiber.Weft;
import dev.weft.sync.Latch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Pools of fibers, executors whose threads are fibers, and actors. */
final class PoolCases {
    private static final int SIZE = 3;
    private static final int SECONDS = 9;

    private PoolCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("pool.go", Go::new);
        all.put("pool.map", MapAll::new);
        all.put("pool.executor", Executed::new);
        all.put("pool.scheduled", Scheduled::new);
        all.put("actor.tell", Told::new);
        all.put("actor.spawn", Spawned::new);
    }

    /** All places are there: so many bodies can wait for each other. */
    @Suspendable
    static String allFree(Pool pool) {
        if (!pool.join(Duration.ofSeconds(SECONDS))) {
            return "not empty: " + pool;
        }
        Latch all = new Latch(SIZE);
        for (int i = 0; i < SIZE; i++) {
            pool.go(
                    () -> {
                        all.countDown();
                        all.await();
                    });
        }
        pool.join();
        return EndCase.same("running", 0, pool.fibers().size());
    }

    @Suspendable
    static void end(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not ended: " + pool);
        }
    }

    @Suspendable
    private static final class Go extends EndCase {
        private final Pool pool = Pool.of(SIZE);
        private final AtomicInteger ran = new AtomicInteger();
        private int expected;

        @Override
        void act() {
            pool.go(() -> count());
            expected++;
        }

        private void count() {
            ran.incrementAndGet();
        }

        @Override
        void settle() {
            pool.join();
        }

        @Override
        String check() {
            String wrong = allFree(pool);
            return wrong != null ? wrong : same("ran", expected, ran.get());
        }
    }

    @Suspendable
    private static final class MapAll extends EndCase {
        private final Pool pool = Pool.of(SIZE);

        @Override
        void act() {
            List<Integer> found = pool.map(List.of(1, 2, 3, 4), n -> n);
            if (found.get(3) != 4) {
                throw new IllegalStateException("found " + found);
            }
        }

        @Override
        void settle() {
            pool.join();
        }

        @Override
        String check() {
            return allFree(pool);
        }
    }

    @Suspendable
    private static final class Executed extends EndCase {
        private final FiberPool pool =
                new FiberPool(1, SIZE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        private final AtomicInteger ran = new AtomicInteger();
        private int expected;

        @Override
        void act() {
            pool.execute(() -> ran.incrementAndGet());
            expected++;
        }

        @Override
        void settle() throws Exception {
            if (pool.submit(() -> ran.incrementAndGet()).get() == 0) {
                throw new IllegalStateException("not run");
            }
            end(pool);
        }

        @Override
        String check() {
            return same("ran", expected + 1, ran.get());
        }
    }

    @Suspendable
    private static final class Scheduled extends EndCase {
        private final FiberScheduledPool pool = new FiberScheduledPool(1);
        private final AtomicInteger ran = new AtomicInteger();
        private int expected;

        @Override
        void act() {
            pool.schedule(() -> ran.incrementAndGet(), 1, TimeUnit.MICROSECONDS);
            expected++;
        }

        @Override
        void settle() throws Exception {
            end(pool);
        }

        @Override
        String check() {
            return same("ran", expected, ran.get());
        }
    }

    @Suspendable
    private static final class Told extends EndCase {
        private final Actor actor = Actor.spawn(StackEnd.PEERS, self -> count(self));
        private volatile int found;
        private int told;

        private void count(Actor self) {
            int n = 0;
            while (self.receive(Integer.class) != 0) {
                n++;
            }
            found = n;
        }

        @Override
        void act() {
            if (!actor.tell(1)) {
                throw new IllegalStateException("ended");
            }
            told++;
        }

        @Override
        String check() {
            actor.tell(0);
            actor.fiber().join();
            return same("told", told, found);
        }
    }

    /** Starts one that receives, and kills another. */
    @Suspendable
    private static final class Spawned extends EndCase {
        private final Actor[] actors = new Actor[1000];
        private int n;

        @Override
        void act() {
            Actor actor = Actor.spawn(StackEnd.PEERS, self -> self.receive());
            actors[n] = actor;
            n++;
            actor.tell("go on");
        }

        @Override
        String check() {
            for (int i = 0; i < n; i++) {
                actors[i].tell("go on");
                Fiber<Void> fiber = actors[i].fiber();
                try {
                    fiber.join();
                } catch (CancellationException e) {
                    return "cancelled";
                }
                if (!actors[i].isEnded()) {
                    return "not ended";
                }
            }
            Weft.yield();
            return null;
        }
    }
}
