package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.sync.Mutex;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that are cancelled or interrupted leave nothing behind. */
@Timeout(60)
class CancelTest {
    private static Fiber<Void> cancelled(SuspendableRunnable body) {
        return Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Fiber<Void> fiber = Weft.go(body);
                    while (fiber.state() != Fiber.State.WAITING) {
                        Weft.yield();
                    }
                    fiber.cancel();
                    while (!fiber.isDone()) {
                        Weft.yield();
                    }
                    return fiber;
                });
    }

    @Test
    void cancelledReceiverIsGone() {
        Channel<Integer> c = Channel.rendezvous();
        assertInstanceOf(FiberCancelledException.class, cancelled(c::receive).exception());
        assertEquals(SendResult.FULL, c.trySend(1));
    }

    @Test
    void cancelledSenderTakesItsValueAway() {
        Channel<Integer> c = Channel.rendezvous();
        assertInstanceOf(FiberCancelledException.class, cancelled(() -> c.send(1)).exception());
        assertNull(c.poll());
    }

    @Test
    void cancelledSelectLeavesNoTrace() {
        Channel<Integer> a = Channel.rendezvous();
        Channel<Integer> b = Channel.rendezvous();
        Select select = Select.fair();
        select.receive(a);
        select.send(b).offer(1);
        assertInstanceOf(FiberCancelledException.class, cancelled(select::select).exception());
        assertEquals(SendResult.FULL, a.trySend(1));
        assertNull(b.poll());
    }

    @Test
    void cancelledLockerIsPassedOver() {
        Mutex mutex = new Mutex();
        mutex.lock();
        assertInstanceOf(FiberCancelledException.class, cancelled(mutex::lock).exception());
        mutex.unlock();
        assertTrue(mutex.tryLock());
    }

    @Test
    void interruptedThreadKeepsItsFlag() {
        Channel<Integer> c = Channel.rendezvous();
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, c::receive);
        assertTrue(Thread.interrupted());
        assertEquals(SendResult.FULL, c.trySend(1));
    }

    /**
     * Each value is received, or its sender knows that it was not: whatever a cancellation meets.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cancellationLosesNothing(int carriers) {
        Scheduler scheduler = Scheduler.workStealing(carriers);
        int rounds = 3000;
        int lost =
                Weft.run(
                        scheduler,
                        () -> {
                            int odd = 0;
                            for (int i = 0; i < rounds; i++) {
                                odd += round(i % 2);
                            }
                            return odd;
                        });
        assertEquals(0, lost);
    }

    @Suspendable
    private static int round(int capacity) {
        Channel<Integer> c = Channel.buffered(capacity);
        Fiber<Boolean> sender =
                Weft.go(
                        () -> {
                            try {
                                c.send(1);
                                return true;
                            } catch (FiberCancelledException e) {
                                return false;
                            }
                        });
        Fiber<Boolean> receiver =
                Weft.go(
                        () -> {
                            try {
                                c.receive();
                                return true;
                            } catch (FiberCancelledException e) {
                                return false;
                            }
                        });
        Weft.yield();
        receiver.cancel();
        sender.cancel();
        boolean sent = joinOrFalse(sender);
        boolean received = joinOrFalse(receiver);
        boolean left = c.poll() != null;
        return sent == (received || left) && !(received && left) ? 0 : 1;
    }

    /** A fiber that was cancelled before it began fails without having done anything. */
    @Suspendable
    private static boolean joinOrFalse(Fiber<Boolean> fiber) {
        try {
            return fiber.join();
        } catch (CompletionException | FiberCancelledException e) {
            return false;
        }
    }
}
