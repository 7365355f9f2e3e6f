package dev.weft.fiber;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.SendResult;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A program that does everything at random: starts fibers in scopes and scopes in fibers, cancels,
 * interrupts and unparks them, waits with and without time limits, pinned and blocking, fails, and
 * cleans up in shields. What must hold at the end of each round whatever happened:
 *
 * <ul>
 *   <li>every fiber that began has run its finally block once; every one that was started has ended
 *   <li>what went into the channel came out once, or is in it
 *   <li>a scope's {@code run} returned after its last fiber
 *   <li>no timer is left
 * </ul>
 */
@Suspendable
final class Turmoil {
    private final Scheduler scheduler;
    private final SplittableRandom random;
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final Channel<Integer> channel = Channel.buffered(4);
    private final boolean pinned;

    Turmoil(Scheduler scheduler, long seed) {
        this(scheduler, seed, false);
    }

    /**
     * Makes a round.
     *
     * @param pinned whether each fiber holds a monitor all its life, so that none can be unwound
     */
    Turmoil(Scheduler scheduler, long seed, boolean pinned) {
        this.scheduler = scheduler;
        this.pinned = pinned;
        random = new SplittableRandom(seed);
    }

    /** One round. Returns how many fibers it started. */
    long round() {
        try {
            Weft.run(
                    scheduler,
                    () ->
                            Scope.run(
                                    scope -> {
                                        actAsMeant(scope, 0, next());
                                        return null;
                                    }));
        } catch (FiberCancelledException | Expected | CompletionException e) {
            // the usual end
        }
        check();
        return started.get();
    }

    private void check() {
        require(inside.get() == 0, inside.get() + " fibers still run behind their scope");
        require(started.get() == ended.get(), started + " began, " + ended + " ended");
        int left = channel.length();
        require(
                sent.get() == received.get() + left,
                sent + " sent, " + received + " received, " + left + " left");
        while (!(scheduler instanceof ConfinedScheduler) && !scheduler.timers().isEmpty()) {
            Thread.yield(); // one that met its wait's end may look once more, 10 µs later
        }
        require(scheduler.timers().isEmpty(), scheduler.timers().size() + " timers are left");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private synchronized long next() {
        return random.nextLong();
    }

    private void actAsMeant(Scope scope, int depth, long seed) {
        if (pinned) {
            synchronized (new Object()) {
                act(scope, depth, seed);
            }
        } else {
            act(scope, depth, seed);
        }
    }

    private void act(Scope scope, int depth, long seed) {
        SplittableRandom mine = new SplittableRandom(seed);
        int steps = mine.nextInt(depth == 0 ? 40 : 6);
        Fiber<?> last = null;
        for (int i = 0; i < steps; i++) {
            int choice = mine.nextInt(depth > 3 ? 10 : 14);
            if (choice >= 12) {
                nested(depth + 1, mine.nextLong());
            } else if (choice >= 10) {
                long child = mine.nextLong();
                last = scope.go(() -> live(scope, depth + 1, child));
            } else {
                step(choice, mine, last);
            }
        }
    }

    /** A fiber's life. */
    private void live(Scope scope, int depth, long seed) throws Exception {
        started.incrementAndGet();
        inside.incrementAndGet();
        try {
            actAsMeant(scope, depth, seed);
        } finally {
            try {
                cleanUp(seed);
            } finally {
                inside.decrementAndGet();
                ended.incrementAndGet();
            }
        }
    }

    /** May wait though cancelled; an interrupt ends that all the same. */
    private static void cleanUp(long seed) throws Exception {
        if ((seed & 3) == 0) {
            Scope.shield(
                    () -> {
                        Weft.sleep(Duration.ofNanos(seed >>> 48));
                        return null;
                    });
        }
    }

    private void nested(int depth, long seed) {
        try {
            Scope.run(
                    Duration.ofNanos(seed >>> 42),
                    inner -> {
                        act(inner, depth, seed);
                        return null;
                    });
        } catch (TimeoutException | Expected e) {
            // the outer one goes on
        }
    }

    private void step(int choice, SplittableRandom mine, Fiber<?> last) {
        switch (choice) {
            case 0:
                Weft.yield();
                break;
            case 1:
                Weft.sleep(Duration.ofNanos(mine.nextInt(100_000)));
                break;
            case 2:
                pinned(mine.nextInt(50_000));
                break;
            case 3:
                blocking(mine.nextInt(50_000));
                break;
            case 4:
                exchange(mine.nextInt(100_000));
                break;
            case 5:
                disturb(last, mine.nextInt(3));
                break;
            case 6:
                joinBriefly(last, mine.nextInt(100_000));
                break;
            case 7:
                if (mine.nextInt(8) == 0) {
                    throw new Expected();
                }
                break;
            default:
                Weft.parkNanos(mine.nextInt(50_000));
        }
    }

    private synchronized void pinnedSleep(int nanos) {
        Weft.sleep(Duration.ofNanos(nanos));
    }

    /** Holds a monitor of its own. */
    private static void pinned(int nanos) {
        new Turmoil(Scheduler.shared(), nanos).pinnedSleep(nanos);
    }

    private static void blocking(int nanos) {
        try {
            Weft.blocking(() -> sleepPlainly(nanos));
        } catch (FiberCancelledException e) {
            throw e;
        } catch (Exception e) {
            throw new Expected();
        }
    }

    private static Object sleepPlainly(int nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
        return null;
    }

    private void exchange(int nanos) {
        try {
            SendResult given = channel.trySend(nanos, nanos, TimeUnit.NANOSECONDS);
            if (given == SendResult.SENT) {
                sent.incrementAndGet();
            }
            if (channel.poll(nanos, TimeUnit.NANOSECONDS) != null) {
                received.incrementAndGet();
            }
        } catch (ChannelClosedException e) {
            throw new AssertionError("nobody closes it", e);
        }
    }

    private static void disturb(Fiber<?> fiber, int how) {
        if (fiber != null && how == 0) {
            fiber.cancel();
        } else if (fiber != null && how == 1) {
            fiber.interrupt();
        } else if (fiber != null) {
            fiber.unpark();
        }
    }

    private static void joinBriefly(Fiber<?> fiber, int nanos) {
        try {
            if (fiber != null) {
                fiber.join(Duration.ofNanos(nanos));
            }
        } catch (TimeoutException | CompletionException e) {
            // it goes on, or it failed
        }
    }

    /** Failures that are meant to be. */
    private static final class Expected extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
