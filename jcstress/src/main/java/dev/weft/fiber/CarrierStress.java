package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner and a thief at one ring: each fiber comes out exactly once. */
@JCStressTest
@State
@Outcome(id = "511", expect = Expect.ACCEPTABLE, desc = "all eight and the one added")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
public class CarrierStress {
    private static final int QUEUED = 8;

    private final Scheduler scheduler = Scheduler.on(new Counting());
    private final Fiber<?>[] all = new Fiber<?>[QUEUED + 1];
    private final Carrier carrier = new Carrier(0, new GlobalQueue());
    private final Carrier thief = new Carrier(1, new GlobalQueue());
    private int owned;
    private int stolen;

    /** Fills the ring. */
    public CarrierStress() {
        for (int i = 0; i <= QUEUED; i++) {
            all[i] = new Fiber<Object>(scheduler, new Object());
        }
        for (int i = 0; i < QUEUED; i++) {
            carrier.add(all[i]);
        }
    }

    /** Takes two and adds one. */
    @Actor
    public void owner() {
        owned += number(carrier.take());
        carrier.add(all[QUEUED]);
        owned += number(carrier.take());
    }

    /** Steals half, and half of the rest. */
    @Actor
    public void thief() {
        stolen = drain(thief, carrier.stealInto(thief, false));
        stolen += drain(thief, carrier.stealInto(thief, false));
    }

    /** Adds up: a bit a fiber, so that one that came out twice shows. */
    @Arbiter
    public void rest(I_Result r) {
        r.r1 = owned + stolen + drain(carrier, carrier.take());
    }

    private int drain(Carrier from, Fiber<?> first) {
        int sum = 0;
        for (Fiber<?> fiber = first; fiber != null; fiber = from.take()) {
            sum += number(fiber);
        }
        return sum;
    }

    private int number(Fiber<?> fiber) {
        for (int i = 0; i < all.length; i++) {
            if (all[i] == fiber) {
                return 1 << i;
            }
        }
        return 0;
    }
}
