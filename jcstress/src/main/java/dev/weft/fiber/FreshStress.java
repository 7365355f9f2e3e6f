package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner and a thief at two new fibers and a third: each comes out exactly once. */
@JCStressTest
@State
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "all three")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
public class FreshStress {
    private final Fresh fresh = new Fresh();
    private final Fiber<?>[] all = new Fiber<?>[3];
    private int owned;
    private int stolen;

    /** Two are there. */
    public FreshStress() {
        Scheduler scheduler = Scheduler.on(new Counting());
        for (int i = 0; i < all.length; i++) {
            all[i] = new Fiber<Object>(scheduler, new Object());
        }
        fresh.push(all[0]);
        fresh.push(all[1]);
    }

    /** Takes one, adds one, takes one. */
    @Actor
    public void owner() {
        owned += number(fresh.pop());
        fresh.push(all[2]);
        owned += number(fresh.pop());
    }

    /** Steals two. */
    @Actor
    public void thief() {
        stolen = number(fresh.poll());
        stolen += number(fresh.poll());
    }

    /** Adds up: a bit a fiber, so that one that came out twice shows. */
    @Arbiter
    public void rest(I_Result r) {
        int sum = owned + stolen;
        for (Fiber<?> left = fresh.pop(); left != null; left = fresh.pop()) {
            sum += number(left);
        }
        r.r1 = sum;
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
