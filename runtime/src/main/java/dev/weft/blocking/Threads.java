package dev.weft.blocking;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Canceller;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Waiter;
import dev.weft.fiber.Weft;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import dev.weft.woven.StandIn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stand-ins for what threads wait with: sleep, yield, join. */
public final class Threads {
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** An interrupt is reported as these methods declare it. */
    private static final Canceller SLEEPER =
            new Canceller() {
                @Override
                public boolean withdraw(Waiter waiter) {
                    return true;
                }

                @Override
                public Throwable interruption(boolean cancelled) {
                    return cancelled
                            ? new FiberCancelledException("the fiber was cancelled")
                            : new InterruptedException("sleep interrupted");
                }

                @Override
                public String toString() {
                    return "sleep";
                }
            };

    private Threads() {}

    /** {@link Thread#sleep(long)}. */
    @Suspendable
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.PARKS)
    public static void sleep(long millis) throws InterruptedException {
        sleep(millis, Stack.PINNED);
    }

    /** The woven form. */
    public static void sleep(long millis, Stack stack) throws InterruptedException {
        if (millis < 0 || Fiber.current() == null) {
            Thread.sleep(millis);
        } else {
            sleepNanos(TimeUnit.MILLISECONDS.toNanos(millis), stack);
        }
    }

    /** {@link Thread#sleep(long, int)}. */
    @Suspendable
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.PARKS)
    public static void sleep(long millis, int nanos) throws InterruptedException {
        sleep(millis, nanos, Stack.PINNED);
    }

    /** The woven form. */
    public static void sleep(long millis, int nanos, Stack stack) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos >= NANOS_PER_MILLI || Fiber.current() == null) {
            Thread.sleep(millis, nanos);
        } else {
            long whole = TimeUnit.MILLISECONDS.toNanos(millis);
            sleepNanos(whole > Long.MAX_VALUE - nanos ? whole : whole + nanos, stack);
        }
    }

    /** {@code Thread.sleep(Duration)}, of JDK 19. */
    @Suspendable
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.PARKS)
    public static void sleep(Duration duration) throws InterruptedException {
        sleep(duration, Stack.PINNED);
    }

    /** The woven form. */
    public static void sleep(Duration duration, Stack stack) throws InterruptedException {
        sleep(TimeUnit.NANOSECONDS, TimeUnit.NANOSECONDS.convert(duration), stack);
    }

    /** {@link TimeUnit#sleep(long)}. */
    @Suspendable
    @StandIn(value = TimeUnit.class, mode = StandIn.Mode.PARKS)
    public static void sleep(TimeUnit unit, long timeout) throws InterruptedException {
        sleep(unit, timeout, Stack.PINNED);
    }

    /** The woven form. */
    public static void sleep(TimeUnit unit, long timeout, Stack stack) throws InterruptedException {
        if (timeout <= 0 || Fiber.current() == null) {
            unit.sleep(timeout);
        } else {
            sleepNanos(unit.toNanos(timeout), stack);
        }
    }

    /** {@link Thread#yield()}. */
    @Suspendable
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.PARKS)
    public static void yield() {
        Thread.yield();
    }

    /** The woven form. */
    public static void yield(Stack stack) {
        Weft.yield(stack);
    }

    /** {@link Thread#onSpinWait()}: what is spun for may be another fiber's to do. */
    @Suspendable
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.PARKS)
    public static void onSpinWait() {
        Thread.onSpinWait();
    }

    /** The woven form. */
    public static void onSpinWait(Stack stack) {
        if (stack.root() instanceof Fiber) {
            Weft.yield(stack);
        } else {
            Thread.onSpinWait();
        }
    }

    /** {@link Thread#join()}. */
    @Suspendable
    @StandIn(value = Thread.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void join(Thread thread) throws Exception {
        join(thread, 0);
    }

    /** {@link Thread#join(long)}. */
    @Suspendable
    @StandIn(value = Thread.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void join(Thread thread, long millis) throws Exception {
        join(thread, millis, 0);
    }

    /** {@link Thread#join(long, int)}. */
    @Suspendable
    @StandIn(value = Thread.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void join(Thread thread, long millis, int nanos) throws Exception {
        if (thread instanceof FiberThread) {
            joinFiber((FiberThread) thread, millis, nanos);
        } else if (millis < 0 || !thread.isAlive()) {
            thread.join(millis, nanos);
        } else {
            Blocking.call(
                    () -> {
                        thread.join(millis, nanos);
                        return null;
                    });
        }
    }

    /** {@code Thread.join(Duration)}, of JDK 19. */
    @Suspendable
    @StandIn(value = Thread.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static boolean join(Thread thread, Duration duration) throws Exception {
        if (thread.getState() == Thread.State.NEW) {
            throw new IllegalThreadStateException("Thread not started");
        }
        timedJoin(TimeUnit.NANOSECONDS, thread, TimeUnit.NANOSECONDS.convert(duration));
        return !ThreadObjects.isAlive(thread);
    }

    /** {@link TimeUnit#timedJoin(Thread, long)}. */
    @Suspendable
    @StandIn(value = TimeUnit.class, mode = StandIn.Mode.PARKS_OR_HANDS_OFF)
    public static void timedJoin(TimeUnit unit, Thread thread, long timeout) throws Exception {
        if (thread instanceof FiberThread) {
            if (timeout > 0) {
                awaitEnd((FiberThread) thread, unit.toNanos(timeout));
            }
        } else if (timeout > 0 && thread.isAlive()) {
            Blocking.call(
                    () -> {
                        unit.timedJoin(thread, timeout);
                        return null;
                    });
        }
    }

    @Suspendable
    private static void joinFiber(FiberThread thread, long millis, int nanos) throws Exception {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        if (nanos < 0 || nanos >= NANOS_PER_MILLI) {
            throw new IllegalArgumentException("nanosecond timeout value out of range");
        }
        long time = TimeUnit.MILLISECONDS.toNanos(millis);
        boolean forEver = millis == 0 && nanos == 0 || time > Long.MAX_VALUE - nanos;
        awaitEnd(thread, forEver ? Long.MAX_VALUE : time + nanos);
    }

    /** A plain thread waits in the future's own way; a fiber parks. */
    @Suspendable
    private static void awaitEnd(FiberThread thread, long nanos) throws Exception {
        if (!thread.lives()) {
            return;
        }
        CompletableFuture<?> end = thread.ending();
        if (Fiber.current() != null) {
            Futures.awaitEnd(end, nanos, true);
        } else if (nanos == Long.MAX_VALUE) {
            end.get();
        } else {
            try {
                end.get(nanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return; // join says nothing about it
            }
        }
    }

    private static void sleepNanos(long nanos, Stack stack) {
        StackReserve.claimForWait(stack);
        Waiter.begin(stack, SLEEPER, SLEEPER).await(stack, nanos, null);
    }
}
