package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** The two phases of parking: no wake-up is lost, and no fiber is queued twice. */
public final class ParkingStress {
    private ParkingStress() {}

    /** A fiber that has begun to wait, whose frames are saved. */
    public static class Waiting {
        /** Counts how often the fiber is queued. */
        final Counting queued = new Counting();

        final Fiber<Object> fiber = new Fiber<>(Scheduler.on(queued), new Object());

        Waiting() {
            Waiter waiter = fiber.beginWait();
            waiter.canceller = ThreadWaits.SLEEP;
        }
    }

    /** A carrier parks while a waker wakes. */
    @JCStressTest
    @State
    @Outcome(id = "true, true, 0", expect = Expect.ACCEPTABLE, desc = "parked, then woken: QUEUED")
    @Outcome(id = "false, false, 4", expect = Expect.ACCEPTABLE, desc = "NOTIFIED: goes on")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class ParkAndWake extends Waiting {
        /** The carrier. */
        @Actor
        public void carrier(ZZI_Result r) {
            r.r1 = Parking.park(fiber);
        }

        /** The waker. */
        @Actor
        public void waker(ZZI_Result r) {
            r.r2 = Parking.wake(fiber);
        }

        /** Looks at the state. */
        @Arbiter
        public void state(ZZI_Result r) {
            r.r3 = fiber.state;
        }
    }

    /** A waker and a canceller meet at a parked fiber: it is queued exactly once. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "queued once, state QUEUED")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class WakeAndCancel extends Waiting {
        private boolean withdrawn;
        private boolean taken;

        /** Makes the queue of one waiter. */
        public WakeAndCancel() {
            fiber.waiter.canceller = w -> take(false);
            Parking.park(fiber);
        }

        private synchronized boolean take(boolean waker) {
            boolean first = !taken;
            taken = true;
            withdrawn |= first && !waker;
            return first;
        }

        /** Takes the waiter out of its queue and wakes. */
        @Actor
        public void waker() {
            if (take(true) && Parking.wake(fiber)) {
                fiber.scheduler.next(fiber);
            }
        }

        /** Cancels. */
        @Actor
        public void canceller() {
            fiber.cancel();
        }

        /** Counts. */
        @Arbiter
        public void count(II_Result r) {
            r.r1 = queued.count();
            r.r2 = fiber.state;
        }
    }

    /** A carrier parks while somebody cancels: seen by one of them. */
    @JCStressTest
    @State
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "queued once, state QUEUED")
    @Outcome(expect = Expect.FORBIDDEN, desc = "the cancellation was not seen, or twice")
    public static class ParkAndCancel extends Waiting {
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
        public void count(II_Result r) {
            r.r1 = queued.count();
            r.r2 = fiber.state;
        }
    }
}
