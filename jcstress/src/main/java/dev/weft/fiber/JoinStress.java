package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/** Two join a fiber while it ends: each is told, or sees that it has ended. */
@JCStressTest
@State
@Outcome(id = "true, true, true", expect = Expect.ACCEPTABLE, desc = "each has gone on")
@Outcome(expect = Expect.FORBIDDEN, desc = "somebody waits for ever")
public class JoinStress {
    private final Fiber<Object> fiber = new Fiber<>(Scheduler.on(new Counting()), new Object());
    private final Waiter first = waiter();
    private final Waiter second = waiter();
    private boolean firstWaits;
    private boolean secondWaits;

    private static Waiter waiter() {
        return new Waiter(new Thread(() -> {}));
    }

    /** Two join, one behind the other. */
    @Actor
    public void join() {
        firstWaits = Joiners.add(fiber, first);
        secondWaits = Joiners.add(fiber, second);
    }

    /** Ends. */
    @Actor
    public void end() {
        Joiners.close(fiber);
    }

    /** Looks who was told. */
    @Arbiter
    public void look(ZZZ_Result r) {
        r.r1 = !firstWaits || first.isDelivered();
        r.r2 = !secondWaits || second.isDelivered();
        r.r3 = fiber.isDone();
    }
}
