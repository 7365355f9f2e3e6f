package dev.weft.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.channel.Channel;
import dev.weft.channel.SendResult;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.generator.CoroutineState;
import dev.weft.generator.Generator;
import dev.weft.generator.SymmetricCoroutine;
import dev.weft.generator.Yielder;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An unwinding that is taken back after some of its frames were saved leaves the stack as it was.
 */
@Timeout(60)
@Suspendable
class TakenBackTest {
    private static final OutOfMemoryError EXPECTED = new OutOfMemoryError("expected");

    /**
     * As woven methods that wait; the inner ones get memory for their frames, the outer one none.
     */
    private static final class Partly implements SuspendableCallable<Object> {
        private final int saved;

        Partly(int saved) {
            this.saved = saved;
        }

        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            Weft.yield(stack);
            for (int i = 0; i < saved; i++) {
                FrameSaver.r0j0(stack, 1, Partly::resumed);
            }
            throw stack.unwound(EXPECTED);
        }

        private static void resumed(Frame frame, Stack stack) {
            throw new AssertionError("the frame of a method that was left by an exception");
        }
    }

    /** None, one, frames of two kinds, frames in a chain. */
    @Test
    void whoeverWasResumedGoesOn() {
        for (int saved = 0; saved <= 6; saved++) {
            int frames = saved;
            assertEquals(
                    "kept " + saved,
                    Weft.run(Scheduler.singleThreaded(), () -> catchAndWait(frames)));
        }
    }

    /** Else whoever interrupts the fiber would wait until it is queued, which it never is. */
    @Test
    void aWaitThatWasStillToBeQueuedIsOver() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Weft.run(Scheduler.workStealing(1), () -> catchAndInterrupt()));
    }

    private static Object catchAndInterrupt() throws Exception {
        SuspendableCallable<Object> unsaved = new Unsaved();
        try {
            unsaved.call();
        } catch (OutOfMemoryError expected) {
            assertEquals(EXPECTED, expected);
        }
        Fiber.current().interrupt();
        return null;
    }

    /**
     * As a woven method that is to wait at a rendezvous channel and gets no memory for its frame.
     */
    private static final class Unsaved implements SuspendableCallable<Object> {
        private final Channel<Object> channel = Channel.rendezvous();

        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            channel.receive(stack);
            throw stack.unwound(EXPECTED);
        }
    }

    private static void passOn(Generator<Integer> from, Yielder<Integer> to) {
        while (from.hasNext()) {
            to.yield(from.next());
        }
    }

    /** As a woven method whose callee waits, and which gets no memory for its own frame. */
    private static final class Unkept implements SuspendableCallable<Object> {
        private final Function<Stack, Object> callee;

        Unkept(Function<Stack, Object> callee) {
            this.callee = callee;
        }

        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            callee.apply(stack);
            throw stack.unwound(EXPECTED);
        }
    }

    private static String catchAndWait(int saved) throws Exception {
        String kept = "kept ";
        Weft.yield(); // from here on this method is one that was resumed
        SuspendableCallable<Object> partly = new Partly(saved);
        try {
            partly.call();
        } catch (OutOfMemoryError expected) {
            assertEquals(EXPECTED, expected);
        }
        Weft.yield();
        return kept + saved;
    }

    /** Else a generator that waits would count as running for ever, though nobody resumes it. */
    @Test
    void generatorsThatWaitAreOver() {
        Weft.run(Scheduler.singleThreaded(), () -> catchAndLook());
    }

    private static Throwable thrownBy(SuspendableCallable<Object> call) {
        try {
            return new AssertionError("returned " + call.call());
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    private static void catchAndLook() {
        Channel<Integer> channel = Channel.rendezvous();
        Generator<Integer> inner = Generator.of(y -> y.yield(channel.receive()));
        Generator<Integer> middle = Generator.of(y -> y.yieldAll(inner));
        Generator<Integer> outer = Generator.of(y -> passOn(middle, y));
        SuspendableCallable<Object> unsaved = new Unkept(stack -> outer.next(stack));
        assertEquals(EXPECTED, thrownBy(unsaved));
        for (Generator<Integer> each : List.of(inner, middle, outer)) {
            assertEquals(CoroutineState.DONE, each.state());
        }
        assertEquals(SendResult.FULL, channel.trySend(1));
        SymmetricCoroutine<Integer> coroutine = SymmetricCoroutine.of(n -> channel.receive());
        SuspendableCallable<Object> unswitched = new Unkept(stack -> coroutine.switchTo(1, stack));
        assertEquals(EXPECTED, thrownBy(unswitched));
        assertTrue(coroutine.isDead());
        assertEquals(3, SymmetricCoroutine.<Integer>of(n -> n + 1).switchTo(2));
        assertEquals(SendResult.FULL, channel.trySend(1));
        Weft.yield();
    }
}
