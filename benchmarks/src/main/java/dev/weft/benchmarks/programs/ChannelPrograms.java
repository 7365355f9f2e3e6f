package dev.weft.benchmarks.programs;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.channel.Select;
import dev.weft.channel.SendCase;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What Go's channel benchmarks do, in code of our own: {@code n} operations shared by as many fibers as there are
 * carriers. To be called from a fiber. The Go side is peers/go/channels_test.go.
 */
@Suspendable
public final class ChannelPrograms {
    /** Values that are sent and received in one operation of the two benchmarks of a hundred. */
    public static final int HUNDRED = 100;

    /** Fibers of {@link #popular}. */
    public static final int POPULAR = 1000;

    private static final Integer VALUE = 1;

    private static volatile Channel<?> made;

    private ChannelPrograms() {}

    /** Something that does so many operations. */
    @FunctionalInterface
    interface Body {
        @Suspendable
        void run(int n);

        default void run(int n, dev.weft.woven.Stack stack) {
            run(n);
        }
    }

    private static long parallel(int n, int procs, Body body) {
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
            made = Channel.buffered(8); // published, so that it is made
            sum += made.capacity();
        }
        return sum;
    }

    /** A poll that finds nothing each. */
    public static long nonblocking(int n, int procs) {
        Channel<Integer> empty = Channel.rendezvous();
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

    /** A select on two buffers of its own and a send each. */
    public static long selectUncontended(int n, int procs) {
        return parallel(n, procs, share -> passAround(Channel.buffered(1), Channel.buffered(1), share));
    }

    /** The same on two shared buffers. */
    public static long selectAsyncContended(int n, int procs) {
        Channel<Integer> one = Channel.buffered(procs);
        Channel<Integer> two = Channel.buffered(procs);
        return parallel(n, procs, share -> passAround(one, two, share));
    }

    private static void passAround(Channel<Integer> one, Channel<Integer> two, int n) {
        one.send(VALUE);
        Select select = Select.fair();
        select.receive(one);
        select.receive(two);
        for (int i = 0; i < n; i++) {
            (select.select().index() == 0 ? two : one).send(VALUE);
        }
    }

    /** A select on three shared rendezvous channels each. */
    public static long selectSyncContended(int n, int procs) {
        List<Channel<Integer>> channels = List.of(Channel.rendezvous(), Channel.rendezvous(), Channel.rendezvous());
        Channel<Integer> done = Channel.rendezvous();
        long all =
                parallel(
                        n,
                        procs,
                        share -> {
                            Weft.go(() -> sendToAny(channels, done));
                            Select select = Select.fair();
                            channels.forEach(select::receive);
                            for (int i = 0; i < share; i++) {
                                select.select();
                            }
                        });
        done.close();
        return all;
    }

    private static void sendToAny(List<Channel<Integer>> channels, Channel<Integer> done) {
        Select select = Select.fair();
        List<SendCase<Integer>> cases = new ArrayList<>();
        for (Channel<Integer> c : channels) {
            cases.add(select.send(c));
        }
        select.receive(done);
        int chosen = 0;
        cases.forEach(c -> c.offer(VALUE));
        do {
            chosen = select.select().index();
            if (chosen < 3) {
                cases.get(chosen).offer(VALUE);
            }
        } while (chosen < 3);
    }

    /** Two receives and two sends that can't go on. */
    public static long selectNonblock(int n, int procs) {
        return parallel(
                n,
                procs,
                share -> {
                    Channel<Integer> a = Channel.rendezvous();
                    Channel<Integer> b = Channel.rendezvous();
                    Channel<Integer> c = Channel.buffered(1);
                    Channel<Integer> full = Channel.buffered(1);
                    full.send(VALUE);
                    for (int i = 0; i < share; i++) {
                        boolean any = a.poll() != null | b.offer(VALUE) | c.poll() != null | full.offer(VALUE);
                        if (any) {
                            throw new AssertionError();
                        }
                    }
                });
    }

    /** A hundred sends and receives through a buffer of its own each. */
    public static long uncontended(int n, int procs) {
        return parallel(n, procs, share -> hundreds(Channel.buffered(HUNDRED), share));
    }

    /** A hundred sends and receives through a shared buffer each. */
    public static long contended(int n, int procs) {
        Channel<Integer> shared = Channel.buffered(HUNDRED * procs);
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
        Channel<Integer> c = Channel.rendezvous();
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
        Channel<Integer> c = Channel.buffered(capacity);
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

    /** Each send and receive beside a timer and a close that don't come. */
    public static long selectProdCons(int n, int procs) {
        Channel<Integer> c = Channel.buffered(128);
        Channel<Integer> close = Channel.rendezvous();
        List<Fiber<Void>> fibers = new ArrayList<>();
        int share = n / procs;
        for (int p = 0; p < procs; p++) {
            fibers.add(Weft.go((SuspendableRunnable) () -> selectProduce(c, close, share)));
            fibers.add(Weft.go((SuspendableRunnable) () -> selectConsume(c, close, share)));
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
        return c.length();
    }

    private static void selectProduce(Channel<Integer> c, Channel<Integer> close, int n) {
        Timer timer = Timer.of(Duration.ofHours(1));
        Select select = Select.fair();
        SendCase<Integer> to = select.send(c);
        select.receive(timer.channel());
        select.receive(close);
        for (int i = 0; i < n; i++) {
            to.offer(VALUE);
            if (select.select() != to) {
                throw new AssertionError();
            }
        }
        timer.stop();
    }

    private static void selectConsume(Channel<Integer> c, Channel<Integer> close, int n) {
        Timer timer = Timer.of(Duration.ofHours(1));
        Select select = Select.fair();
        select.receive(c);
        select.receive(timer.channel());
        select.receive(close);
        for (int i = 0; i < n; i++) {
            if (select.select().index() != 0) {
                throw new AssertionError();
            }
        }
        timer.stop();
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
                        Channel<Integer> c = Channel.buffered(1);
                        c.send(VALUE);
                        c.receive();
                    }
                });
    }

    /** A channel as a semaphore: a send and a receive each. */
    public static long semaphore(int n, int procs) {
        Channel<Integer> permits = Channel.buffered(procs);
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

    /** A thousand fibers wait for one channel and each for one of its own, on which they are woken. */
    public static long popular(int n) {
        Channel<Integer> all = Channel.rendezvous();
        List<Channel<Integer>> own = new ArrayList<>();
        List<Fiber<Void>> fibers = new ArrayList<>();
        for (int i = 0; i < POPULAR; i++) {
            Channel<Integer> mine = Channel.rendezvous();
            own.add(mine);
            fibers.add(Weft.go((SuspendableRunnable) () -> listen(all, mine, n)));
        }
        for (int i = 0; i < n; i++) {
            for (Channel<Integer> c : own) {
                c.send(VALUE);
            }
        }
        for (Fiber<Void> fiber : fibers) {
            fiber.join();
        }
        return n;
    }

    private static void listen(Channel<Integer> all, Channel<Integer> mine, int n) {
        Select select = Select.fair();
        select.receive(all);
        select.receive(mine);
        for (int i = 0; i < n; i++) {
            select.select();
        }
    }

    /** A select that finds a closed channel each. */
    public static long closed(int n, int procs) {
        Channel<Integer> c = Channel.rendezvous();
        c.close();
        return parallel(
                n,
                procs,
                share -> {
                    Select select = Select.fair();
                    select.receive(c);
                    select.otherwise();
                    for (int i = 0; i < share; i++) {
                        if (select.select().index() != 0) {
                            throw new AssertionError();
                        }
                    }
                });
    }
}
