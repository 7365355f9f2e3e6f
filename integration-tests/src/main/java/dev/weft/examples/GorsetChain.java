package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Weft;

/** Gorset's chaining program: a value runs through n fibers, and each adds one. */
public final class GorsetChain {
    private GorsetChain() {}

    /**
     * Runs a chain.
     *
     * @param arguments the number of fibers, default 100,000; the value to inject, default 0
     */
    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int injected = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        System.out.println(run(n, injected));
    }

    /**
     * Runs a chain.
     *
     * @param n the number of fibers
     * @param injected what the first one gets
     * @return injected + n
     */
    public static int run(int n, int injected) {
        return Weft.run(
                () -> {
                    Channel<Integer> first = Channel.rendezvous();
                    Channel<Integer> tail = first;
                    for (int i = 0; i < n; i++) {
                        tail = link(tail);
                    }
                    first.send(injected);
                    return tail.receive();
                });
    }

    private static Channel<Integer> link(ReceiveChannel<Integer> from) {
        Channel<Integer> to = Channel.rendezvous();
        Weft.go(() -> addOne(from, to));
        return to;
    }

    @Suspendable
    private static void addOne(ReceiveChannel<Integer> from, SendChannel<Integer> to) {
        to.send(from.receive() + 1);
    }
}
