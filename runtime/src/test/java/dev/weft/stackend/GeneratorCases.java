package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.SendResult;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import dev.weft.generator.CoroutineState;
import dev.weft.generator.Generator;
import dev.weft.generator.SymmetricCoroutine;
import dev.weft.generator.Yielder;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Generators and coroutines. An error in the body ends it, as any exception does; but one that
 * comes before or behind the body must leave it where it was, and in no case may it count as
 * running ever after.
 */
final class GeneratorCases {
    private GeneratorCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("generator.next", () -> new Next(false));
        all.put("generator.nested", () -> new Next(true));
        all.put("generator.channel", Received::new);
        all.put("generator.coroutine", Resumed::new);
        all.put("generator.symmetric", Switched::new);
    }

    @Suspendable
    private static final class Next extends EndCase {
        private final boolean nested;
        private Generator<Integer> generator;

        /** What the next value must be at least; skipped ones are those of a next that failed. */
        private int next;

        Next(boolean nested) {
            this.nested = nested;
            generator = make();
        }

        private Generator<Integer> make() {
            if (nested) {
                return Generator.of(y -> y.yieldAll(Generator.of(z -> count(z))));
            }
            return Generator.of(y -> count(y));
        }

        private void count(Yielder<Integer> yielder) {
            for (int i = 0; ; i++) {
                yielder.yield(i);
            }
        }

        @Override
        void act() {
            if (generator.state() == CoroutineState.DONE) {
                generator = make();
                next = 0;
            }
            int found = generator.next();
            if (found != next) {
                throw new IllegalStateException(found + " for " + next);
            }
            next++;
        }

        @Override
        String check() {
            act();
            act();
            generator.close();
            return null;
        }
    }

    /** The body waits for something outside, so the fiber that drives it does. */
    @Suspendable
    private static final class Received extends EndCase {
        private final Channel<Integer> channel = Channel.rendezvous();
        private final Fiber<Void> sender = Weft.go(StackEnd.PEERS, () -> sendAll());
        private Generator<Integer> generator = make();

        private void sendAll() {
            boolean more = true;
            while (more) {
                more = channel.trySend(1, 10, TimeUnit.SECONDS) == SendResult.SENT;
            }
        }

        private Generator<Integer> make() {
            return Generator.of(y -> pass(y));
        }

        private void pass(Yielder<Integer> yielder) {
            for (; ; ) {
                yielder.yield(channel.receive());
            }
        }

        @Override
        void act() {
            if (generator.state() == CoroutineState.DONE) {
                generator = make();
            }
            if (generator.next() == null) {
                throw new IllegalStateException("no value");
            }
        }

        @Override
        String check() {
            act();
            act();
            channel.cancel();
            sender.join();
            return null;
        }
    }

    @Suspendable
    private static final class Resumed extends EndCase {
        private Coroutine<Integer, Integer> coroutine = make();
        private int sum;

        private Coroutine<Integer, Integer> make() {
            return Coroutine.of((context, first) -> add(context, first));
        }

        private static int add(CoroutineContext<Integer, Integer> context, int first) {
            int total = first;
            for (; ; ) {
                total += context.yield(total);
            }
        }

        @Override
        void act() {
            if (coroutine.isDone()) {
                coroutine = make();
                sum = 0;
            }
            int found = coroutine.resume(1);
            if (found != sum + 1) {
                throw new IllegalStateException(found + " for " + (sum + 1));
            }
            sum++;
        }

        @Override
        String check() {
            act();
            act();
            coroutine.close();
            return null;
        }
    }

    @Suspendable
    private static final class Switched extends EndCase {
        @Override
        void act() {
            SymmetricCoroutine<Integer> main = SymmetricCoroutine.current();
            SymmetricCoroutine<Integer> other = SymmetricCoroutine.of(n -> answer(main, n));
            int found = other.switchTo(1);
            if (found != 2) {
                throw new IllegalStateException(found + " for 2");
            }
            SymmetricCoroutine<Integer> now = SymmetricCoroutine.current();
            if (now != main) {
                throw new IllegalStateException("elsewhere");
            }
        }

        private static int answer(SymmetricCoroutine<Integer> main, int n) {
            return main.switchTo(n + 1);
        }

        @Override
        String check() {
            act();
            return null;
        }
    }
}
