package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Waits at a rendezvous channel, where fibers are queued once their frames are saved, under
 * everything that comes from outside the channel: cancellations, interrupts, unparks and looks at
 * the stack, from threads that run no fibers.
 */
@Timeout(120)
class LateWaitTest {
    private static final int PAIRS = 8;
    private static final int ROUNDS = 40;
    private static final int EACH = 400;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /** Sums of what went in and came out agree whatever was interrupted. */
    @Test
    void nothingIsLostWhileOthersInterfere() throws InterruptedException {
        Scheduler scheduler = Scheduler.workStealing(2);
        long interrupted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            interrupted += new Round(scheduler, round).run();
        }
        assertTrue(interrupted > 0, "no wait was interrupted");
        assertEquals(sent.get(), received.get());
        assertEquals(ROUNDS * 2L * PAIRS, ended.get());
    }

    private static void await(Fiber<Void> fiber) {
        try {
            fiber.join();
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
    }

    /** Producers and consumers at one channel, and a thread that interferes. */
    private final class Round {
        private final Scheduler scheduler;
        private final SplittableRandom random;
        private final Channel<Integer> channel = Channel.rendezvous();
        private final List<Fiber<Void>> fibers = new ArrayList<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicLong interruptions = new AtomicLong();
        private final CountDownLatch begun = new CountDownLatch(2 * PAIRS);

        Round(Scheduler scheduler, long seed) {
            this.scheduler = scheduler;
            random = new SplittableRandom(seed);
        }

        long run() throws InterruptedException {
            List<Fiber<Void>> producers = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                producers.add(Weft.go(scheduler, this::produce));
                fibers.add(Weft.go(scheduler, this::consume));
            }
            fibers.addAll(producers);
            Thread outside = new Thread(this::interfere);
            begun.await(); // a fiber that is cancelled before that has no end to count
            outside.start();
            producers.forEach(LateWaitTest::await);
            over.set(true);
            outside.join();
            channel.close();
            fibers.forEach(LateWaitTest::await);
            assertEquals(0, channel.balance());
            return interruptions.get();
        }

        private void interfere() {
            while (!over.get()) {
                Fiber<Void> fiber = fibers.get(random.nextInt(fibers.size()));
                int how = random.nextInt(64);
                if (how == 0 && fibers.indexOf(fiber) != 0) {
                    fiber.cancel(); // one consumer stays
                } else if (how < 8) {
                    fiber.interrupt();
                } else if (how < 16) {
                    fiber.unpark();
                } else {
                    assertFalse(fiber.stackTrace().size() > 50);
                }
            }
        }

        @Suspendable
        private void produce() {
            begun.countDown();
            try {
                for (int i = 0; i < EACH; i++) {
                    sendOne(i);
                }
            } finally {
                ended.incrementAndGet();
            }
        }

        @Suspendable
        private void sendOne(int value) {
            try {
                channel.send(value);
                sent.addAndGet(value);
            } catch (FiberCancelledException notSent) {
                interruptions.incrementAndGet();
            }
        }

        @Suspendable
        private void consume() {
            begun.countDown();
            try {
                while (consumeOne()) {
                    // goes on
                }
            } finally {
                ended.incrementAndGet();
            }
        }

        @Suspendable
        private boolean consumeOne() {
            try {
                Integer value = channel.receiveOrNull();
                if (value == null) {
                    return false;
                }
                received.addAndGet(value);
                return true;
            } catch (FiberCancelledException nothing) {
                interruptions.incrementAndGet();
                return !Fiber.current().isCancelled();
            }
        }
    }
}
