package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary blocking code in fibers: what waits lets the others go on. */
@Timeout(60)
class StandInTest {
    static Stream<Scheduler> schedulers() {
        return Stream.of(
                Scheduler.singleThreaded(),
                Scheduler.deterministic(1),
                Scheduler.workStealing(1),
                Scheduler.workStealing(2));
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void sleepLetsOthersGoOn(Scheduler scheduler) {
        List<String> log =
                Weft.run(
                        scheduler,
                        () -> {
                            List<String> events = new ArrayList<>();
                            Fiber<Void> slow =
                                    Weft.go(
                                            () -> {
                                                Thread.sleep(50);
                                                TimeUnit.MILLISECONDS.sleep(10);
                                                Thread.sleep(1, 1);
                                                synchronized (events) {
                                                    events.add("slow");
                                                }
                                            });
                            Fiber<Void> quick =
                                    Weft.go(
                                            () -> {
                                                Thread.yield();
                                                Thread.onSpinWait();
                                                synchronized (events) {
                                                    events.add("quick");
                                                }
                                            });
                            slow.join();
                            quick.join();
                            return events;
                        });
        assertEquals(List.of("quick", "slow"), log);
    }

    @Test
    void sleepersNeedNoThreads() {
        int before = Thread.activeCount();
        int most =
                Weft.run(
                        Scheduler.workStealing(2),
                        () -> {
                            List<Fiber<Void>> sleepers = new ArrayList<>();
                            for (int i = 0; i < 5_000; i++) {
                                sleepers.add(Weft.go(() -> Thread.sleep(200)));
                            }
                            int threads = Thread.activeCount();
                            for (Fiber<Void> sleeper : sleepers) {
                                sleeper.join();
                            }
                            return threads;
                        });
        assertTrue(most - before < 100, "threads: " + before + " and then " + most);
    }

    @Test
    void takersOfOneQueueShareAThread() {
        int before = Thread.activeCount();
        int[] seen =
                Weft.run(
                        Scheduler.workStealing(2),
                        () -> {
                            BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
                            CountDownLatch gate = new CountDownLatch(1);
                            List<Fiber<Integer>> takers = new ArrayList<>();
                            for (int i = 0; i < 2_000; i++) {
                                takers.add(
                                        Weft.go(
                                                () -> {
                                                    gate.await();
                                                    return queue.take();
                                                }));
                            }
                            Thread.sleep(20);
                            gate.countDown();
                            Thread.sleep(20);
                            int threads = Thread.activeCount();
                            for (int i = 0; i < 2_000; i++) {
                                queue.put(1);
                            }
                            int sum = 0;
                            for (Fiber<Integer> taker : takers) {
                                sum += taker.join();
                            }
                            return new int[] {sum, threads};
                        });
        assertEquals(2_000, seen[0]);
        assertTrue(seen[1] - before < 100, "threads: " + before + " and then " + seen[1]);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void aTakerThatLeavesTakesNothing(Scheduler scheduler) {
        int got =
                Weft.run(
                        scheduler,
                        () -> {
                            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(4);
                            List<Fiber<Integer>> takers = new ArrayList<>();
                            for (int i = 0; i < 3; i++) {
                                takers.add(Weft.go(() -> queue.take()));
                            }
                            Thread.sleep(20);
                            takers.get(0).cancel();
                            takers.get(2).interrupt();
                            for (int i = 0; i < 3; i += 2) {
                                try {
                                    takers.get(i).join();
                                    return -1;
                                } catch (CompletionException e) {
                                    // as it should
                                }
                            }
                            queue.put(5);
                            queue.put(6);
                            return takers.get(1).join() * 10 + queue.take();
                        });
        assertEquals(56, got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void timedWaitsEndInTime(Scheduler scheduler) {
        String got =
                Weft.run(
                        scheduler,
                        () -> {
                            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
                            Semaphore permits = new Semaphore(0);
                            CountDownLatch latch = new CountDownLatch(1);
                            Fiber<Integer> first = Weft.go(() -> queue.take());
                            Weft.yield();
                            StringBuilder log = new StringBuilder();
                            log.append(queue.poll(5, TimeUnit.MILLISECONDS)).append(' ');
                            log.append(permits.tryAcquire(5, TimeUnit.MILLISECONDS)).append(' ');
                            log.append(latch.await(5, TimeUnit.MILLISECONDS)).append(' ');
                            log.append(queue.poll(-1, TimeUnit.MILLISECONDS)).append(' ');
                            queue.put(1);
                            log.append(first.join()).append(' ');
                            queue.put(2);
                            log.append(queue.offer(3, 5, TimeUnit.MILLISECONDS))
                                    .append(' ')
                                    .append(queue.take());
                            return log.toString();
                        });
        assertEquals("null false false null 1 false 2", got);
    }

    @Test
    void sleepRejectsNegativeTimes() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        Weft.run(
                                () -> {
                                    Thread.sleep(-1);
                                    return null;
                                }));
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void interruptEndsSleepAsDeclared(Scheduler scheduler) {
        String caught =
                Weft.run(
                        scheduler,
                        () -> {
                            Channel<Integer> begun = Channel.buffered(1);
                            Fiber<String> sleeper =
                                    Weft.go(
                                            () -> {
                                                begun.send(1);
                                                try {
                                                    Thread.sleep(60_000);
                                                    return "slept";
                                                } catch (InterruptedException e) {
                                                    Thread.sleep(1);
                                                    return "interrupted once";
                                                }
                                            });
                            begun.receive();
                            sleeper.interrupt();
                            return sleeper.join();
                        });
        assertEquals("interrupted once", caught);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void cancellationEndsABlockingCall(Scheduler scheduler) {
        Throwable thrown =
                Weft.run(
                        scheduler,
                        () -> {
                            BlockingQueue<Integer> never = new ArrayBlockingQueue<>(1);
                            Channel<Integer> begun = Channel.buffered(1);
                            Fiber<Integer> taker =
                                    Weft.go(
                                            () -> {
                                                begun.send(1);
                                                return never.take();
                                            });
                            begun.receive();
                            Thread.sleep(20);
                            taker.cancel();
                            try {
                                taker.join();
                                return null;
                            } catch (CompletionException e) {
                                return e.getCause();
                            }
                        });
        assertInstanceOf(FiberCancelledException.class, thrown);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void queuesPassItemsBetweenFibers(Scheduler scheduler) {
        int sum =
                Weft.run(
                        scheduler,
                        () -> {
                            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
                            BlockingQueue<Integer> hand = new SynchronousQueue<>();
                            Fiber<Void> producer =
                                    Weft.go(
                                            () -> {
                                                for (int i = 1; i <= 100; i++) {
                                                    queue.put(i);
                                                }
                                                hand.put(-1);
                                            });
                            int total = 0;
                            for (int i = 1; i <= 100; i++) {
                                total += queue.take();
                            }
                            total += hand.take();
                            producer.join();
                            return queue.poll(1, TimeUnit.MILLISECONDS) == null ? total : 0;
                        });
        assertEquals(5049, sum);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void synchronizersWork(Scheduler scheduler) {
        int ended =
                Weft.run(
                        scheduler,
                        () -> {
                            Semaphore permits = new Semaphore(2);
                            CountDownLatch all = new CountDownLatch(10);
                            AtomicInteger inside = new AtomicInteger();
                            AtomicInteger most = new AtomicInteger();
                            for (int i = 0; i < 10; i++) {
                                Weft.go(
                                        () -> {
                                            permits.acquire();
                                            most.accumulateAndGet(
                                                    inside.incrementAndGet(), Math::max);
                                            Thread.sleep(2);
                                            inside.decrementAndGet();
                                            permits.release();
                                            all.countDown();
                                        });
                            }
                            all.await();
                            return most.get();
                        });
        assertEquals(2, ended);
    }

    /** Virtual time waits for calls that are handed off, so it can't be what ends one. */
    static Stream<Scheduler> inRealTime() {
        return Stream.of(
                Scheduler.singleThreaded(), Scheduler.workStealing(1), Scheduler.workStealing(2));
    }

    @ParameterizedTest
    @MethodSource("inRealTime")
    void aLockIsNotSharedByFibersOfOneThread(Scheduler scheduler) {
        int[] state =
                Weft.run(
                        scheduler,
                        () -> {
                            Lock lock = new ReentrantLock();
                            AtomicInteger inside = new AtomicInteger();
                            AtomicInteger wrong = new AtomicInteger();
                            int[] count = new int[1];
                            List<Fiber<Void>> fibers = new ArrayList<>();
                            for (int i = 0; i < 8; i++) {
                                fibers.add(
                                        Weft.go(
                                                () -> {
                                                    for (int k = 0; k < 3; k++) {
                                                        lock.lock();
                                                        try {
                                                            if (inside.incrementAndGet() != 1) {
                                                                wrong.incrementAndGet();
                                                            }
                                                            Thread.sleep(1);
                                                            Thread.yield();
                                                            count[0]++;
                                                            inside.decrementAndGet();
                                                        } finally {
                                                            lock.unlock();
                                                        }
                                                        Thread.yield();
                                                    }
                                                }));
                            }
                            for (Fiber<Void> fiber : fibers) {
                                fiber.join();
                            }
                            return new int[] {count[0], wrong.get()};
                        });
        assertEquals(24, state[0]);
        assertEquals(0, state[1]);
    }

    @Test
    void conditionsHandTheCarrierOn() {
        String got =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            ReentrantLock lock = new ReentrantLock();
                            Condition filled = lock.newCondition();
                            String[] slot = new String[1];
                            Fiber<String> reader =
                                    Weft.go(
                                            () -> {
                                                lock.lock();
                                                try {
                                                    while (slot[0] == null) {
                                                        filled.await();
                                                    }
                                                    return slot[0];
                                                } finally {
                                                    lock.unlock();
                                                }
                                            });
                            Thread.sleep(5);
                            lock.lock();
                            try {
                                slot[0] = "value";
                                filled.signal();
                            } finally {
                                lock.unlock();
                            }
                            return reader.join();
                        });
        assertEquals("value", got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void futuresCallBack(Scheduler scheduler) {
        String got =
                Weft.run(
                        scheduler,
                        () -> {
                            CompletableFuture<String> future = new CompletableFuture<>();
                            Weft.go(
                                    () -> {
                                        Thread.sleep(5);
                                        future.complete("done");
                                    });
                            assertThrows(
                                    TimeoutException.class,
                                    () -> future.get(1, TimeUnit.NANOSECONDS));
                            String timedOut = "";
                            try {
                                new CompletableFuture<String>().get(3, TimeUnit.MILLISECONDS);
                            } catch (TimeoutException e) {
                                timedOut = "late ";
                            }
                            return timedOut + future.get() + future.join();
                        });
        assertEquals("late donedone", got);
    }

    @Test
    void failedFuturesThrowAsUsual() {
        Throwable cause =
                Weft.run(
                                        () -> {
                                            CompletableFuture<String> future =
                                                    new CompletableFuture<>();
                                            Weft.go(
                                                    () -> {
                                                        Thread.sleep(5);
                                                        future.completeExceptionally(
                                                                new IOException("broken"));
                                                    });
                                            try {
                                                return future.get();
                                            } catch (ExecutionException e) {
                                                return e.getCause();
                                            }
                                        })
                                instanceof IOException
                        ? new IOException()
                        : null;
        assertInstanceOf(IOException.class, cause);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void joinsThreads(Scheduler scheduler) {
        boolean alive =
                Weft.run(
                        scheduler,
                        () -> {
                            CountDownLatch gate = new CountDownLatch(1);
                            Thread thread =
                                    new Thread(
                                            () -> {
                                                try {
                                                    gate.await();
                                                } catch (InterruptedException e) {
                                                    Thread.currentThread().interrupt();
                                                }
                                            });
                            thread.start();
                            Weft.go(gate::countDown);
                            thread.join();
                            return thread.isAlive();
                        });
        assertFalse(alive);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void submittedTasksAreAwaited(Scheduler scheduler) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            int sum =
                    Weft.run(
                            scheduler,
                            () -> {
                                Future<Integer> slow =
                                        pool.submit(
                                                () -> {
                                                    TimeUnit.MILLISECONDS.sleep(5);
                                                    return 1;
                                                });
                                List<Future<Integer>> both =
                                        pool.invokeAll(List.of(() -> 2, () -> 3));
                                int total =
                                        slow.get()
                                                + both.get(0).get()
                                                + both.get(1).get(1, TimeUnit.SECONDS);
                                pool.shutdown();
                                return pool.awaitTermination(10, TimeUnit.SECONDS) ? total : 0;
                            });
            assertEquals(6, sum);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("inRealTime")
    void channelsInBlockingModeAreHandedOff(Scheduler scheduler) {
        int got =
                Weft.run(
                        scheduler,
                        () -> {
                            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                                server.bind(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                                Fiber<Integer> reader =
                                        Weft.go(
                                                () -> {
                                                    try (SocketChannel peer = server.accept()) {
                                                        ByteBuffer buffer = ByteBuffer.allocate(8);
                                                        peer.read(buffer);
                                                        return (int) buffer.get(0);
                                                    }
                                                });
                                try (SocketChannel client =
                                        SocketChannel.open(server.getLocalAddress())) {
                                    Thread.sleep(2);
                                    client.write(ByteBuffer.wrap(new byte[] {9}));
                                    return reader.join();
                                }
                            }
                        });
        assertEquals(9, got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void processesCallBack(Scheduler scheduler) {
        int exit =
                Weft.run(
                        scheduler,
                        () -> {
                            Process process =
                                    new ProcessBuilder("sh", "-c", "read line; exit $line").start();
                            Weft.go(
                                    () -> {
                                        OutputStream in = process.getOutputStream();
                                        in.write("7\n".getBytes(StandardCharsets.US_ASCII));
                                        in.flush();
                                    });
                            return process.waitFor();
                        });
        assertEquals(7, exit);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void socketsEcho(Scheduler scheduler) {
        String echoed =
                Weft.run(
                        scheduler,
                        () -> {
                            try (ServerSocket server =
                                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                                Weft.go(
                                        () -> {
                                            try (Socket peer = server.accept()) {
                                                BufferedReader lines =
                                                        new BufferedReader(
                                                                new InputStreamReader(
                                                                        peer.getInputStream(),
                                                                        StandardCharsets.UTF_8));
                                                peer.getOutputStream()
                                                        .write(
                                                                (lines.readLine() + "\n")
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8));
                                            }
                                        });
                                try (Socket socket =
                                        new Socket(
                                                server.getInetAddress(), server.getLocalPort())) {
                                    socket.getOutputStream()
                                            .write("hello\n".getBytes(StandardCharsets.UTF_8));
                                    byte[] answer = new byte[6];
                                    int n = 0;
                                    while (n < 6) {
                                        n += socket.getInputStream().read(answer, n, 6 - n);
                                    }
                                    return new String(answer, StandardCharsets.UTF_8);
                                }
                            }
                        });
        assertEquals("hello\n", echoed);
    }

    @Test
    void loopsOverCollectionsSuspend() {
        List<Integer> got =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Channel<Integer> numbers = Channel.rendezvous();
                            Fiber<Void> sender =
                                    Weft.go(() -> Arrays.asList(1, 2, 3, 4).forEach(numbers::send));
                            List<Integer> received = new ArrayList<>(List.of(0, 0, 0, 0));
                            received.replaceAll(x -> numbers.receive());
                            sender.join();
                            return received;
                        });
        assertEquals(List.of(1, 2, 3, 4), got);
    }

    @Test
    void removeIfAndMapsSuspend() {
        Map<String, Integer> got =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Channel<Integer> numbers = Channel.rendezvous();
                            Fiber<Void> sender =
                                    Weft.go(
                                            () -> {
                                                for (int i = 0; i < 8; i++) {
                                                    numbers.send(i);
                                                }
                                            });
                            List<String> names = new ArrayList<>(List.of("a", "b", "c"));
                            names.removeIf(name -> numbers.receive() == 1);
                            Map<String, Integer> map = new HashMap<>();
                            map.computeIfAbsent("x", k -> numbers.receive());
                            map.computeIfPresent("x", (k, v) -> v + numbers.receive());
                            map.merge("x", 10, (a, b) -> a + b + numbers.receive());
                            map.compute("y", (k, v) -> numbers.receive());
                            map.put("n", names.size());
                            map.replaceAll(
                                    (k, v) -> {
                                        Thread.yield();
                                        return v + 100;
                                    });
                            map.forEach((k, v) -> Thread.yield());
                            map.put("o", Optional.of(1).map(v -> v + numbers.receive()).orElse(0));
                            sender.join();
                            return map;
                        });
        assertEquals(Map.of("x", 122, "y", 106, "n", 102, "o", 8), got);
    }

    /** Called by reflection. */
    static final class Target {
        final Channel<Integer> numbers = Channel.rendezvous();

        @dev.weft.Suspendable
        int next(int more) {
            int n = numbers.receive();
            if (n < 0) {
                throw new IllegalStateException("negative");
            }
            return n + more;
        }
    }

    @Test
    void reflectiveCallsSuspend() {
        List<Object> got =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Target target = new Target();
                            Fiber<Void> sender =
                                    Weft.go(
                                            () -> {
                                                target.numbers.send(4);
                                                target.numbers.send(-1);
                                            });
                            Method next = Target.class.getDeclaredMethod("next", int.class);
                            List<Object> results = new ArrayList<>();
                            results.add(next.invoke(target, 3));
                            try {
                                next.invoke(target, 3);
                            } catch (InvocationTargetException e) {
                                results.add(e.getCause().getMessage());
                            }
                            try {
                                next.invoke(target, "three");
                            } catch (IllegalArgumentException e) {
                                results.add("refused");
                            }
                            sender.join();
                            return results;
                        });
        assertEquals(List.of(7, "negative", "refused"), got);
    }
}
