package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels that one single-threaded scheduler's fibers keep to themselves. */
@Timeout(60)
class ConfinedChannelTest {
    private static final int ITEMS = 2_000;

    /** Runs as the main fiber of a single-threaded scheduler. */
    private static void alone(SuspendableRunnable body) {
        Both.on(Scheduler.singleThreaded(), body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, Integer.MAX_VALUE})
    void passesValuesInOrder(int capacity) {
        alone(() -> pass(Channel.confined(capacity)));
        Both.on(Scheduler.deterministic(capacity), () -> pass(Channel.confined(capacity)));
    }

    @Suspendable
    private static void pass(Channel<Integer> c) {
        Fiber<Void> producer =
                Weft.go(
                        () -> {
                            for (int i = 0; i < ITEMS; i++) {
                                c.send(i);
                            }
                            c.close();
                        });
        int expected = 0;
        for (Integer value = c.receiveOrNull(); value != null; value = c.receiveOrNull()) {
            assertEquals(expected++, value);
        }
        assertEquals(ITEMS, expected);
        producer.join();
    }

    @Test
    void selectsTimesOutAndIsCancelled() {
        alone(
                () -> {
                    Channel<Integer> own = Channel.confined(0);
                    Channel<Integer> anybodys = Channel.rendezvous();
                    Select select = Select.fair();
                    ReceiveCase<Integer> fromOwn = select.receive(own);
                    select.receive(anybodys);
                    Fiber<Void> sender = Weft.go(() -> own.send(7));
                    assertSame(fromOwn, select.select());
                    assertEquals(7, fromOwn.take());
                    sender.join();
                    assertEquals(null, own.poll(1, TimeUnit.MILLISECONDS));
                    Fiber<Integer> waits = Weft.go(() -> own.receive());
                    Weft.yield();
                    assertEquals(-1, own.balance());
                    waits.cancel();
                    while (!waits.isDone()) {
                        Weft.yield();
                    }
                    assertInstanceOf(FiberCancelledException.class, waits.exception());
                    assertEquals(0, own.balance());
                });
    }

    /** A timed wait ends by its scheduler's timer, a cancellation from elsewhere by its thread. */
    @Test
    void othersMayCancelWhoWaits() {
        alone(
                () -> {
                    Channel<Integer> own = Channel.confined(0);
                    Fiber<Integer> waits = Weft.go(() -> own.receive());
                    Weft.yield();
                    Weft.await(CompletableFuture.runAsync(waits::cancel));
                    while (!waits.isDone()) {
                        Weft.yield();
                    }
                    assertInstanceOf(FiberCancelledException.class, waits.exception());
                });
    }

    @Test
    void anotherThreadIsRefused() {
        alone(
                () -> {
                    Channel<Integer> own = Channel.confined(1);
                    refusesElsewhere(() -> own.send(1));
                    refusesElsewhere(() -> own.receive());
                    refusesElsewhere(() -> own.trySend(1));
                    refusesElsewhere(() -> own.close());
                    Weft.await(CompletableFuture.runAsync(() -> assertEquals(0, own.length())));
                    own.send(1);
                    refusesElsewhere(() -> own.poll());
                    assertEquals(1, own.receive());
                });
    }

    @Suspendable
    private static void refusesElsewhere(Runnable use) {
        IllegalStateException refused =
                Weft.await(
                        CompletableFuture.supplyAsync(
                                () -> assertThrows(IllegalStateException.class, use::run)));
        assertTrue(refused.getMessage().contains("confined"), refused.getMessage());
    }

    /** Neither is the fiber lost nor a lock kept. */
    @Test
    void fiberOfAnotherSchedulerIsRefused() {
        alone(
                () -> {
                    Channel<Integer> own = Channel.confined(0);
                    Channel<Integer> anybodys = Channel.rendezvous();
                    Select select = Select.prioritised();
                    select.receive(anybodys);
                    select.receive(own);
                    Fiber<Integer> receiver = Weft.go(Scheduler.shared(), () -> own.receive());
                    Fiber<SelectCase> selecting =
                            Weft.go(Scheduler.shared(), () -> select.select());
                    Weft.await(receiver.toCompletableFuture().handle((value, failure) -> 0));
                    Weft.await(selecting.toCompletableFuture().handle((value, failure) -> 0));
                    assertInstanceOf(IllegalStateException.class, receiver.exception());
                    assertInstanceOf(IllegalStateException.class, selecting.exception());
                    assertEquals(SendResult.FULL, anybodys.trySend(1));
                    assertEquals(0, anybodys.balance());
                });
    }

    @Test
    void isMadeByFibersOfOneThreadOnly() {
        assertThrows(IllegalStateException.class, () -> Channel.confined(0));
        Both.on(
                Scheduler.workStealing(1),
                () -> assertThrows(IllegalStateException.class, () -> Channel.confined(0)));
        alone(() -> assertThrows(IllegalArgumentException.class, () -> Channel.confined(-1)));
    }

    /**
     * A fiber that can't be unwound keeps its thread; another stands in, and then has the right.
     */
    @Test
    void standInsForBlockedThreadsMayUseIt() {
        alone(
                () -> {
                    Channel<Integer> own = Channel.confined(0);
                    Fiber<Integer> pinned = Weft.go(() -> receivePinned(own));
                    Weft.yield();
                    own.send(5);
                    assertEquals(5, pinned.join());
                });
    }

    @Suspendable
    private static int receivePinned(Channel<Integer> c) {
        synchronized (new Object()) {
            return c.receive();
        }
    }
}
