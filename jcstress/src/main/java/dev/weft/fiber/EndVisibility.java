package dev.weft.fiber;

import dev.weft.channel.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The line of docs/channels.md about the end of a fiber: what it did is seen by whoever sees that it has ended. The
 * variable {@code x} is plain; 0 would mean that it was not seen.
 */
public final class EndVisibility {
    private EndVisibility() {}

    private static Fiber<Object> running() {
        return new Fiber<>(Scheduler.on(new Counting()), new Object());
    }

    /** By joining. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class EndBeforeJoin {
        private final Fiber<Object> fiber = running();
        private int x;

        @Actor
        public void ends() {
            x = 1;
            fiber.finish();
        }

        @Actor
        public void joins(I_Result r) {
            fiber.join();
            r.r1 = x;
        }
    }

    /** By asking whether it is done. */
    @JCStressTest
    @Outcome(id = "0, -1", expect = Expect.ACCEPTABLE, desc = "came too early")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @State
    public static class EndBeforeIsDone {
        private final Fiber<Object> fiber = running();
        private int x;

        @Actor
        public void ends() {
            x = 1;
            fiber.finish();
        }

        @Actor
        public void asks(II_Result r) {
            boolean done = fiber.isDone();
            r.r1 = done ? 1 : 0;
            r.r2 = done ? x : -1;
        }
    }

    /** By a select. */
    @JCStressTest
    @Outcome(id = "1", expect = Expect.ACCEPTABLE)
    @State
    public static class EndBeforeSelectedJoin {
        private final Fiber<Object> fiber = running();
        private int x;

        @Actor
        public void ends() {
            x = 1;
            fiber.finish();
        }

        @Actor
        public void selects(I_Result r) {
            Select select = Select.fair();
            select.join(fiber);
            select.select();
            r.r1 = x;
        }
    }
}
