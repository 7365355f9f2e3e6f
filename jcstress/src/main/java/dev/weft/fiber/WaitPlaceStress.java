package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Waits that are queued late: whoever ends one, the fiber is queued to run exactly once. */
public final class WaitPlaceStress {
    private static final Canceller CANCELLER = w -> ((Place) w.reason()).withdraw(w);

    private WaitPlaceStress() {}

    /** A place for one fiber. */
    static final class Place extends WaitPlace {
        private Waiter queue;

        void enter(Fiber<?> fiber) {
            if (!waitLate(fiber, CANCELLER, null, 0)) {
                throw new AssertionError("this fiber can suspend");
            }
        }

        @Override
        protected boolean settle(Waiter waiter) {
            int lock = acquire();
            queue = waiter;
            return queued(waiter, lock);
        }

        /** Takes the fiber out and wakes it; false when it isn't in. */
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
            queue = null;
            release();
            return found;
        }
    }

    /** A fiber whose frames are saved, on its way into a place. */
    public static class Late {
        final Counting queued = new Counting();
        final Fiber<Object> fiber = new Fiber<>(Scheduler.on(queued), new Object());
        final Place place = new Place();

        Late() {
            fiber.state = Parking.RUNNING;
            place.enter(fiber);
        }

        /** How often it was queued to run, and whether it still waits. */
        final void count(II_Result r) {
            r.r1 = queued.count();
            r.r2 = fiber.state() == Fiber.State.WAITING ? 1 : 0;
        }
    }

    /** A carrier queues it while somebody cancels: seen by one of them. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "cancelled")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the cancellation was not seen, or twice")
    public static class QueueAndCancel extends Late {
        /** The carrier. */
        @Actor
        public void carrier() {
            Parking.park(fiber);
        }

        /** The canceller. */
        @Actor
        public void canceller() {
            fiber.cancel();
        }

        /** Counts. */
        @Arbiter
        public void result(II_Result r) {
            count(r);
        }
    }

    /** A carrier queues it while a waker looks, and somebody cancels. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "woken or cancelled")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class QueueWakeAndCancel extends Late {
        /** The carrier. */
        @Actor
        public void carrier() {
            Parking.park(fiber);
        }

        /** The waker. */
        @Actor
        public void waker() {
            place.wake();
        }

        /** The canceller. */
        @Actor
        public void canceller() {
            fiber.cancel();
        }

        /** Counts. */
        @Arbiter
        public void result(II_Result r) {
            count(r);
        }
    }

    /** A waker against somebody who looks at the fiber and lets it go. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "woken")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the waker came before it was in")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class QueueWakeAndHold extends Late {
        /** The carrier. */
        @Actor
        public void carrier() {
            Parking.park(fiber);
        }

        /** The waker. */
        @Actor
        public void waker() {
            place.wake();
        }

        /** One who makes a dump. */
        @Actor
        public void holder() {
            if (Parking.hold(fiber)) {
                Parking.release(fiber);
            }
        }

        /** Counts. */
        @Arbiter
        public void result(II_Result r) {
            count(r);
        }
    }
}
