package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.concurrent.FiberLinkedBlockingQueue;
import dev.weft.concurrent.FiberReentrantLock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What dumps say that fibers wait for, for how long, and whether that keeps a thread. */
@Timeout(60)
class DumpReasonsTest {
    /** What a dump says of a fiber that runs {@code body}, in virtual time. */
    private static FiberInfo waiting(SuspendableRunnable body) {
        return Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Fiber<Void> fiber = Weft.go(body).named("it");
                    Weft.sleep(10);
                    FiberInfo info = infoOf(fiber);
                    fiber.cancel();
                    return info;
                });
    }

    private static FiberInfo infoOf(Fiber<?> fiber) {
        return Weft.fibers().stream().filter(i -> i.id() == fiber.id()).findAny().orElseThrow();
    }

    @Test
    void sendersAndReceiversAreToldApart() {
        Channel<Integer> channel = Channel.rendezvous();
        assertEquals("a value from " + channel, waiting(channel::receive).waitsFor());
        assertEquals("a receiver of " + channel, waiting(() -> channel.send(1)).waitsFor());
    }

    @Test
    void aTimedWaitSaysWhatIsLeft() {
        FiberInfo info = waiting(() -> Weft.sleep(1000));
        assertEquals("sleep", info.waitsFor());
        long left = info.timeoutNanos();
        assertTrue(left <= TimeUnit.MILLISECONDS.toNanos(1000), "" + left);
        assertTrue(left >= TimeUnit.MILLISECONDS.toNanos(990), "" + left);
        assertTrue(info.toString().contains("waits for sleep, 99"), info.toString());
        assertEquals(-1, waiting(() -> Weft.park()).timeoutNanos());
    }

    @Test
    void aQueueIsNamedAndNotListed() {
        FiberLinkedBlockingQueue<String> queue = new FiberLinkedBlockingQueue<>(1);
        queue.add("a secret");
        String waits = waiting(() -> queue.put("another")).waitsFor();
        assertTrue(waits.contains("Queue@") && waits.endsWith("[1 elements]"), waits);
    }

    @Test
    void aConditionIsNotItsLock() {
        FiberReentrantLock lock = new FiberReentrantLock();
        Condition condition = lock.newCondition();
        String waits =
                waiting(
                                () -> {
                                    lock.lock();
                                    try {
                                        condition.await();
                                    } finally {
                                        lock.unlock();
                                    }
                                })
                        .waitsFor();
        assertTrue(waits.startsWith("a condition of ") && waits.endsWith("[Unlocked]"), waits);
    }

    @Test
    void pinnedWaitsAreCalledSoAndShowTheirOwnStack() {
        tracking(true, DumpReasonsTest::lookAtAPinnedWait);
    }

    private static void lookAtAPinnedWait() {
        Fiber<Void> parked = Weft.go(Scheduler.workStealing(1), () -> outer());
        while (parked.waitsFor() == null || !infoOf(parked).isPinned()) {
            Thread.onSpinWait();
        }
        FiberInfo info = infoOf(parked);
        assertNotNull(info.carrier());
        String text = info.toString();
        assertTrue(text.contains(", pinned, waits for park, on "), text);
        assertTrue(text.contains("DumpReasonsTest.outer("), "below a saved frame: " + text);
        assertFalse(text.contains("CarrierThread") || text.contains("app//"), text);
        assertTrue(Weft.dumpJson().contains("\"pinned\": true"));
        assertTrue(PinReport.text().contains(" pinned now"), PinReport.text());
        parked.unpark();
        parked.join();
    }

    @Suspendable
    private static void outer() {
        middle();
        Weft.yield();
    }

    /** Its caller's frame is saved before the pinned wait begins. */
    @Suspendable
    private static void middle() {
        Weft.yield();
        pinned();
    }

    private static synchronized void pinned() {
        Weft.park();
    }

    @Test
    void aBlockingCallIsOne() {
        tracking(true, DumpReasonsTest::lookAtABlockingCall);
    }

    private static void lookAtABlockingCall() {
        Semaphore begun = new Semaphore(0);
        Semaphore go = new Semaphore(0);
        Fiber<Boolean> calls =
                Weft.go(
                        () ->
                                Weft.blocking(
                                        () -> {
                                            begun.release();
                                            return go.tryAcquire(1, TimeUnit.MINUTES);
                                        }));
        begun.acquireUninterruptibly();
        FiberInfo info = infoOf(calls);
        assertEquals("a blocking call", info.waitsFor());
        assertTrue(info.isPinned());
        go.release();
        assertTrue(calls.join());
    }

    @Test
    void whatIsNotTrackedIsSaidToBeMissing() {
        tracking(false, () -> assertTrue(Weft.dump().contains("-Dweft.track=true"), Weft.dump()));
        tracking(true, () -> assertFalse(Weft.dump().contains("-Dweft.track=true")));
    }

    private static void tracking(boolean on, Runnable body) {
        boolean before = Weft.isTracking();
        Weft.track(on);
        try {
            body.run();
        } finally {
            Weft.track(before);
        }
    }
}
