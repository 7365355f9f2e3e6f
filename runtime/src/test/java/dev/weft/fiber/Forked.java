package dev.weft.fiber;

import dev.weft.AllAsleepException;
import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Main program of processes that {@link ForkedTest} starts: what needs a JVM of its own. */
@Suspendable
final class Forked {
    private Forked() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "wait":
                waitForOthers();
                break;
            case "shrink":
                shrink();
                break;
            case "limit":
                limit();
                break;
            case "linger":
                linger();
                break;
            case "asleep":
                asleep();
                break;
            case "shutdown":
                shutdown();
                break;
            default:
                throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Two fibers wait; says so when they do, and ends when its input does. */
    private static void waitForOthers() throws Exception {
        Channel<Integer> channel = Channel.rendezvous();
        List<Fiber<Void>> fibers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            fibers.add(Weft.go(() -> receive(channel)).named("waiting " + i));
        }
        for (Fiber<Void> fiber : fibers) {
            while (fiber.state() != Fiber.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        System.out.println("ready");
        System.in.read();
    }

    private static void receive(Channel<Integer> channel) {
        channel.receive();
    }

    /** A single-threaded world sleeps: alone, and beside a thread that ends later. */
    private static void asleep() throws Exception {
        Weft.run(() -> Fibers.joinAll(List.of(Weft.go(() -> Objects.requireNonNull(null)))));
        ForkJoinPool.commonPool().submit(() -> {}).get();
        AtomicReference<Fiber<?>> main = new AtomicReference<>();
        for (int i = 0; i < 2; i++) {
            main.set(null);
            Channel<Integer> channel = Channel.rendezvous();
            Thread thread = new Thread(() -> awaitWait(main));
            if (i == 1) {
                thread.start();
            }
            try {
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Weft.go(() -> receive(channel)).named("receiver");
                            Weft.sleep(1);
                            main.set(Fiber.current());
                            receive(channel);
                        });
            } catch (AllAsleepException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void awaitWait(AtomicReference<Fiber<?>> fiber) {
        while (fiber.get() == null || !(fiber.get().waitsFor() instanceof Channel)) {
            Thread.onSpinWait();
        }
    }

    /** Many blocking calls at once take a thread each, which end afterwards. */
    private static void shrink() throws Exception {
        int n = 40;
        Scheduler scheduler = Scheduler.workStealing(1);
        CountDownLatch all = new CountDownLatch(n);
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<Object>> fibers = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        fibers.add(Weft.go(() -> Weft.blocking(() -> meet(all))));
                    }
                    for (Fiber<Object> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        long most = carriers();
        while (carriers() > 1) {
            Thread.sleep(1);
        }
        System.out.println(most >= 2 ? "shrunk" : "never had more threads than one");
    }

    private static Object meet(CountDownLatch all) throws InterruptedException {
        all.countDown();
        all.await();
        return null;
    }

    private static long carriers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("weft-carrier-"))
                .count();
    }

    /** More blocking calls than threads are allowed: they take turns. */
    private static void limit() {
        Scheduler scheduler = Scheduler.workStealing(1);
        long[] most = new long[1];
        Weft.run(
                scheduler,
                () -> {
                    List<Fiber<Object>> fibers = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        fibers.add(Weft.go(() -> Weft.blocking(() -> countThreads(most))));
                    }
                    for (Fiber<Object> fiber : fibers) {
                        fiber.join();
                    }
                    return null;
                });
        System.out.println("at most " + most[0]);
    }

    private static Object countThreads(long[] most) throws InterruptedException {
        Thread.sleep(5);
        synchronized (most) {
            most[0] = Math.max(most[0], carriers());
        }
        return null;
    }

    /**
     * A thread that could not get the right to poll does not end before another has it for long:
     * who has it for a moment relies on those who asked.
     */
    private static void linger() throws Exception {
        Scheduler scheduler = Scheduler.workStealing(1);
        CountDownLatch asked = new CountDownLatch(20);
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicBoolean polled = new AtomicBoolean();
        IdlePoll.install(
                new NoPoll() {
                    @Override
                    protected boolean enter() {
                        if (isThreadOf(scheduler)) {
                            thread.set(Thread.currentThread());
                        }
                        return false;
                    }

                    @Override
                    protected boolean waits() {
                        asked.countDown();
                        return polled.get();
                    }
                });
        Weft.run(scheduler, () -> null);
        asked.await();
        System.out.println(thread.get().isAlive() ? "lingers" : "ended");
        polled.set(true);
        thread.get().join();
        System.out.println("ended");
    }

    /** Main returns while fibers run, wait, and are pinned. */
    private static void shutdown() {
        CountDownLatch running = new CountDownLatch(1);
        Weft.go(() -> Weft.park());
        Weft.go(() -> parkPinned());
        Weft.go(() -> compute(running));
        Fiber<?> failing =
                Weft.go(
                        () -> {
                            throw new IllegalStateException("nobody looks at this one");
                        });
        Weft.run(() -> running.await());
        while (!failing.isDone()) {
            Weft.sleep(1);
        }
        System.out.println("main returns");
    }

    private static synchronized void parkPinned() {
        Weft.park();
    }

    private static void compute(CountDownLatch running) {
        running.countDown();
        long sum = 1;
        while (sum != 0) {
            sum |= sum + 1;
        }
    }
}
