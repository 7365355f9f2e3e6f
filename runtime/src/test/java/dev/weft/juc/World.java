package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Where a scenario's parties run: plain threads, or fibers of some scheduler. */
abstract class World {
    /** All of them. */
    static Stream<Named<World>> all() {
        return Stream.of(
                Named.of("threads", new Threads()),
                Named.of("shared", new Fibers(Scheduler.shared())),
                Named.of("one carrier", new Fibers(Scheduler.workStealing(1))),
                Named.of("single-threaded", new Fibers(Scheduler.singleThreaded())),
                Named.of("deterministic", new Fibers(Scheduler.deterministic(5))));
    }

    /** Runs a scenario. */
    abstract void run(SuspendableRunnable scenario) throws Exception;

    /** Starts a party. */
    abstract Party go(SuspendableRunnable body);

    /** Interrupts the caller. */
    abstract void interruptSelf();

    /** A fiber or thread. */
    abstract static class Party {
        volatile Throwable thrown;

        @Suspendable
        void call(SuspendableRunnable body) {
            try {
                body.run();
            } catch (Throwable t) {
                thrown = t;
            }
        }

        /** Waits until it waits. */
        @Suspendable
        Party awaitWaiting() throws InterruptedException {
            while (!isWaiting() && !isEnded()) {
                Thread.sleep(1);
            }
            return this;
        }

        /** Waits for the end, which must be a return. */
        @Suspendable
        void end() throws Exception {
            join();
            if (thrown != null) {
                throw new AssertionError("the party threw", thrown);
            }
            assertNull(thrown);
        }

        /** Waits for the end, which must be that exception. */
        @Suspendable
        <T extends Throwable> T endsWith(Class<T> type) throws Exception {
            join();
            return assertInstanceOf(type, thrown);
        }

        @Suspendable
        abstract void join() throws Exception;

        abstract void interrupt();

        abstract boolean isWaiting();

        abstract boolean isEnded();

        /** As locks see it. */
        abstract Object identity();
    }

    private static final class Fibers extends World {
        private final Scheduler scheduler;

        Fibers(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        void run(SuspendableRunnable scenario) {
            Weft.run(
                    scheduler,
                    () -> {
                        scenario.run();
                        return null;
                    });
        }

        @Override
        Party go(SuspendableRunnable body) {
            FiberParty party = new FiberParty();
            party.fiber = Weft.go(() -> party.call(body));
            return party;
        }

        @Override
        void interruptSelf() {
            Fiber.current().interrupt();
        }
    }

    private static final class FiberParty extends Party {
        private Fiber<Void> fiber;

        @Override
        @Suspendable
        void join() {
            fiber.join();
        }

        @Override
        void interrupt() {
            fiber.interrupt();
        }

        @Override
        boolean isWaiting() {
            return fiber.state() == Fiber.State.WAITING;
        }

        @Override
        boolean isEnded() {
            return fiber.isDone();
        }

        @Override
        Object identity() {
            return fiber;
        }
    }

    private static final class Threads extends World {
        @Override
        void run(SuspendableRunnable scenario) throws Exception {
            scenario.run();
        }

        @Override
        Party go(SuspendableRunnable body) {
            ThreadParty party = new ThreadParty();
            party.thread = new Thread(() -> party.call(body), "party");
            party.thread.setDaemon(true);
            party.thread.start();
            return party;
        }

        @Override
        void interruptSelf() {
            Thread.currentThread().interrupt();
        }
    }

    private static final class ThreadParty extends Party {
        private Thread thread;

        @Override
        @Suspendable
        void join() throws InterruptedException {
            thread.join();
        }

        @Override
        void interrupt() {
            thread.interrupt();
        }

        @Override
        boolean isWaiting() {
            Thread.State state = thread.getState();
            return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        }

        @Override
        boolean isEnded() {
            return !thread.isAlive();
        }

        @Override
        Object identity() {
            return thread;
        }
    }
}
