package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.generator.Generator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** What {@link TraceGoldenTest} prints: exceptions of code that was suspended and resumed. */
@Suspendable
final class TraceScenario {
    private final Channel<Integer> channel = Channel.buffered(1);
    private final StringWriter text = new StringWriter();

    String traces() {
        print("thrown after a wait", () -> outer(1));
        print("passed on by a method that waited while it was under way", this::cleansUp);
        print("with a cause", this::wraps);
        print("in a scope", () -> Scope.run(scope -> outer(1)));
        print("in a generator", () -> sum(generator(1)));
        print("in a generator that another one delegates to", () -> sum(delegating()));
        print("of a generator, in its consumer", () -> sum(generator(0)));
        print("pinned", this::pinned);
        print("a receive from a closed channel", this::closed);
        print("a cancelled wait", this::cancelled);
        print("an interrupted sleep", this::interrupted);
        print("a join that is not in time", this::late);
        print("a join of a fiber that fails", this::joins);
        return text.toString();
    }

    private void print(String title, SuspendableRunnableWithException body) {
        text.append("--- ").append(title).append('\n');
        try {
            body.run();
        } catch (Exception thrown) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
    }

    /** What each of them is. */
    @FunctionalInterface
    interface SuspendableRunnableWithException {
        @Suspendable
        void run() throws Exception;
    }

    private static int outer(int depth) {
        return middle(depth) + 1;
    }

    private static int middle(int depth) {
        Weft.sleep(1);
        return inner(depth);
    }

    private static int inner(int depth) {
        Weft.sleep(1);
        if (depth > 0) {
            throw new IllegalStateException("after " + depth);
        }
        return depth;
    }

    private void cleansUp() {
        try {
            outer(2);
        } finally {
            Weft.sleep(1);
        }
    }

    private void wraps() {
        try {
            outer(3);
        } catch (IllegalStateException e) {
            Weft.sleep(1);
            throw new IllegalArgumentException("wrapped", e);
        }
    }

    private static Generator<Integer> generator(int depth) {
        return Generator.of(
                yielder -> {
                    yielder.yield(7);
                    Weft.sleep(1);
                    yielder.yield(outer(depth));
                });
    }

    private static Generator<Integer> delegating() {
        return Generator.of(
                yielder -> {
                    yielder.yield(5);
                    yielder.yieldAll(generator(4));
                });
    }

    private static void sum(Generator<Integer> numbers) {
        int sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        Weft.sleep(1);
        outer(sum);
    }

    private void pinned() {
        Weft.sleep(1);
        locked();
    }

    private synchronized void locked() {
        outer(5);
    }

    private void closed() {
        afterItWaits(Fiber.current(), channel::close);
        receives();
    }

    private void receives() {
        channel.receive();
    }

    private void cancelled() {
        Fiber<?> self = Fiber.current();
        afterItWaits(self, self::interrupt);
        Weft.park();
    }

    private void interrupted() throws InterruptedException {
        Fiber<?> self = Fiber.current();
        afterItWaits(self, self::interrupt);
        Thread.sleep(1000);
    }

    private void late() throws TimeoutException {
        Fiber<Void> fiber = Weft.go(() -> Weft.sleep(60_000)).named("late");
        try {
            fiber.join(Duration.ofMillis(1));
        } finally {
            fiber.cancel();
        }
    }

    private void joins() throws CompletionException {
        Fiber<?> self = Fiber.current();
        Fiber<Integer> fiber =
                Weft.go(
                                () -> {
                                    awaitWaiting(self);
                                    return outer(6);
                                })
                        .named("failing");
        fiber.join();
    }

    /** An exception that is there before the wait begins would be thrown without one. */
    private static void afterItWaits(Fiber<?> fiber, Runnable action) {
        Weft.go(
                () -> {
                    awaitWaiting(fiber);
                    action.run();
                });
    }

    private static void awaitWaiting(Fiber<?> fiber) {
        while (fiber.state() != Fiber.State.WAITING) {
            Weft.yield();
        }
    }
}
