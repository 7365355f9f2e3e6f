package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner turns a batch of four new fibers round beside a thief: each comes out exactly once. */
@JCStressTest
@State
@Outcome(id = "15", expect = Expect.ACCEPTABLE, desc = "all four")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
public class FreshBatchStress {
    private final Fresh fresh = new Fresh();
    private final Fiber<?>[] all = new Fiber<?>[4];
    private int owned;
    private int stolen;

    /** Three are there. */
    public FreshBatchStress() {
        Scheduler scheduler = Scheduler.on(new Counting());
        for (int i = 0; i < all.length; i++) {
            all[i] = new Fiber<Object>(scheduler, new Object());
        }
        fresh.push(all[0]);
        fresh.push(all[1]);
        fresh.push(all[2]);
    }

    /** Adds one, ends its turn, takes two. */
    @Actor
    public void owner() {
        fresh.push(all[3]);
        fresh.endBatch();
        owned += number(fresh.pop());
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
