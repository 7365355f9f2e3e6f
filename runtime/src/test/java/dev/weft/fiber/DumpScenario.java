package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.generator.Generator;

/** What {@link DumpGoldenTest} dumps: its lines are in the golden file. */
@Suspendable
final class DumpScenario {
    private final Channel<Integer> channel = Channel.buffered(1);

    /** Fibers in scopes, in generators, in generators in generators, parked, sleeping, joining. */
    String dump() {
        return Scope.run(
                scope -> {
                    scope.named("requests");
                    scope.go(() -> consume(numbers())).named("in a generator");
                    scope.go(() -> consume(Generator.of(y -> y.yieldAll(numbers()))))
                            .named("in two generators");
                    scope.go(() -> inner()).named("in a scope of its own");
                    Fiber<Void> sleeper = Weft.go(() -> Weft.sleep(50)).named("detached");
                    scope.go(() -> sleeper.join()).named("joining").withPriority(Priority.LOW);
                    scope.go(this::pinned).named("pinned");
                    Weft.sleep(10);
                    String dump = Dumps.text(Dumps.of(Weft.currentScheduler().tracking().live()));
                    scope.fibers().forEach(Fiber::cancel);
                    return dump;
                });
    }

    private Generator<Integer> numbers() {
        return Generator.of(
                yielder -> {
                    yielder.yield(1);
                    yielder.yield(channel.receive());
                });
    }

    private static int consume(Generator<Integer> numbers) {
        int sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum;
    }

    private static void inner() {
        Scope.run(
                scope -> {
                    scope.named("inner");
                    scope.go(() -> Weft.park()).named("innermost");
                    return null;
                });
    }

    private synchronized void pinned() {
        Weft.park();
    }
}
