package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SendChannel;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The two prime sieves of Go's tests (test/chan/sieve1 and sieve2): a daisy chain of filters, and a
 * merge of multiples.
 */
public final class PrimeSieves {
    private PrimeSieves() {}

    /**
     * Prints the primes that both find.
     *
     * @param arguments how many; default 25
     */
    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
        System.out.println(daisyChain(n));
        System.out.println(merging(n));
    }

    /**
     * Each prime is a fiber that lets through what it does not divide.
     *
     * @param n how many
     * @return the first primes
     */
    public static List<Integer> daisyChain(int n) {
        return first(n, PrimeSieves::filterAll);
    }

    /**
     * Each prime is a fiber that sends its multiples; they are merged and left out of the numbers.
     *
     * @param n how many
     * @return the first primes
     */
    public static List<Integer> merging(int n) {
        return first(n, PrimeSieves::mergeAll);
    }

    private static List<Integer> first(int n, SuspendableConsumer<SendChannel<Integer>> sieve) {
        return Weft.run(
                () -> {
                    Channel<Integer> primes = Channel.rendezvous();
                    Weft.go(() -> sieve.accept(primes));
                    List<Integer> found = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        found.add(primes.receive());
                    }
                    return found;
                });
    }

    @Suspendable
    private static void filterAll(SendChannel<Integer> primes) {
        Channel<Integer> numbers = Channel.rendezvous();
        Weft.go(
                () -> {
                    for (int i = 2; ; i++) {
                        numbers.send(i);
                    }
                });
        ReceiveChannel<Integer> in = numbers;
        for (; ; ) {
            int prime = in.receive();
            primes.send(prime);
            Channel<Integer> out = Channel.rendezvous();
            ReceiveChannel<Integer> from = in;
            Weft.go(
                    () -> {
                        for (; ; ) {
                            int i = from.receive();
                            if (i % prime != 0) {
                                out.send(i);
                            }
                        }
                    });
            in = out;
        }
    }

    /**
     * The next multiple of a prime that has not been passed yet, and where the one after it comes
     * from.
     */
    private static final class Multiples implements Comparable<Multiples> {
        final Channel<Integer> source = Channel.buffered(4);
        int next;

        @Override
        public int compareTo(Multiples other) {
            return Integer.compare(next, other.next);
        }
    }

    @Suspendable
    private static void mergeAll(SendChannel<Integer> primes) {
        PriorityQueue<Multiples> merged = new PriorityQueue<>();
        for (int i = 2; ; i++) {
            boolean composite = false;
            while (!merged.isEmpty() && merged.peek().next == i) {
                composite = true;
                Multiples passed = merged.poll();
                passed.next = passed.source.receive();
                merged.add(passed);
            }
            if (!composite) {
                primes.send(i);
                merged.add(multiplesOf(i));
            }
        }
    }

    @Suspendable
    private static Multiples multiplesOf(int prime) {
        Multiples multiples = new Multiples();
        Weft.go(
                () -> {
                    for (int i = 2 * prime; ; i += prime) {
                        multiples.source.send(i);
                    }
                });
        multiples.next = multiples.source.receive();
        return multiples;
    }
}
