package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.concurrent.FiberTransferQueue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What TransferQueue promises beyond BlockingQueue, for fibers and for threads. */
@Timeout(20)
class TransferQueueScenariosTest {
    static Stream<World> worlds() {
        return World.all().map(named -> named.getPayload());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aTransferEndsWhenItIsTaken(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
                    assertInstanceOf(FiberTransferQueue.class, queue);
                    queue.put(1);
                    World.Party giver = world.go(() -> queue.transfer(2)).awaitWaiting();
                    World.Party late =
                            world.go(() -> assertTrue(queue.tryTransfer(3, 1, TimeUnit.DAYS)))
                                    .awaitWaiting();
                    assertEquals("[1, 2, 3]", queue.toString());
                    assertEquals(1, queue.take());
                    assertFalse(giver.isEnded());
                    assertEquals(2, queue.poll());
                    giver.end();
                    assertFalse(late.isEnded());
                    assertEquals(3, queue.poll(1, TimeUnit.DAYS));
                    late.end();
                    assertEquals(0, queue.size());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aTransferThatEndsEarlyLeavesNothing(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
                    assertFalse(queue.tryTransfer(1));
                    assertFalse(queue.tryTransfer(1, 1, TimeUnit.MILLISECONDS));
                    assertFalse(queue.tryTransfer(1, 0, TimeUnit.MILLISECONDS));
                    assertTrue(queue.isEmpty());
                    queue.put(7);
                    World.Party giver = world.go(() -> queue.transfer(2)).awaitWaiting();
                    queue.put(8);
                    giver.interrupt();
                    giver.endsWith(InterruptedException.class);
                    assertEquals(List.of(7, 8), new ArrayList<>(queue));
                    world.interruptSelf();
                    assertThrows(InterruptedException.class, () -> queue.transfer(3));
                    assertEquals(2, queue.size());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void takersAreServedInOrderAndCounted(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
                    assertFalse(queue.hasWaitingConsumer());
                    List<Integer> got = new ArrayList<>();
                    World.Party first = world.go(() -> got.add(queue.take())).awaitWaiting();
                    World.Party second =
                            world.go(() -> got.add(queue.poll(1, TimeUnit.DAYS))).awaitWaiting();
                    World.Party gone = world.go(() -> queue.take()).awaitWaiting();
                    assertEquals(3, queue.getWaitingConsumerCount());
                    gone.interrupt();
                    gone.endsWith(InterruptedException.class);
                    assertEquals(2, queue.getWaitingConsumerCount());
                    assertTrue(queue.tryTransfer(1));
                    first.end();
                    queue.transfer(2);
                    second.end();
                    assertEquals(List.of(1, 2), got);
                    assertFalse(queue.hasWaitingConsumer());
                    assertNull(queue.poll(1, TimeUnit.MILLISECONDS));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void removingWhatIsTransferredEndsTheTransfer(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>(List.of(1));
                    World.Party one = world.go(() -> queue.transfer(2)).awaitWaiting();
                    World.Party two = world.go(() -> queue.transfer(3)).awaitWaiting();
                    World.Party three = world.go(() -> queue.transfer(4)).awaitWaiting();
                    assertTrue(queue.remove(2));
                    one.end();
                    Iterator<Integer> all = queue.iterator();
                    assertThrows(IllegalStateException.class, all::remove);
                    all.next();
                    assertEquals(3, all.next());
                    all.remove();
                    two.end();
                    assertEquals(4, all.next());
                    assertThrows(NoSuchElementException.class, all::next);
                    queue.clear();
                    three.end();
                    assertNull(queue.poll());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void nothingIsLostAmongMany(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
                    List<World.Party> givers = new ArrayList<>();
                    List<World.Party> takers = new ArrayList<>();
                    long[] given = new long[4];
                    long[] taken = new long[4];
                    for (int i = 0; i < 4; i++) {
                        int number = i;
                        givers.add(world.go(() -> given[number] = giveMany(queue, number)));
                        takers.add(world.go(() -> taken[number] = takeAll(queue)));
                    }
                    for (World.Party giver : givers) {
                        giver.end();
                    }
                    for (int i = 0; i < takers.size(); i++) {
                        queue.put(-1);
                    }
                    for (World.Party taker : takers) {
                        taker.end();
                    }
                    assertEquals(Arrays.stream(given).sum(), Arrays.stream(taken).sum());
                    assertTrue(Arrays.stream(given).sum() > 0);
                    assertTrue(queue.isEmpty());
                });
    }

    @Suspendable
    private static long giveMany(TransferQueue<Integer> queue, int number) throws Exception {
        long sum = 0;
        for (int i = 0; i < 400; i++) {
            int element = number * 400 + i;
            boolean gone = true;
            if (i % 4 == 0) {
                queue.put(element);
            } else if (i % 4 == 1) {
                queue.transfer(element);
            } else if (i % 4 == 2) {
                gone = queue.tryTransfer(element, 50, TimeUnit.MICROSECONDS);
            } else {
                gone = queue.tryTransfer(element);
            }
            sum += gone ? element : 0;
        }
        return sum;
    }

    @Suspendable
    private static long takeAll(TransferQueue<Integer> queue) throws Exception {
        long sum = 0;
        for (; ; ) {
            Integer element = queue.poll(50, TimeUnit.MICROSECONDS);
            if (element == null) {
                element = queue.take();
            }
            if (element < 0) {
                return sum;
            }
            sum += element;
        }
    }

    /** The calls that do not wait, on the JDK's queue and on the runtime's. */
    @Test
    void theRestIsAsTheJdks() {
        for (int seed = 0; seed < 200; seed++) {
            Random choices = new Random(seed);
            LinkedTransferQueue<Integer> expected = UnwovenBodies.transferQueue();
            LinkedTransferQueue<Integer> actual = new LinkedTransferQueue<>();
            assertInstanceOf(FiberTransferQueue.class, actual);
            for (int step = 0; step < 60; step++) {
                Function<LinkedTransferQueue<Integer>, Object> call = call(choices);
                assertEquals(outcome(call, expected), outcome(call, actual), "seed " + seed);
                assertEquals(expected.toString(), actual.toString(), "seed " + seed);
            }
        }
    }

    private static Object outcome(
            Function<LinkedTransferQueue<Integer>, Object> call, LinkedTransferQueue<Integer> on) {
        try {
            return call.apply(on);
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }

    private static Function<LinkedTransferQueue<Integer>, Object> call(Random choices) {
        int n = choices.nextInt(8);
        List<Function<LinkedTransferQueue<Integer>, Object>> calls =
                List.of(
                        q -> q.add(n),
                        q -> q.offer(n),
                        q -> q.offer(n, 1, TimeUnit.DAYS),
                        q -> q.addAll(List.of(n, n + 1)),
                        q -> q.offer(null),
                        q -> addedTo(q, q),
                        q -> q.tryTransfer(n),
                        q -> q.poll(),
                        q -> q.remove(),
                        q -> q.peek(),
                        q -> q.element(),
                        q -> q.remove((Object) n),
                        q -> q.removeIf(e -> e == n),
                        q -> q.removeAll(List.of(n, 3)),
                        q -> q.retainAll(List.of(0, 1, 2, 3, 4, 5, n)),
                        q -> q.contains(n),
                        q -> q.containsAll(List.of(n, 1)),
                        q -> q.size() + " " + q.isEmpty() + " " + q.remainingCapacity(),
                        q -> drained(q, n),
                        q -> q.drainTo(q),
                        q -> Arrays.toString(q.toArray()),
                        q -> Arrays.toString(q.toArray(new Integer[n])),
                        q -> q.stream().map(e -> e + 1).collect(Collectors.toList()),
                        q -> q.hasWaitingConsumer() + " " + q.getWaitingConsumerCount(),
                        q -> copied(q).toString());
        return calls.get(choices.nextInt(calls.size()));
    }

    private static boolean addedTo(
            LinkedTransferQueue<Integer> queue, Collection<Integer> elements) {
        return queue.addAll(elements);
    }

    private static List<Integer> drained(LinkedTransferQueue<Integer> queue, int most) {
        List<Integer> into = new ArrayList<>();
        assertEquals(Math.min(most, queue.size()), queue.drainTo(into, most));
        return into;
    }

    private static Collection<?> copied(LinkedTransferQueue<Integer> queue) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(queue);
            }
            try (ObjectInputStream in =
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (LinkedTransferQueue<?>) in.readObject();
            }
        } catch (Exception e) {
            throw new AssertionError("a queue of numbers is serializable", e);
        }
    }
}
