package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Scope;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Fibers themselves. */
final class FiberCases {
    private static final int MANY = 16;

    private FiberCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("fiber.go", () -> new Go(StackEnd.PEERS));
        all.put("fiber.goFirst", () -> new Go(Scheduler.workStealing(1)));
        all.put("fiber.join", Join::new);
        all.put("fiber.joinTimed", JoinTimed::new);
        all.put("fiber.unpark", () -> new Poke(Fiber::unpark, false));
        all.put("fiber.cancel", () -> new Poke(Fiber::cancel, true));
        all.put("fiber.interrupt", () -> new Poke(Fiber::interrupt, true));
        all.put("fiber.sleep", Sleep::new);
        all.put("scope.run", Run::new);
        all.put("scope.deadline", Deadline::new);
    }

    @Suspendable
    private static final class Go extends EndCase {
        private final AtomicInteger ran = new AtomicInteger();
        private final Fiber<?>[] started = new Fiber<?>[10_000];
        private final Scheduler scheduler;
        private int n;

        Go(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        void act() {
            Fiber<?> fiber = Weft.go(scheduler, () -> count());
            started[n] = fiber;
            n++;
        }

        private void count() {
            ran.incrementAndGet();
        }

        @Override
        String check() {
            for (int i = 0; i < n; i++) {
                started[i].join();
            }
            Weft.go(scheduler, () -> count()).join();
            return same("ran", n + 1, ran.get());
        }
    }

    @Suspendable
    private static final class Join extends EndCase {
        private final Fiber<?>[] fibers = new Fiber<?>[MANY];
        private int joined;

        Join() {
            for (int i = 0; i < MANY; i++) {
                fibers[i] = Weft.go(StackEnd.PEERS, () -> Weft.sleep(1));
            }
        }

        @Override
        void act() {
            if (joined < MANY) {
                fibers[joined].join();
                joined++;
            }
        }

        @Override
        String check() {
            for (Fiber<?> fiber : fibers) {
                fiber.join();
            }
            return null;
        }
    }

    @Suspendable
    private static final class JoinTimed extends EndCase {
        private final Fiber<Void> fiber = Weft.go(StackEnd.PEERS, () -> Weft.park());

        @Override
        void act() {
            try {
                fiber.join(Duration.ofNanos(1000));
            } catch (TimeoutException expected) {
                return;
            }
            throw new IllegalStateException("ended");
        }

        @Override
        String check() {
            fiber.unpark();
            fiber.join();
            return null;
        }
    }

    /** Wakes fibers that are parked. */
    @Suspendable
    private static final class Poke extends EndCase {
        private final Fiber<?>[] fibers = new Fiber<?>[MANY];
        private final Consumer<Fiber<?>> poke;
        private final boolean fails;
        private int n;

        Poke(Consumer<Fiber<?>> poke, boolean fails) {
            this.poke = poke;
            this.fails = fails;
            for (int i = 0; i < MANY; i++) {
                fibers[i] = Weft.go(StackEnd.PEERS, () -> Weft.park());
                while (fibers[i].state() != Fiber.State.WAITING) {
                    Thread.yield();
                }
            }
        }

        @Override
        void act() {
            if (n < MANY) {
                poke.accept(fibers[n]);
                n++;
            }
        }

        @Override
        String check() {
            for (int i = n; i < MANY; i++) {
                poke.accept(fibers[i]);
            }
            for (Fiber<?> fiber : fibers) {
                try {
                    fiber.join();
                } catch (CompletionException e) {
                    if (!fails) {
                        throw e;
                    }
                }
            }
            return null;
        }
    }

    @Suspendable
    private static final class Sleep extends EndCase {
        @Override
        void act() {
            Weft.sleep(Duration.ofNanos(100));
        }

        @Override
        String check() {
            return null;
        }
    }

    @Suspendable
    private static final class Run extends EndCase {
        private final AtomicInteger ran = new AtomicInteger();
        private int expected;

        @Override
        void act() {
            expected += Scope.run(scope -> body(scope));
        }

        private int body(Scope scope) {
            scope.go(() -> count());
            return 1;
        }

        private void count() {
            ran.incrementAndGet();
        }

        /** The fiber of a run whose body then overflows may run all the same. */
        @Override
        String check() {
            int n = Scope.run(scope -> body(scope)) + expected;
            return n <= ran.get() ? null : same("ran", n, ran.get());
        }
    }

    @Suspendable
    private static final class Deadline extends EndCase {
        @Override
        void act() {
            try {
                Scope.run(Duration.ofNanos(1000), scope -> forEver());
            } catch (TimeoutException expected) {
                return;
            }
            throw new IllegalStateException("not late");
        }

        private Object forEver() {
            Weft.sleep(100_000);
            return null;
        }

        @Override
        String check() {
            act();
            return null;
        }
    }
}
