package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Waits that are queued late ({@link WaitPlace}), model-checked: Lincheck switches between carrier,
 * waker and whoever comes from outside at every access to shared memory.
 */
@Timeout(600)
class WaitPlaceModelTest {
    private static final int INVOCATIONS = Integer.getInteger("weft.lincheck.invocations", 100);
    private static final Canceller CANCELLER = w -> ((Place) w.reason()).withdraw(w);

    /** A place for one fiber. */
    private static final class Place extends WaitPlace {
        private Waiter queue;

        void enter(Fiber<?> fiber) {
            fiber.state = Parking.RUNNING;
            waitLate(fiber, CANCELLER, null, 0);
        }

        @Override
        protected boolean settle(Waiter waiter) {
            int lock = acquire();
            queue = waiter;
            return queued(waiter, lock);
        }

        boolean wake() {
            acquire();
            Waiter waiter = queue;
            queue = null;
            if (waiter != null) {
                waiter.taken();
            }
            release();
            if (waiter != null) {
                waiter.resume(null);
            }
            return waiter != null;
        }

        private boolean withdraw(Waiter waiter) {
            acquire();
            boolean found = queue == waiter;
            if (found) {
                queue = null;
            }
            release();
            return found;
        }
    }

    /** A fiber that nobody runs, and how often it was queued to be run. */
    private static final class World {
        final AtomicInteger queued = new AtomicInteger();
        final Place place = new Place();
        final Place other = new Place();
        final Fiber<Object> fiber =
                new Fiber<>(Scheduler.on(task -> queued.incrementAndGet()), new Object());

        void park() {
            Parking.park(fiber);
        }

        void look() {
            if (Parking.hold(fiber)) {
                Parking.release(fiber);
            }
        }
    }

    private static void together(Runnable... actions) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] threads = new Thread[actions.length];
        for (int i = 0; i < actions.length; i++) {
            threads[i] = new Thread(actions[i]);
            threads[i].setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            threads[i].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    @Test
    void cancellationIsSeenByCarrierOrCanceller() {
        Lincheck.runConcurrentTest(
                INVOCATIONS,
                () -> {
                    World world = new World();
                    world.place.enter(world.fiber);
                    together(world::park, world.fiber::cancel);
                    assertEquals(1, world.queued.get());
                });
    }

    @Test
    void wakerAndCancellerQueueItOnce() {
        Lincheck.runConcurrentTest(
                INVOCATIONS,
                () -> {
                    World world = new World();
                    world.place.enter(world.fiber);
                    together(world::park, world.place::wake, world.fiber::cancel);
                    assertEquals(1, world.queued.get());
                });
    }

    @Test
    void wakerAgainstOneWhoLooks() {
        Lincheck.runConcurrentTest(
                INVOCATIONS,
                () -> {
                    World world = new World();
                    world.place.enter(world.fiber);
                    world.park();
                    together(world.place::wake, world::look);
                    assertEquals(1, world.queued.get());
                });
    }

    /** Who looks may meet the fiber in this wait or in the next one, elsewhere. */
    @Test
    void nextWaitIsElsewhere() {
        Lincheck.runConcurrentTest(
                INVOCATIONS,
                () -> {
                    World world = new World();
                    world.place.enter(world.fiber);
                    world.park();
                    together(() -> waitElsewhere(world), world::look, world.other::wake);
                    boolean waits = world.fiber.state() == Fiber.State.WAITING;
                    assertEquals(waits ? 1 : 2, world.queued.get());
                    assertEquals(waits, world.other.wake());
                });
    }

    /** What a carrier does: the fiber is woken, runs, and waits again. */
    private static void waitElsewhere(World world) {
        world.place.wake();
        while (world.queued.get() == 0) {
            Thread.onSpinWait(); // the one who looks will queue it
        }
        world.other.enter(world.fiber);
        world.park();
    }
}
