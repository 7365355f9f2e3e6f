package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What BlockingQueue promises, of each class, for fibers and for threads. */
@Timeout(10)
class QueueScenariosTest {
    static Stream<World> worlds() {
        return World.all().map(named -> named.getPayload());
    }

    /** Each world with each class of queue, made with room for two where it has a bound. */
    static Stream<Arguments> queues() {
        return across(
                List.of(
                        () -> new ArrayBlockingQueue<>(2),
                        () -> new ArrayBlockingQueue<>(2, true),
                        () -> new LinkedBlockingQueue<>(2),
                        () -> new LinkedBlockingDeque<>(2),
                        () -> new LinkedBlockingQueue<>(),
                        () -> new PriorityBlockingQueue<>(),
                        () -> new SynchronousQueue<>(),
                        () -> new SynchronousQueue<>(true),
                        () -> new LinkedTransferQueue<>()));
    }

    static Stream<Arguments> bounded() {
        return across(
                List.of(
                        () -> new ArrayBlockingQueue<>(2),
                        () -> new LinkedBlockingQueue<>(2),
                        () -> new LinkedBlockingDeque<>(2)));
    }

    private static Stream<Arguments> across(List<Supplier<BlockingQueue<Integer>>> makers) {
        return World.all().flatMap(world -> makers.stream().map(m -> Arguments.of(world, m.get())));
    }

    @ParameterizedTest
    @MethodSource("queues")
    void manyProducersAndConsumers(World world, BlockingQueue<Integer> queue) throws Exception {
        assertInstanceOf(FiberQueue.class, queue);
        world.run(
                () -> {
                    List<World.Party> parties = new ArrayList<>();
                    long[] sums = new long[4];
                    for (int i = 0; i < 4; i++) {
                        int number = i;
                        parties.add(world.go(() -> produce(queue, number)));
                        parties.add(world.go(() -> sums[number] = consume(queue)));
                    }
                    long sum = 0;
                    for (World.Party party : parties) {
                        party.end();
                    }
                    for (long s : sums) {
                        sum += s;
                    }
                    assertEquals(799L * 800 / 2, sum);
                    assertTrue(queue.isEmpty());
                });
    }

    @Suspendable
    private static void produce(BlockingQueue<Integer> queue, int number) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (i % 2 == 0) {
                queue.put(number * 200 + i);
            } else {
                assertTrue(queue.offer(number * 200 + i, 1, TimeUnit.DAYS));
            }
        }
    }

    @Suspendable
    private static long consume(BlockingQueue<Integer> queue) throws Exception {
        long sum = 0;
        for (int i = 0; i < 200; i++) {
            sum += i % 2 == 0 ? queue.take() : queue.poll(1, TimeUnit.DAYS);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("queues")
    void takersAreServedInOrder(World world, BlockingQueue<Integer> queue) throws Exception {
        world.run(
                () -> {
                    List<Integer> got = Collections.synchronizedList(new ArrayList<>());
                    List<World.Party> takers = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        int number = i;
                        takers.add(
                                world.go(() -> got.add(number * 10 + queue.take())).awaitWaiting());
                    }
                    for (int i = 0; i < 3; i++) {
                        queue.put(i);
                        takers.get(i).end();
                    }
                    assertEquals(List.of(0, 11, 22), got);
                });
    }

    @ParameterizedTest
    @MethodSource("queues")
    void timesOut(World world, BlockingQueue<Integer> queue) throws Exception {
        world.run(
                () -> {
                    assertNull(queue.poll(2, TimeUnit.MILLISECONDS));
                    assertNull(queue.poll(0, TimeUnit.MILLISECONDS));
                    assertNull(queue.poll(-1, TimeUnit.MILLISECONDS));
                    assertNull(queue.poll());
                    assertThrows(NullPointerException.class, () -> queue.put(null));
                    assertThrows(NullPointerException.class, () -> queue.offer(null));
                });
    }

    @ParameterizedTest
    @MethodSource("queues")
    void interruptedTakersLeave(World world, BlockingQueue<Integer> queue) throws Exception {
        world.run(
                () -> {
                    World.Party first = world.go(() -> queue.take()).awaitWaiting();
                    World.Party second =
                            world.go(() -> queue.poll(1, TimeUnit.DAYS)).awaitWaiting();
                    World.Party third = world.go(() -> queue.take()).awaitWaiting();
                    first.interrupt();
                    second.interrupt();
                    first.endsWith(InterruptedException.class);
                    second.endsWith(InterruptedException.class);
                    queue.put(1);
                    third.end();
                });
    }

    @ParameterizedTest
    @MethodSource("queues")
    void pendingInterruptEndsTakeOnEntry(World world, BlockingQueue<Integer> queue)
            throws Exception {
        world.run(
                () -> {
                    queue.offer(1);
                    world.interruptSelf();
                    boolean interrupted = false;
                    try {
                        queue.take();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                    assertTrue(interrupted);
                    assertEquals(queue instanceof SynchronousQueue ? 0 : 1, queue.size());
                });
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void everyWayOfRemovingMakesRoom(World world, BlockingQueue<Integer> queue) throws Exception {
        world.run(
                () -> {
                    removal(world, queue, () -> queue.poll());
                    removal(world, queue, () -> queue.remove());
                    removal(world, queue, () -> queue.remove(2));
                    removal(world, queue, () -> queue.clear());
                    removal(world, queue, () -> queue.drainTo(new ArrayList<>()));
                    removal(world, queue, () -> queue.drainTo(new ArrayList<>(), 1));
                    removal(world, queue, () -> queue.removeIf(e -> e == 1));
                    removal(world, queue, () -> queue.removeAll(List.of(1)));
                    removal(world, queue, () -> queue.retainAll(List.of(2)));
                    removal(world, queue, () -> dropFirst(queue.iterator()));
                });
    }

    private static void dropFirst(Iterator<Integer> iterator) {
        iterator.next();
        iterator.remove();
    }

    @Suspendable
    private static void removal(World world, BlockingQueue<Integer> queue, Runnable removal)
            throws Exception {
        queue.clear();
        queue.put(1);
        queue.put(2);
        assertFalse(queue.offer(3));
        assertFalse(queue.offer(3, 1, TimeUnit.MILLISECONDS));
        World.Party putter = world.go(() -> queue.put(4)).awaitWaiting();
        assertFalse(queue.contains(4));
        removal.run();
        putter.end();
        assertTrue(queue.contains(4));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void bothEndsOfADeque(World world) throws Exception {
        world.run(
                () -> {
                    BlockingDeque<Integer> deque = new LinkedBlockingDeque<>(1);
                    World.Party last = world.go(() -> assertEquals(7, deque.takeLast()));
                    last.awaitWaiting();
                    deque.putFirst(7);
                    last.end();
                    deque.putLast(8);
                    World.Party full = world.go(() -> deque.putFirst(9)).awaitWaiting();
                    assertFalse(deque.offerLast(1, 1, TimeUnit.MILLISECONDS));
                    assertFalse(deque.offerFirst(1, 1, TimeUnit.MILLISECONDS));
                    assertEquals(8, deque.pollFirst(1, TimeUnit.DAYS));
                    full.end();
                    assertEquals(9, deque.pollLast(1, TimeUnit.DAYS));
                    assertNull(deque.pollLast(1, TimeUnit.MILLISECONDS));
                    World.Party added = world.go(() -> deque.takeFirst()).awaitWaiting();
                    assertTrue(deque.addAll(List.of(5)));
                    added.end();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void handOverWithoutStoring(World world) throws Exception {
        world.run(
                () -> {
                    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
                    assertFalse(queue.offer(1));
                    assertFalse(queue.offer(1, 1, TimeUnit.MILLISECONDS));
                    World.Party putter = world.go(() -> queue.put(2)).awaitWaiting();
                    assertEquals(0, queue.size());
                    List<Integer> drained = new ArrayList<>();
                    assertEquals(1, queue.drainTo(drained));
                    putter.end();
                    World.Party taker = world.go(() -> assertEquals(3, queue.take()));
                    taker.awaitWaiting();
                    assertTrue(queue.offer(3));
                    taker.end();
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void highestPriorityFirst(World world) throws Exception {
        world.run(
                () -> {
                    PriorityBlockingQueue<Integer> queue =
                            new PriorityBlockingQueue<>(4, Collections.reverseOrder());
                    queue.addAll(List.of(2, 9, 4));
                    assertEquals(9, queue.take());
                    assertEquals(4, queue.take());
                    assertEquals(2, queue.poll(1, TimeUnit.SECONDS));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void delayedElementsComeInTime(World world) throws Exception {
        world.run(
                () -> {
                    DelayQueue<Later> queue = new DelayQueue<>();
                    World.Party first = world.go(() -> queue.take()).awaitWaiting();
                    queue.put(new Later(TimeUnit.HOURS.toMillis(1)));
                    queue.put(new Later(5));
                    first.end();
                    assertNull(queue.poll());
                    assertNull(queue.poll(1, TimeUnit.NANOSECONDS));
                    queue.put(new Later(20));
                    Later later = queue.poll(1, TimeUnit.DAYS);
                    assertTrue(later.getDelay(TimeUnit.NANOSECONDS) <= 0);
                    assertEquals(1, queue.size());
                });
    }

    private static final class Later implements Delayed {
        private final long due;

        Later(long millis) {
            due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed o) {
            return Long.compare(due, ((Later) o).due);
        }
    }

    @Test
    void queuesAreSerialisedAsTheJdks() throws Exception {
        assertEquals(
                "[1, 2]", String.valueOf(Copies.copy(new LinkedBlockingQueue<>(List.of(1, 2)))));
        assertEquals(
                LinkedBlockingDeque.class,
                Copies.copy(new LinkedBlockingDeque<>(List.of(1))).getClass());
        ArrayBlockingQueue<Integer> two = new ArrayBlockingQueue<>(2, false, List.of(3));
        BlockingQueue<?> copy = (BlockingQueue<?>) Copies.copy(two);
        assertEquals(ArrayBlockingQueue.class, copy.getClass());
        assertEquals(1, copy.remainingCapacity());
        assertEquals(
                "[1, 2]", String.valueOf(Copies.copy(new PriorityBlockingQueue<>(List.of(2, 1)))));
    }
}
