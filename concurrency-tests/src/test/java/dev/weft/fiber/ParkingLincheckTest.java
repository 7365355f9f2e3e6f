package dev.weft.fiber;

import static dev.weft.concurrency.Programs.explore;
import static dev.weft.concurrency.Programs.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two-phase parking, model-checked: the carrier that parks a fiber against all that may end its
 * wait. However they interleave, a wait ends once and its fiber is queued once, or it goes on at
 * once; no wake-up, flag or timer is lost.
 */
@Timeout(600)
class ParkingLincheckTest {
    /** Without what keeps the timer, it was found lost within 200. */
    private static final int INTERLEAVINGS_OF_TIMER = 250;

    private static final String VALUE = "value";
    private static final String LATE = "late";

    /** Runs nothing: counts what is queued. Time stands still. */
    private static final class Idle extends Scheduler {
        private final AtomicInteger queued = new AtomicInteger();

        Idle() {
            super(() -> 0);
        }

        @Override
        void submit(Fiber<?> fiber) {
            queued.incrementAndGet();
        }

        @Override
        void next(Fiber<?> fiber) {
            queued.incrementAndGet();
        }

        @Override
        void yielded(Fiber<?> fiber) {
            queued.incrementAndGet();
        }

        @Override
        void timersChanged() {}

        @Override
        void runMain(Fiber<?> main) {
            throw new UnsupportedOperationException();
        }
    }

    /** A fiber that has begun to wait, the queue of one that it waits in, and its carrier. */
    private static final class Wait implements Canceller {
        final Idle scheduler = new Idle();
        final Fiber<Object> fiber = new Fiber<>(scheduler, new Object());
        private boolean wentOn;
        private boolean taken;

        Wait() {
            fiber.beginWait().canceller = this;
        }

        /** The carrier's side. */
        void park() {
            wentOn = !scheduler.park(fiber);
        }

        /** A waker that takes the waiter out of the queue if it is there. */
        void wake() {
            if (withdraw(fiber.waiter)) {
                fiber.waiter.resume(VALUE);
            }
        }

        @Override
        public synchronized boolean withdraw(Waiter waiter) {
            boolean first = !taken;
            taken = true;
            return first;
        }

        /** Starts the timer that {@link Waiter#await(dev.weft.woven.Stack, long, Object)} does. */
        WaitTimeout timeout() {
            WaitTimeout timeout = new WaitTimeout(fiber, fiber.waiter, LATE);
            fiber.waiter.timer = timeout;
            scheduler.timers().start(timeout, 0);
            return timeout;
        }

        void requireGoesOnOnce() {
            assertEquals(1, scheduler.queued.get() + (wentOn ? 1 : 0));
            assertEquals(wentOn ? Parking.NOTIFIED : Parking.QUEUED, fiber.state);
        }

        void requireStillParked() {
            assertEquals(0, scheduler.queued.get());
            assertEquals(Parking.PARKED, fiber.state);
        }
    }

    @Test
    void aWakerMayComeBeforeTheFiberIsParked() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    together(wait::park, wait::wake);
                    wait.requireGoesOnOnce();
                    assertEquals(VALUE, wait.fiber.ref);
                });
    }

    @Test
    void aCancellationIsSeenByTheCarrierOrEndsTheWait() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    together(wait::park, wait.fiber::cancel);
                    wait.requireGoesOnOnce();
                    assertNotNull(wait.fiber.failure);
                });
    }

    @Test
    void ofWakerAndInterruptOneEndsTheWait() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    together(wait::park, wait::wake, wait.fiber::interrupt);
                    wait.requireGoesOnOnce();
                    assertTrue(wait.fiber.failure != null ^ wait.fiber.ref == VALUE);
                    boolean kept = (wait.fiber.flags & Parking.INTERRUPT) != 0;
                    assertEquals(wait.fiber.failure == null, kept);
                });
    }

    @Test
    void ofWakerTimerAndCancellationOneEndsTheWait() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    wait.timeout();
                    wait.park();
                    together(
                            wait::wake,
                            wait.fiber::cancel,
                            () -> wait.scheduler.timers().fireDue());
                    wait.requireGoesOnOnce();
                    int outcomes = wait.fiber.failure == null ? 0 : 1;
                    outcomes += wait.fiber.ref == null ? 0 : 1;
                    assertEquals(1, outcomes);
                    wait.fiber.dropTimer(); // as its scheduler does before it goes on
                    assertNull(wait.fiber.waiter.timer);
                    assertEquals(0, wait.scheduler.timers().size());
                });
    }

    @Test
    void anUnparkIsNotLost() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    wait.fiber.waiter.canceller = ThreadWaits.PARK;
                    together(wait::park, wait.fiber::unpark, wait.fiber::unpark);
                    wait.requireGoesOnOnce();
                });
    }

    @Test
    void lookingAtTheStackHidesNothing() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    wait.park();
                    together(
                            () -> wait.scheduler.traceOf(wait.fiber),
                            wait.fiber::interrupt,
                            () -> wait.scheduler.traceOf(wait.fiber));
                    wait.requireGoesOnOnce();
                });
    }

    @Test
    void aShieldedCancellationLeavesTheWait() {
        explore(
                () -> {
                    Wait wait = new Wait();
                    Parking.setFlag(wait.fiber, Parking.SHIELD);
                    together(wait::park, wait.fiber::cancel, wait.fiber::unpark);
                    wait.requireStillParked();
                });
    }

    /**
     * Once lost: the timer meets the fiber while a canceller looks at it, which lets go of it
     * because of the shield.
     */
    @Test
    void aTimerThatMeetsAHeldFiberIsNotLost() {
        explore(
                INTERLEAVINGS_OF_TIMER,
                () -> {
                    Wait wait = new Wait();
                    WaitTimeout timeout = wait.timeout();
                    wait.scheduler.timers().cancel(timeout); // due, and taken to be fired
                    wait.park();
                    Parking.setFlag(wait.fiber, Parking.SHIELD);
                    together(timeout::fire, wait.fiber::cancel);
                    if (wait.scheduler.queued.get() == 0) {
                        wait.requireStillParked();
                        assertEquals(1, wait.scheduler.timers().size(), "the timer was lost");
                    } else {
                        wait.requireGoesOnOnce();
                        assertEquals(LATE, wait.fiber.ref);
                    }
                });
    }
}
