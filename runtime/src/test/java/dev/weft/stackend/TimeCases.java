package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberReentrantLock;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scope;
import dev.weft.fiber.Weft;
import dev.weft.sync.Event;
import dev.weft.time.Ticker;
import dev.weft.time.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** Timers, and waits that time ends. */
final class TimeCases {
    private static final Duration MOMENT = Duration.ofNanos(1000);

    private TimeCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("time.parkNanos", ParkNanos::new);
        all.put("time.timer", After::new);
        all.put("time.timer.reset", Reset::new);
        all.put("time.timer.func", Func::new);
        all.put("time.ticker", Ticks::new);
        all.put("time.event", EventTimed::new);
        all.put("time.lock", LockTimed::new);
        all.put("time.deadlines", Deadlines::new);
    }

    @Suspendable
    private static final class ParkNanos extends EndCase {
        @Override
        void act() {
            Weft.parkNanos(1000);
        }

        @Override
        String check() {
            return null;
        }
    }

    @Suspendable
    private static final class After extends EndCase {
        @Override
        void act() {
            if (Timer.after(MOMENT).receive() == null) {
                throw new IllegalStateException("closed");
            }
        }

        @Override
        String check() {
            act();
            return null;
        }
    }

    /** One that was set must run, one that was stopped must not. */
    @Suspendable
    private static final class Reset extends EndCase {
        private final Timer timer = Timer.of(Duration.ofDays(1));
        private boolean running = true;

        @Override
        void act() {
            if (running) {
                note(timer.stop());
                running = false;
            }
            note(timer.reset(Duration.ofDays(1)));
            running = true;
        }

        private void note(boolean was) {
            if (was != running) {
                throw new IllegalStateException("running: " + was);
            }
        }

        @Override
        String check() {
            if (timer.stop() != running) {
                return "should be " + (running ? "running" : "stopped");
            }
            timer.reset(MOMENT);
            timer.channel().receive();
            return null;
        }
    }

    @Suspendable
    private static final class Func extends EndCase {
        private final AtomicInteger ran = new AtomicInteger();
        private int expected;

        @Override
        void act() {
            Timer.afterFunc(MOMENT, () -> ran.incrementAndGet());
            expected++;
        }

        @Override
        void settle() {
            long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(9);
            while (ran.get() < expected && System.nanoTime() < limit) {
                Weft.sleep(1);
            }
        }

        @Override
        String check() {
            return same("ran", expected, ran.get());
        }
    }

    @Suspendable
    private static final class Ticks extends EndCase {
        private final Ticker ticker = Ticker.every(Duration.ofMillis(1));

        @Override
        void act() {
            if (ticker.channel().receive() == null) {
                throw new IllegalStateException("closed");
            }
            ticker.reset(Duration.ofNanos(100_000));
        }

        @Override
        String check() {
            act();
            ticker.close();
            return null;
        }
    }

    @Suspendable
    private static final class EventTimed extends EndCase {
        private final Event event = new Event();

        @Override
        void act() throws Exception {
            if (event.await(1, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("set");
            }
        }

        @Override
        String check() {
            Fiber<Void> other = Weft.go(StackEnd.PEERS, () -> event.await());
            event.set();
            other.join();
            return null;
        }
    }

    /** Somebody else has it: each attempt is late. */
    @Suspendable
    private static final class LockTimed extends EndCase {
        private final Lock lock = new FiberReentrantLock();
        private final Event over = new Event();
        private final Fiber<Void> holder = Weft.go(StackEnd.PEERS, () -> hold());

        LockTimed() {
            while (!lock.toString().contains("Locked")) {
                Thread.yield();
            }
        }

        private void hold() {
            lock.lock();
            try {
                over.await();
            } finally {
                lock.unlock();
            }
        }

        @Override
        void act() throws Exception {
            if (lock.tryLock(1, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("not held");
            }
        }

        @Override
        String check() {
            over.set();
            holder.join();
            return SyncCases.isFree(lock);
        }
    }

    /** The outer deadline ends the inner scope. */
    @Suspendable
    private static final class Deadlines extends EndCase {
        @Override
        void act() {
            try {
                Scope.run(MOMENT, outer -> inner());
            } catch (TimeoutException expected) {
                return;
            }
            throw new IllegalStateException("not late");
        }

        private Object inner() throws TimeoutException {
            return Scope.run(Duration.ofDays(1), scope -> forEver(scope));
        }

        private Object forEver(Scope scope) {
            scope.go(() -> Weft.sleep(100_000));
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
