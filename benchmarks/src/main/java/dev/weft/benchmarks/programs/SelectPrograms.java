package dev.weft.benchmarks.programs;

import static dev.weft.benchmarks.programs.ChannelPrograms.channel;

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
 * The part of Go's channel benchmarks that selects, in code of our own; see {@link
 * ChannelPrograms}.
 */
@Suspendable
public final class SelectPrograms {
    /** Fibers of {@link #popular}. */
    public static final int POPULAR = 1000;

    private static final Integer VALUE = 1;

    private SelectPrograms() {}

    /** A select on two buffers of its own and a send each. */
    public static long selectUncontended(int n, int procs) {
        return ChannelPrograms.parallel(
                n, procs, share -> passAround(channel(1), channel(1), share));
    }

    /** The same on two shared buffers. */
    public static long selectAsyncContended(int n, int procs) {
        Channel<Integer> one = channel(procs);
        Channel<Integer> two = channel(procs);
        return ChannelPrograms.parallel(n, procs, share -> passAround(one, two, share));
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
        List<Channel<Integer>> channels = List.of(channel(0), channel(0), channel(0));
        Channel<Integer> done = channel(0);
        long all =
                ChannelPrograms.parallel(
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

    /** Each send and receive beside a timer and a close that don't come. */
    public static long selectProdCons(int n, int procs) {
        Channel<Integer> c = channel(128);
        Channel<Integer> close = channel(0);
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

    /**
     * A thousand fibers wait for one channel and each for one of its own, on which they are woken.
     */
    public static long popular(int n) {
        Channel<Integer> all = channel(0);
        List<Channel<Integer>> own = new ArrayList<>();
        List<Fiber<Void>> fibers = new ArrayList<>();
        for (int i = 0; i < POPULAR; i++) {
            Channel<Integer> mine = channel(0);
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
        Channel<Integer> c = channel(0);
        c.close();
        return ChannelPrograms.parallel(
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
