package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.channel.Channel;
import dev.weft.woven.Stack;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No memory for what the runtime itself needs, at a place that the test chooses: the fiber that it
 * was for gets the error, the others go on, and nothing that was woken or queued is lost.
 */
@Timeout(60)
@Suspendable
class MemoryFaultTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";
    private static final OutOfMemoryError EXPECTED = new OutOfMemoryError("expected");

    /** As a woven method that waits and then gets no memory for its frame. */
    private static final class NoFrame implements SuspendableCallable<Integer> {
        private final Channel<Integer> channel;
        private final boolean yields;

        NoFrame(Channel<Integer> channel, boolean yields) {
            this.channel = channel;
            this.yields = yields;
        }

        @Override
        public Integer call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Integer call(Stack stack) {
            if (yields) {
                Weft.yield(stack);
            } else {
                channel.receive(stack);
            }
            assertTrue(stack.suspending, "it waits");
            throw EXPECTED;
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noMemoryForTheFrameOfAWait(Scheduler scheduler) {
        Channel<Integer> channel = Channel.rendezvous();
        int received =
                Weft.run(
                        scheduler,
                        () -> {
                            Fiber<Integer> broken = Weft.go(new NoFrame(channel, false));
                            assertSame(EXPECTED, causeOf(broken));
                            Fiber<Integer> receiver = Weft.go(() -> channel.receive());
                            channel.send(7);
                            return receiver.join();
                        });
        assertEquals(7, received, "the wait was taken back, so the value is not the broken one's");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noMemoryForTheFrameOfAYield(Scheduler scheduler) {
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Integer> broken = Weft.go(new NoFrame(null, true));
                    assertSame(EXPECTED, causeOf(broken));
                    return null;
                });
    }

    private static Throwable causeOf(Fiber<?> fiber) {
        return assertThrows(CompletionException.class, () -> fiber.join()).getCause();
    }

    /** The error is not caught by the fiber that waits but thrown again each time it is asked. */
    private static final class Clock implements TimeSource {
        final AtomicInteger failures = new AtomicInteger();

        @Override
        public long nanoTime() {
            if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw EXPECTED;
            }
            return System.nanoTime();
        }
    }

    /** A caught error leaves the fiber able to wait again, in the same channel. */
    @Test
    void noMemoryForATimer() {
        Clock clock = new Clock();
        Scheduler scheduler = new ConfinedScheduler(clock, new FirstInFirstOut());
        Channel<Integer> channel = Channel.rendezvous();
        int received =
                Weft.run(
                        scheduler,
                        () -> {
                            clock.failures.set(1);
                            Fiber<Integer> receiver = Weft.go(() -> receiveAfterError(channel));
                            Weft.yield();
                            channel.send(1);
                            return receiver.join();
                        });
        assertEquals(1, received);
        assertTrue(scheduler.timers().isEmpty());
    }

    private static int receiveAfterError(Channel<Integer> channel) throws Exception {
        boolean failed = false;
        try {
            Weft.sleep(Duration.ofDays(1));
        } catch (OutOfMemoryError expected) {
            failed = true;
        }
        assertTrue(failed);
        return channel.receive();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noMemoryForTheExceptionOfACancellation(Scheduler scheduler) {
        Canceller poor =
                new Canceller() {
                    @Override
                    public boolean withdraw(Waiter waiter) {
                        return true;
                    }

                    @Override
                    public Throwable interruption(boolean cancelled) {
                        throw EXPECTED;
                    }
                };
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Object> waits = Weft.go(new Leaf(poor));
                    while (waits.state() != Fiber.State.WAITING) {
                        Weft.yield();
                    }
                    waits.cancel();
                    assertSame(EXPECTED, causeOf(waits));
                    return null;
                });
    }

    /** Waits for a waker that never comes. */
    private static final class Leaf implements SuspendableCallable<Object> {
        private final Canceller canceller;

        Leaf(Canceller canceller) {
            this.canceller = canceller;
        }

        @Override
        public Object call() {
            throw new AssertionError("called pinned");
        }

        @Override
        public Object call(Stack stack) {
            return Waiter.begin(stack, this, canceller).await(stack);
        }
    }

    /** Starts the first threads, and again some when told to. */
    private static final class Starter implements Consumer<Thread> {
        private int left;
        private int refused;

        Starter(int left) {
            this.left = left;
        }

        @Override
        public synchronized void accept(Thread thread) {
            if (left == 0) {
                refused++;
                throw EXPECTED;
            }
            left--;
            thread.start();
        }

        synchronized void allow(int more) {
            left = more;
        }

        synchronized int refused() {
            return refused;
        }
    }

    @Test
    void noThreadAtAll() {
        Starter starter = new Starter(0);
        Scheduler scheduler = new StealingScheduler(2, TimeSource.SYSTEM, starter);
        assertSame(
                EXPECTED, assertThrows(OutOfMemoryError.class, () -> Weft.run(scheduler, () -> 1)));
        starter.allow(2);
        assertEquals(2, Weft.run(scheduler, () -> 2), "the next run tries again");
    }

    @Test
    void noSecondThread() {
        Starter starter = new Starter(1);
        Scheduler scheduler = new StealingScheduler(2, TimeSource.SYSTEM, starter);
        assertEquals(100, Weft.run(scheduler, () -> spawnAndJoin(100)));
        assertTrue(starter.refused() > 0, "a second one was wanted");
    }

    /** Nobody can take over the carrier: the queued fibers wait until the pinned one goes on. */
    @Test
    void noThreadToTakeOverFromAPinnedFiber() {
        Starter starter = new Starter(1);
        Scheduler scheduler = new StealingScheduler(1, TimeSource.SYSTEM, starter);
        AtomicInteger ran = new AtomicInteger();
        Weft.run(
                scheduler,
                () -> {
                    Fiber<Void> queued = Weft.go(() -> countUp(ran));
                    synchronized (ran) {
                        Weft.sleep(1);
                    }
                    queued.join();
                    return null;
                });
        assertEquals(1, ran.get());
        assertTrue(starter.refused() > 0);
    }

    private static void countUp(AtomicInteger ran) {
        ran.incrementAndGet();
    }

    private static int spawnAndJoin(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            Fiber<Integer> one = Weft.go(() -> 1);
            Fiber<Integer> other = Weft.go(() -> 0);
            sum += one.join() + other.join();
        }
        return sum;
    }

    /** A timer that fails ends neither the carrier nor the watcher that fires it. */
    @Test
    void aTimerFails() {
        AtomicInteger told = new AtomicInteger();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((t, thrown) -> told.incrementAndGet());
        try {
            Scheduler scheduler = Scheduler.workStealing(1);
            Weft.run(
                    scheduler,
                    () -> {
                        for (int i = 1; i <= 4; i++) {
                            scheduler.timers().start(new Broken(), 0);
                            while (told.get() < i) {
                                Weft.sleep(1);
                            }
                        }
                        return null;
                    });
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(4, told.get());
    }

    /** A timer with a bug. */
    private static final class Broken extends TimerEntry {
        @Override
        void fire() {
            throw new IllegalStateException("expected");
        }
    }

    /** What is told of an end may fail: the fiber has ended all the same, and the rest is told. */
    @Test
    void whoeverIsToldOfAnEndFails() {
        AtomicInteger told = new AtomicInteger();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((t, thrown) -> assertSame(EXPECTED, thrown));
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Fiber<Integer> fiber = Weft.go(() -> 3);
                    EndSignal.then(
                            fiber,
                            () -> {
                                throw EXPECTED;
                            });
                    EndSignal.then(fiber, told::incrementAndGet);
                    assertEquals(3, fiber.join());
                    return null;
                });
        thread.setUncaughtExceptionHandler(handler);
        assertEquals(1, told.get());
    }
}
