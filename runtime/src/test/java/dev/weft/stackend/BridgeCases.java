package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.generator.Yielder;
import dev.weft.reactive.Flows;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** From and to futures and publishers. */
final class BridgeCases {
    private static final int MANY = 16;

    private BridgeCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("bridge.await", Awaited::new);
        all.put("bridge.future", AsFuture::new);
        all.put("bridge.flow", Published::new);
    }

    /** Somebody else completes it, with the whole of his stack. */
    @Suspendable
    private static final class Awaited extends EndCase {
        private final CompletableFuture<?>[] futures = new CompletableFuture<?>[MANY];
        private int n;

        @Override
        void act() {
            if (n < MANY) {
                CompletableFuture<Integer> future = new CompletableFuture<>();
                Weft.go(StackEnd.PEERS, () -> future.complete(7));
                futures[n] = future;
                if (Weft.await(future) != 7) {
                    throw new IllegalStateException("another value");
                }
                n++;
            }
        }

        @Override
        String check() {
            for (int i = 0; i < n; i++) {
                if (!futures[i].isDone()) {
                    return "not done";
                }
            }
            CompletableFuture<Integer> last = new CompletableFuture<>();
            Fiber<Integer> waiting = Weft.go(StackEnd.PEERS, () -> Weft.await(last));
            last.complete(3);
            return same("value", 3, waiting.join());
        }
    }

    @Suspendable
    private static final class AsFuture extends EndCase {
        private final Fiber<Void> fiber = Weft.go(StackEnd.PEERS, () -> Weft.park());
        private final CompletableFuture<?>[] futures = new CompletableFuture<?>[10_000];
        private int n;

        @Override
        void act() {
            CompletableFuture<Void> future = fiber.toCompletableFuture();
            futures[n] = future;
            n++;
        }

        @Override
        String check() throws Exception {
            fiber.unpark();
            for (int i = 0; i < n; i++) {
                futures[i].get(5, TimeUnit.SECONDS);
            }
            return null;
        }
    }

    @Suspendable
    private static final class Published extends EndCase {
        @Override
        void act() {
            ReceiveChannel<Integer> values = Flows.channel(Flows.publisher(y -> two(y)), 1);
            if (values.receive() != 1 || values.receive() != 2) {
                throw new IllegalStateException("other values");
            }
        }

        private static void two(Yielder<Integer> yielder) {
            yielder.yield(1);
            yielder.yield(2);
        }

        @Override
        String check() {
            act();
            return null;
        }
    }
}
