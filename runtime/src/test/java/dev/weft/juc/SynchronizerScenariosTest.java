package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.concurrent.FiberPhaser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the specifications of the synchronizers and futures promise, for fibers and threads. */
@Timeout(10)
class SynchronizerScenariosTest {
    static Stream<World> worlds() {
        return World.all().map(named -> named.getPayload());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void semaphoreServesInOrderAndAllAtOnce(World world) throws Exception {
        world.run(
                () -> {
                    Semaphore semaphore = new Semaphore(0, true);
                    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
                    List<World.Party> parties = new ArrayList<>();
                    for (int permits : new int[] {3, 1, 1}) {
                        parties.add(
                                world.go(
                                                () -> {
                                                    semaphore.acquire(permits);
                                                    order.add(permits);
                                                })
                                        .awaitWaiting());
                    }
                    assertEquals(3, semaphore.getQueueLength());
                    semaphore.release(2);
                    assertEquals(2, semaphore.availablePermits());
                    assertFalse(semaphore.tryAcquire(1, 1, TimeUnit.MILLISECONDS));
                    assertEquals(List.of(), order);
                    semaphore.release();
                    parties.get(0).end();
                    semaphore.release(2);
                    parties.get(1).end();
                    parties.get(2).end();
                    assertEquals(List.of(3, 1, 1), order);
                    assertEquals(0, semaphore.drainPermits());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoeverLeavesTheLineLetsTheNextTry(World world) throws Exception {
        world.run(
                () -> {
                    Semaphore semaphore = new Semaphore(1);
                    World.Party big = world.go(() -> semaphore.acquire(2)).awaitWaiting();
                    World.Party late =
                            world.go(
                                    () ->
                                            assertFalse(
                                                    semaphore.tryAcquire(
                                                            3, 5, TimeUnit.MILLISECONDS)));
                    late.end();
                    assertTrue(semaphore.tryAcquire());
                    World.Party small = world.go(() -> semaphore.acquire()).awaitWaiting();
                    semaphore.release();
                    assertTrue(small.isWaiting());
                    big.interrupt();
                    big.endsWith(InterruptedException.class);
                    small.end();
                    assertThrows(IllegalArgumentException.class, () -> semaphore.release(-1));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void latchOpensOnceForAll(World world) throws Exception {
        world.run(
                () -> {
                    CountDownLatch latch = new CountDownLatch(2);
                    List<World.Party> parties = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        parties.add(world.go(() -> latch.await()).awaitWaiting());
                    }
                    World.Party timed = world.go(() -> assertTrue(latch.await(1, TimeUnit.DAYS)));
                    assertFalse(latch.await(1, TimeUnit.MILLISECONDS));
                    latch.countDown();
                    assertTrue(parties.get(0).isWaiting());
                    latch.countDown();
                    for (World.Party party : parties) {
                        party.end();
                    }
                    timed.end();
                    latch.await();
                    assertEquals(0, latch.getCount());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void barrierTripsAgainAndAgain(World world) throws Exception {
        world.run(
                () -> {
                    AtomicInteger trips = new AtomicInteger();
                    CyclicBarrier barrier =
                            new CyclicBarrier(
                                    3,
                                    () -> {
                                        trips.incrementAndGet();
                                    });
                    List<World.Party> parties = new ArrayList<>();
                    AtomicInteger indexes = new AtomicInteger();
                    for (int i = 0; i < 3; i++) {
                        parties.add(
                                world.go(
                                        () -> {
                                            for (int round = 1; round <= 20; round++) {
                                                indexes.addAndGet(barrier.await());
                                                assertTrue(trips.get() >= round);
                                            }
                                        }));
                    }
                    for (World.Party party : parties) {
                        party.end();
                    }
                    assertEquals(20, trips.get());
                    assertEquals(20 * (0 + 1 + 2), indexes.get());
                    assertEquals(0, barrier.getNumberWaiting());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void barrierBreaksForAll(World world) throws Exception {
        world.run(
                () -> {
                    CyclicBarrier barrier = new CyclicBarrier(3);
                    World.Party first = world.go(() -> barrier.await()).awaitWaiting();
                    World.Party second = world.go(() -> barrier.await()).awaitWaiting();
                    assertEquals(2, barrier.getNumberWaiting());
                    first.interrupt();
                    first.endsWith(InterruptedException.class);
                    second.endsWith(BrokenBarrierException.class);
                    assertTrue(barrier.isBroken());
                    world.go(() -> barrier.await()).endsWith(BrokenBarrierException.class);
                    barrier.reset();
                    assertFalse(barrier.isBroken());
                    World.Party third = world.go(() -> barrier.await()).awaitWaiting();
                    world.go(() -> barrier.await(1, TimeUnit.MILLISECONDS))
                            .endsWith(TimeoutException.class);
                    third.endsWith(BrokenBarrierException.class);
                    barrier.reset();
                    World.Party fourth = world.go(() -> barrier.await()).awaitWaiting();
                    barrier.reset();
                    fourth.endsWith(BrokenBarrierException.class);
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void barrierActionThatThrowsBreaksIt(World world) throws Exception {
        world.run(
                () -> {
                    CyclicBarrier barrier =
                            new CyclicBarrier(
                                    2,
                                    () -> {
                                        throw new ArithmeticException();
                                    });
                    World.Party first = world.go(() -> barrier.await()).awaitWaiting();
                    world.go(() -> barrier.await()).endsWith(ArithmeticException.class);
                    first.endsWith(BrokenBarrierException.class);
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void phaserAdvancesAndTerminates(World world) throws Exception {
        world.run(
                () -> {
                    Phaser phaser = new Phaser(3);
                    List<World.Party> parties = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        parties.add(
                                world.go(
                                        () -> {
                                            for (int round = 0; round < 10; round++) {
                                                assertEquals(
                                                        round + 1, phaser.arriveAndAwaitAdvance());
                                            }
                                            phaser.arriveAndDeregister();
                                        }));
                    }
                    for (World.Party party : parties) {
                        party.end();
                    }
                    assertTrue(phaser.isTerminated());
                    assertTrue(phaser.arriveAndAwaitAdvance() < 0);
                    assertTrue(phaser.awaitAdvance(3) < 0);
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void phaserWaitsCanEndEarly(World world) throws Exception {
        world.run(
                () -> {
                    Phaser root = new Phaser(1);
                    Phaser leaf = new Phaser(root, 1);
                    assertInstanceOf(FiberPhaser.class, leaf);
                    World.Party timed =
                            world.go(
                                    () ->
                                            leaf.awaitAdvanceInterruptibly(
                                                    0, 1, TimeUnit.MILLISECONDS));
                    timed.endsWith(TimeoutException.class);
                    World.Party interrupted =
                            world.go(() -> leaf.awaitAdvanceInterruptibly(0)).awaitWaiting();
                    interrupted.interrupt();
                    interrupted.endsWith(InterruptedException.class);
                    World.Party waits =
                            world.go(() -> assertEquals(1, leaf.awaitAdvance(0))).awaitWaiting();
                    leaf.arrive();
                    assertTrue(waits.isWaiting());
                    root.arrive();
                    waits.end();
                    World.Party forced = world.go(() -> root.awaitAdvance(1)).awaitWaiting();
                    leaf.forceTermination();
                    forced.end();
                    assertEquals(-5, root.awaitAdvance(-5));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void exchangersSwap(World world) throws Exception {
        world.run(
                () -> {
                    Exchanger<String> exchanger = new Exchanger<>();
                    World.Party party = world.go(() -> assertEquals("b", exchanger.exchange("a")));
                    assertEquals("a", exchanger.exchange("b"));
                    party.end();
                    world.go(() -> exchanger.exchange("x", 1, TimeUnit.MILLISECONDS))
                            .endsWith(TimeoutException.class);
                    World.Party alone = world.go(() -> exchanger.exchange("y")).awaitWaiting();
                    alone.interrupt();
                    alone.endsWith(InterruptedException.class);
                    World.Party ofNull = world.go(() -> assertNull(exchanger.exchange("z")));
                    assertEquals("z", exchanger.exchange(null, 1, TimeUnit.DAYS));
                    ofNull.end();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void futureTaskRunsOnceAndTellsAll(World world) throws Exception {
        world.run(
                () -> {
                    AtomicInteger runs = new AtomicInteger();
                    FutureTask<Integer> task =
                            new FutureTask<>(
                                    () -> {
                                        Thread.sleep(2);
                                        return runs.incrementAndGet();
                                    });
                    List<World.Party> waiting = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        waiting.add(world.go(() -> assertEquals(1, task.get())).awaitWaiting());
                    }
                    assertThrowsTimeout(() -> task.get(1, TimeUnit.MILLISECONDS));
                    World.Party runner = world.go(() -> task.run());
                    runner.end();
                    task.run();
                    for (World.Party party : waiting) {
                        party.end();
                    }
                    assertEquals(1, runs.get());
                    assertEquals(1, task.get(0, TimeUnit.SECONDS));
                    assertFalse(task.cancel(true));
                });
    }

    @Suspendable
    private static void assertThrowsTimeout(SuspendableRunnable body) throws Exception {
        try {
            body.run();
        } catch (TimeoutException expected) {
            return;
        }
        throw new AssertionError("no time-out");
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void futureTaskFailsAndIsCancelled(World world) throws Exception {
        world.run(
                () -> {
                    FutureTask<Integer> fails =
                            new FutureTask<>(
                                    () -> {
                                        throw new ArithmeticException("no");
                                    });
                    fails.run();
                    ExecutionException e =
                            world.go(() -> fails.get()).endsWith(ExecutionException.class);
                    assertInstanceOf(ArithmeticException.class, e.getCause());
                    AtomicInteger interrupts = new AtomicInteger();
                    FutureTask<Void> sleeps =
                            new FutureTask<>(
                                    () -> {
                                        try {
                                            Thread.sleep(100_000);
                                        } catch (InterruptedException expected) {
                                            interrupts.incrementAndGet();
                                        }
                                    },
                                    null);
                    World.Party runner = world.go(() -> sleeps.run()).awaitWaiting();
                    World.Party waits = world.go(() -> sleeps.get()).awaitWaiting();
                    assertTrue(sleeps.cancel(true));
                    waits.endsWith(CancellationException.class);
                    runner.end();
                    assertEquals(1, interrupts.get());
                    assertTrue(sleeps.isCancelled());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void completionServiceGivesWhatIsDoneFirst(World world) throws Exception {
        world.run(
                () -> {
                    CompletionService<String> service =
                            new ExecutorCompletionService<>(task -> world.go(() -> task.run()));
                    Callable<String> slow = sleeping(30, "slow");
                    Callable<String> quick = sleeping(1, "quick");
                    service.submit(slow);
                    service.submit(quick);
                    assertEquals("quick", service.take().get());
                    assertEquals("slow", service.poll(1, TimeUnit.DAYS).get());
                    assertNull(service.poll());
                    assertNull(service.poll(1, TimeUnit.MILLISECONDS));
                });
    }

    @Suspendable
    private static Callable<String> sleeping(long millis, String result) {
        return () -> {
            Thread.sleep(millis);
            return result;
        };
    }
}
