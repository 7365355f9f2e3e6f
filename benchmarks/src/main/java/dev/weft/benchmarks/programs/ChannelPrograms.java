package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;

/**
 * What Go's channel benchmarks do, in code of our own: {@code n} operations shared by as many
 * fibers as there are carriers. To be called from a fiber. The Go side is
 * peers/go/channels_test.go.
 */
@Suspendable
public final class ChannelPrograms {
    /** Values that are sent and received in one operation of the two benchmarks of a hundred. */
    public static final int HUNDRED = 100;

    private static final Integer VALUE = 1;

    private static volatile Channel<?> made;

    /** Whether the programs' channels are confined to the scheduler, which must allow that. */
    private static boolean confined;

    private ChannelPrograms() {}

    /**
     * Which channels the programs use from now on.
     *
     * @param confine true: {@link Channel#confined}
     */
    public static void confine(boolean confine) {
        confined = confine;
    }

    static Channel<Integer> channel(int capacity) {
        return confined ? Channel.confined(capacity) : Channel.buffered(capacity);
    }

    /** Something that does so many operations. */
    @FunctionalInterface
    interface Body {
        @Suspendable
        void run(int n);

        default void run(int n, dev.weft.woven.Stack stack) {
            run(n);
        }
    }

    static long parallel(int n, int procs, Body body) {
        List<Fiber<Void>> fibers = new ArrayList<>();
        int share = n / procs;
        for (int i = 0; i < procs; i++) {
            fibers.add(Weft.go(() -> body.run(share)));
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
        return share;
    }

    private static int work(int units) {
        int foo = 1;
        for (int i = 0; i < units; i++) {
            foo *= 2;
            foo /= 2;
            foo += i & 1;
        }
        return foo;
    }

    /** A channel each. */
    public static long makeChan(int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            made = channel(8); // published, so that it is made
            sum += made.capacity();
        }
        return sum;
    }

    /** A poll that finds nothing each. */
    public static long nonblocking(int n, int procs) {
        Channel<Integer> empty = channel(0);
        return parallel(
                n,
                procs,
                share -> {
                    for (int i = 0; i < share; i++) {
                        if (empty.poll() != null) {
                            throw new AssertionError();
                        }
                    }
                });
    }

    /** Two receives and two sends that can't go on. */
    public static long selectNonblock(int n, int procs) {
        return parallel(
                n,
                procs,
                share -> {
                    Channel<Integer> a = channel(0);
                    Channel<Integer> b = channel(0);
                    Channel<Integer> c = channel(1);
                    Channel<Integer> full = channel(1);
                    full.send(VALUE);
                    for (int i = 0; i < share; i++) {
                        boolean any =
                                a.poll() != null
                                        | b.offer(VALUE)
                                        | c.poll() != null
                                        | full.offer(VALUE);
                        if (any) {
                            throw new AssertionError();
                        }
                    }
                });
    }

    /** A hundred sends and receives through a buffer of its own each. */
    public static long uncontended(int n, int procs) {
        return parallel(n, procs, share -> hundreds(channel(HUNDRED), share));
    }

    /** A hundred sends and receives through a shared buffer each. */
    public static long contended(int n, int procs) {
        Channel<Integer> shared = channel(HUNDRED * procs);
        return parallel(n, procs, share -> hundreds(shared, share));
    }

    private static void hundreds(Channel<Integer> c, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < HUNDRED; k++) {
                c.send(VALUE);
            }
            for (int k = 0; k < HUNDRED; k++) {
                c.receive();
            }
        }
    }

    /** Pairs that take turns at sending and receiving. */
    public static long sync(int n, int units) {
        Channel<Integer> c = channel(0);
        Fiber<Void> other = Weft.go(() -> takeTurns(c, n, false, units));
        takeTurns(c, n, true, units);
        other.join();
        return n;
    }

    private static void takeTurns(Channel<Integer> c, int n, boolean first, int units) {
        boolean sends = first;
        int foo = 0;
        for (int i = 0; i < n; i++) {
            if (sends) {
                c.send(VALUE);
            } else {
                c.receive();
            }
            foo += work(units);
            sends = i % 8 == 7 ? !sends : sends;
        }
        if (foo < 0) {
            throw new AssertionError();
        }
    }

    /** As many producers as consumers, with or without work of their own. */
    public static long prodCons(int n, int procs, int capacity, int units) {
        Channel<Integer> c = channel(capacity);
        List<Fiber<Void>> fibers = new ArrayList<>();
        int share = n / procs;
        for (int p = 0; p < procs; p++) {
            fibers.add(Weft.go((SuspendableRunnable) () -> produce(c, share, units)));
            fibers.add(Weft.go((SuspendableRunnable) () -> consume(c, share, units)));
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
        return c.length();
    }

    private static int produce(Channel<Integer> c, int n, int units) {
        int foo = 0;
        for (int i = 0; i < n; i++) {
            foo += work(units);
            c.send(VALUE);
        }
        return foo;
    }

    private static int consume(Channel<Integer> c, int n, int units) {
        int foo = 0;
        for (int i = 0; i < n; i++) {
            c.receive();
            foo += work(units);
        }
        return foo;
    }

    /** Drains a closed channel. */
    public static long receiveDataFromClosed(Channel<Integer> filled) {
        long n = 0;
        while (filled.receiveOrNull() != null) {
            n++;
        }
        return n;
    }

    /** A channel, a send and a receive each. */
    public static long creation(int n, int procs) {
        return parallel(
                n,
                procs,
                share -> {
                    for (int i = 0; i < share; i++) {
                        Channel<Integer> c = channel(1);
                        c.send(VALUE);
                        c.receive();
                    }
                });
    }

    /** A channel as a semaphore: a send and a receive each. */
    public static long semaphore(int n, int procs) {
        Channel<Integer> permits = channel(procs);
        return parallel(
                n,
                procs,
                share -> {
                    for (int i = 0; i < share; i++) {
                        permits.send(VALUE);
                        permits.receive();
                    }
                });
    }
}
