package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Weft;

/** The gopher chain: n fibers, each adds one to what it gets from its right neighbour. */
public final class Gophers {
    private Gophers() {}

    /**
     * Runs a chain.
     *
     * @param arguments the number of gophers; default 100,000
     */
    public static void main(String[] arguments) {
        System.out.println(run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000));
    }

    /**
     * Runs a chain.
     *
     * @param n the number of gophers
     * @return n + 1
     */
    public static int run(int n) {
        return Weft.run(
                () -> {
                    Channel<Integer> leftmost = Channel.rendezvous();
                    Channel<Integer> left = leftmost;
                    for (int i = 0; i < n; i++) {
                        Channel<Integer> l = left;
                        Channel<Integer> r = Channel.rendezvous();
                        Weft.go(() -> gopher(l, r));
                        left = r;
                    }
                    Channel<Integer> last = left;
                    Weft.go(() -> last.send(1));
                    return leftmost.receive();
                });
    }

    @Suspendable
    static void gopher(Channel<Integer> left, Channel<Integer> right) {
        left.send(1 + right.receive());
    }
}
