package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rest of {@code java.util.concurrent}: what has no owner or waits by other means. Pools here
 * have threads of their own, as without the option {@code threads}; fibers use them from outside.
 */
@Timeout(60)
class OtherScenariosTest {
    /** Virtual time would wait for the pools' threads, and these for nothing: left out. */
    static List<?> worlds() {
        List<Object> all = new ArrayList<>();
        World.all().filter(w -> !w.getName().equals("deterministic")).forEach(all::add);
        return all;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void collectionsKeepAllThatFibersPut(World world) throws Exception {
        world.run(
                () -> {
                    List<Collection<Integer>> all =
                            List.of(
                                    new ConcurrentLinkedQueue<>(),
                                    new ConcurrentLinkedDeque<>(),
                                    new ConcurrentSkipListSet<>(),
                                    new CopyOnWriteArrayList<>(),
                                    new CopyOnWriteArraySet<>(),
                                    ConcurrentHashMap.newKeySet());
                    for (Collection<Integer> collection : all) {
                        List<World.Party> parties = new ArrayList<>();
                        for (int i = 0; i < 4; i++) {
                            int from = i * 50;
                            parties.add(world.go(() -> addAll(collection, from)));
                        }
                        for (World.Party p : parties) {
                            p.end();
                        }
                        assertEquals(200, collection.size());
                    }
                });
    }

    @Suspendable
    private static void addAll(Collection<Integer> collection, int from) {
        for (int i = from; i < from + 50; i++) {
            collection.add(i);
            if (i % 10 == 0) {
                Thread.yield();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void mapsUpdateAtomically(World world) throws Exception {
        world.run(
                () -> {
                    for (Map<String, Integer> map :
                            List.<Map<String, Integer>>of(
                                    new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>())) {
                        List<World.Party> parties = new ArrayList<>();
                        for (int i = 0; i < 4; i++) {
                            parties.add(world.go(() -> count(map)));
                        }
                        for (World.Party p : parties) {
                            p.end();
                        }
                        assertEquals(400, map.get("n"));
                        assertEquals(1, map.get("first"));
                    }
                });
    }

    @Suspendable
    private static void count(Map<String, Integer> map) {
        for (int i = 0; i < 100; i++) {
            map.merge("n", 1, Integer::sum);
            map.computeIfAbsent("first", k -> 1);
            if (i % 10 == 0) {
                Thread.yield();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void transfersWaitForATaker(World world) throws Exception {
        world.run(
                () -> {
                    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
                    assertFalse(queue.tryTransfer(1));
                    assertFalse(queue.tryTransfer(1, 1, TimeUnit.MILLISECONDS));
                    World.Party giver =
                            world.go(
                                    () -> {
                                        queue.transfer(2);
                                        queue.put(3);
                                    });
                    assertEquals(2, queue.take());
                    assertEquals(3, queue.poll(10, TimeUnit.SECONDS));
                    giver.end();
                    assertNull(queue.poll(1, TimeUnit.MILLISECONDS));
                });
    }

    /** Computes by halves. */
    static final class Sum extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from < 10) {
                int sum = 0;
                for (int i = from; i < to; i++) {
                    sum += i;
                }
                return sum;
            }
            Sum left = new Sum(from, (from + to) / 2);
            left.fork();
            return new Sum((from + to) / 2, to).compute() + left.join();
        }
    }

    /** Counts its leaves. */
    static final class Leaves extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1;
        private final int depth;
        private final transient AtomicInteger leaves;

        Leaves(CountedCompleter<?> parent, int depth, AtomicInteger leaves) {
            super(parent);
            this.depth = depth;
            this.leaves = leaves;
        }

        @Override
        public void compute() {
            if (depth == 0) {
                leaves.incrementAndGet();
            } else {
                addToPendingCount(2);
                new Leaves(this, depth - 1, leaves).fork();
                new Leaves(this, depth - 1, leaves).fork();
            }
            tryComplete();
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void forkJoinTasksAreAwaited(World world) throws Exception {
        world.run(
                () -> {
                    ForkJoinPool pool = new ForkJoinPool(2);
                    AtomicInteger ran = new AtomicInteger();
                    RecursiveAction action =
                            new RecursiveAction() {
                                private static final long serialVersionUID = 1;

                                @Override
                                protected void compute() {
                                    ran.incrementAndGet();
                                }
                            };
                    assertEquals(4950, pool.invoke(new Sum(0, 100)));
                    assertEquals(4950, pool.submit(new Sum(0, 100)).get());
                    assertEquals(4950, pool.submit(new Sum(0, 100)).join());
                    pool.execute(action);
                    action.quietlyJoin();
                    AtomicInteger leaves = new AtomicInteger();
                    pool.invoke(new Leaves(null, 4, leaves));
                    assertEquals(1, ran.get());
                    assertEquals(16, leaves.get());
                    assertTrue(pool.awaitQuiescence(10, TimeUnit.SECONDS));
                    pool.shutdown();
                    assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void futuresTellTheirResult(World world) throws Exception {
        world.run(
                () -> {
                    CompletableFuture<Integer> future = new CompletableFuture<>();
                    World.Party reader = world.go(() -> assertEquals(1, future.get()));
                    World.Party joiner = world.go(() -> assertEquals(1, future.join()));
                    reader.awaitWaiting();
                    joiner.awaitWaiting();
                    future.complete(1);
                    reader.end();
                    joiner.end();
                    CompletableFuture<Integer> late = new CompletableFuture<>();
                    World.Party waits = world.go(() -> late.get(1, TimeUnit.MILLISECONDS));
                    waits.endsWith(TimeoutException.class);
                    World.Party timed =
                            world.go(() -> late.copy().orTimeout(1, TimeUnit.MILLISECONDS).get());
                    timed.endsWith(ExecutionException.class);
                    assertEquals(
                            5, late.copy().completeOnTimeout(5, 1, TimeUnit.MILLISECONDS).join());
                    late.cancel(false);
                    assertTrue(late.isCancelled());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void poolsAreUsedFromFibers(World world) throws Exception {
        world.run(
                () -> {
                    ExecutorService pool = Executors.newFixedThreadPool(2);
                    Future<Integer> one = pool.submit(() -> 1);
                    assertEquals(1, one.get());
                    int sum = 0;
                    List<Callable<Integer>> both = List.of(() -> 2, () -> 3);
                    for (Future<Integer> f : pool.invokeAll(both)) {
                        sum += f.get();
                    }
                    assertEquals(5, sum);
                    int any = pool.invokeAny(both);
                    assertTrue(any == 2 || any == 3);
                    pool.shutdown();
                    assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
                    assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
                    ScheduledExecutorService timers = Executors.newScheduledThreadPool(1);
                    ScheduledFuture<Integer> soon =
                            timers.schedule(() -> 6, 1, TimeUnit.MILLISECONDS);
                    assertEquals(6, soon.get());
                    assertEquals(0, timers.shutdownNow().size());
                });
    }

    /** Asks for one at a time. */
    static final class Adder implements Flow.Subscriber<Integer> {
        final CompletableFuture<Integer> sum = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private int so;

        @Override
        public void onSubscribe(Flow.Subscription s) {
            subscription = s;
            s.request(1);
        }

        @Override
        public void onNext(Integer item) {
            so += item;
            subscription.request(1);
        }

        @Override
        public void onError(Throwable e) {
            sum.completeExceptionally(e);
        }

        @Override
        public void onComplete() {
            sum.complete(so);
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aPublisherWaitsForItsSubscribers(World world) throws Exception {
        world.run(
                () -> {
                    Adder adder = new Adder();
                    try (SubmissionPublisher<Integer> publisher =
                            new SubmissionPublisher<>(ForkJoinPool.commonPool(), 2)) {
                        publisher.subscribe(adder);
                        for (int i = 1; i <= 100; i++) {
                            publisher.submit(i); // waits while the buffer of two is full
                        }
                    }
                    assertEquals(5050, adder.sum.get());
                });
    }

    /** A count of permits. */
    @Suspendable
    static final class LongPermits extends AbstractQueuedLongSynchronizer {
        private static final long serialVersionUID = 1;

        @Override
        protected long tryAcquireShared(long wanted) {
            for (; ; ) {
                long had = getState();
                if (had < wanted || compareAndSetState(had, had - wanted)) {
                    return had - wanted;
                }
            }
        }

        @Override
        protected boolean tryReleaseShared(long given) {
            long had;
            do {
                had = getState();
            } while (!compareAndSetState(had, had + given));
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void longSynchronizersWait(World world) throws Exception {
        world.run(
                () -> {
                    LongPermits permits = new LongPermits();
                    assertFalse(permits.tryAcquireSharedNanos(1, 1_000_000));
                    World.Party waits = world.go(() -> permits.acquireShared(1));
                    World.Party gives = world.go(() -> permits.releaseShared(1L << 40));
                    waits.end();
                    gives.end();
                    permits.acquireSharedInterruptibly((1L << 40) - 1);
                    assertFalse(permits.hasQueuedThreads());
                });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void parkingEndsByTime(World world) throws Exception {
        world.run(
                () -> {
                    LockSupport.parkNanos(1_000_000);
                    LockSupport.parkUntil(System.currentTimeMillis() + 1);
                    LockSupport.unpark(Thread.currentThread());
                    TimeUnit.MILLISECONDS.sleep(1);
                    assertTrue(ThreadLocalRandom.current().nextInt(5) < 5);
                });
    }
}
