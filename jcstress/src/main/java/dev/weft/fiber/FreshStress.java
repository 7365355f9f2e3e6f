package dev.weft.fiber;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An owner and a thief at a deque of new fibers: each comes out exactly once. */
public final class FreshStress {
    private FreshStress() {}

    /** Fibers that are there, and one that is added; sums have a bit a fiber, so one twice shows. */
    abstract static class Deque {
        final Fresh fresh = new Fresh();
        final Fiber<?> added;
        private final Fiber<?>[] all;
        int owned;
        private int stolen;

        Deque(int there) {
            Scheduler scheduler = Scheduler.on(new Counting());
            all = new Fiber<?>[there + 1];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Fiber<Object>(scheduler, new Object());
            }
            for (int i = 0; i < there; i++) {
                fresh.push(all[i]);
            }
            added = all[there];
        }

        void stealTwo() {
            stolen = number(fresh.poll());
            stolen += number(fresh.poll());
        }

        int sum() {
            int sum = owned + stolen;
            for (Fiber<?> left = fresh.pop(); left != null; left = fresh.pop()) {
                sum += number(left);
            }
            return sum;
        }

        int number(Fiber<?> fiber) {
            for (int i = 0; i < all.length; i++) {
                if (all[i] == fiber) {
                    return 1 << i;
                }
            }
            return 0;
        }
    }

    /** At two fibers and a third. */
    @JCStressTest
    @State
    @Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "all three")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class PopAndSteal extends Deque {
        /** Two are there. */
        public PopAndSteal() {
            super(2);
        }

        /** Takes one, adds one, takes one. */
        @Actor
        public void owner() {
            owned += number(fresh.pop());
            fresh.push(added);
            owned += number(fresh.pop());
        }

        /** Steals two. */
        @Actor
        public void thief() {
            stealTwo();
        }

        /** Adds up. */
        @Arbiter
        public void rest(I_Result r) {
            r.r1 = sum();
        }
    }

    /** At a batch of four that the owner turns round. */
    @JCStressTest
    @State
    @Outcome(id = "15", expect = Expect.ACCEPTABLE, desc = "all four")
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    public static class EndBatchAndSteal extends Deque {
        /** Three are there. */
        public EndBatchAndSteal() {
            super(3);
        }

        /** Adds one, ends its turn, takes two. */
        @Actor
        public void owner() {
            fresh.push(added);
            fresh.endBatch();
            owned += number(fresh.pop());
            owned += number(fresh.pop());
        }

        /** Steals two. */
        @Actor
        public void thief() {
            stealTwo();
        }

        /** Adds up. */
        @Arbiter
        public void rest(I_Result r) {
            r.r1 = sum();
        }
    }
}
