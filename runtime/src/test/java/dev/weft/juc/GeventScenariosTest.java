package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scenarios of gevent's tests, and of what its users complain about, that no other test has; the
 * table in docs/testing.md has them all.
 */
@Timeout(60)
class GeventScenariosTest {
    @Test
    void killedBeforeItStartsItNeverRuns() {
        AtomicInteger ran = new AtomicInteger();
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Fiber<Integer> fiber = Weft.go(() -> ran.incrementAndGet());
                    fiber.cancel();
                    CompletionException thrown = null;
                    try {
                        fiber.join();
                    } catch (CompletionException e) {
                        thrown = e;
                    }
                    assertTrue(thrown.getCause() instanceof FiberCancelledException);
                    return null;
                });
        assertEquals(0, ran.get());
    }

    @Test
    void startsInOrderAndTakesTurns() {
        List<String> log = new ArrayList<>();
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Fiber<Void> one = Weft.go(() -> turns(log, "A", "B"));
                    Fiber<Void> two = Weft.go(() -> turns(log, "A", "B"));
                    one.named("1");
                    two.named("2");
                    one.join();
                    two.join();
                    return null;
                });
        assertEquals(List.of("1A", "2A", "1B", "2B"), log);
    }

    @Suspendable
    private static Void turns(List<String> log, String... steps) throws InterruptedException {
        for (String step : steps) {
            log.add(Fiber.current().name() + step);
            Thread.sleep(0);
            Weft.yield();
        }
        return null;
    }

    /** What does not wait is never a place where another fiber comes in (gevent #1875). */
    @Test
    void nonBlockingOperationsDoNotSuspend() {
        AtomicInteger others = new AtomicInteger();
        int seen =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Fiber<Integer> other = Weft.go(() -> others.incrementAndGet());
                            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
                            assertTrue(queue.offer(1));
                            assertFalse(queue.offer(2));
                            assertEquals(1, queue.poll());
                            assertNull(queue.poll());
                            assertNull(new SynchronousQueue<Integer>().poll());
                            ReentrantLock lock = new ReentrantLock();
                            assertTrue(lock.tryLock());
                            lock.unlock();
                            Semaphore semaphore = new Semaphore(1);
                            assertTrue(semaphore.tryAcquire());
                            assertFalse(semaphore.tryAcquire());
                            semaphore.release();
                            CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
                            assertEquals(1, done.get());
                            int ran = others.get();
                            assertEquals(1, other.join());
                            return ran;
                        });
        assertEquals(0, seen);
        assertEquals(1, others.get());
    }

    /** Objects made before anything was woven, or elsewhere, mean the same (gevent #615, #1354). */
    @Test
    void aLockThatAPlainThreadHoldsIsWaitedFor() throws Exception {
        ReentrantLock lock = UnwovenBodies.lock();
        Thread holder = UnwovenBodies.holding(lock);
        int sum =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            Fiber<Integer> waits = Weft.go(() -> under(lock));
                            Fiber<Integer> free = Weft.go(() -> 2);
                            int other = free.join();
                            UnwovenBodies.let(holder);
                            return other + waits.join();
                        });
        assertEquals(3, sum);
        holder.join();
        assertFalse(lock.isLocked());
    }

    @Suspendable
    private static int under(ReentrantLock lock) {
        lock.lock();
        try {
            return 1;
        } finally {
            lock.unlock();
        }
    }

    /** A server that takes as many clients as it has workers (gevent's StreamServer and Pool). */
    @Test
    void aServerTakesAsManyClientsAsItsPoolHas() {
        AtomicInteger most = new AtomicInteger();
        int served =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            try (ServerSocket server =
                                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                                Fiber<Void> accepting = Weft.go(() -> accept(server, most));
                                List<Fiber<Integer>> clients = new ArrayList<>();
                                for (int i = 0; i < 20; i++) {
                                    clients.add(Weft.go(() -> ask(server)));
                                }
                                int sum = 0;
                                for (Fiber<Integer> client : clients) {
                                    sum += client.join();
                                }
                                accepting.join();
                                return sum;
                            }
                        });
        assertEquals(20 * 7, served);
        assertTrue(most.get() <= 3, "at once: " + most);
    }

    @Suspendable
    private static Void accept(ServerSocket server, AtomicInteger most) throws Exception {
        Semaphore free = new Semaphore(3);
        AtomicInteger now = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            free.acquire();
            Socket client = server.accept();
            Weft.go(
                    () -> {
                        try (Socket mine = client) {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.sleep(1);
                            mine.getOutputStream().write(mine.getInputStream().read() + 1);
                        } finally {
                            now.decrementAndGet();
                            free.release();
                        }
                        return null;
                    });
        }
        free.acquire(3);
        return null;
    }

    @Suspendable
    private static int ask(ServerSocket server) throws Exception {
        try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            socket.getOutputStream().write(6);
            return socket.getInputStream().read();
        }
    }

    /** A wrapper closes what is beneath it, once, also while another reads. */
    @Test
    void closingAWrapperClosesTheSocketUnderItsReader() {
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    try (ServerSocket server =
                                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                            Socket client =
                                    new Socket(server.getInetAddress(), server.getLocalPort());
                            Socket accepted = server.accept()) {
                        BufferedReader lines =
                                new BufferedReader(
                                        new InputStreamReader(
                                                client.getInputStream(), StandardCharsets.UTF_8));
                        Fiber<String> reader = Weft.go(() -> lines.readLine());
                        Weft.yield();
                        lines.close();
                        CompletionException thrown = null;
                        try {
                            reader.join();
                        } catch (CompletionException e) {
                            thrown = e;
                        }
                        assertTrue(thrown.getCause() instanceof IOException, thrown::toString);
                        assertTrue(client.isClosed());
                        assertEquals(-1, accepted.getInputStream().read());
                        assertThrows(IOException.class, lines::ready);
                        lines.close();
                    }
                    return null;
                });
    }

    /** An outer time-out is not lost in an inner one, nor a queue's element in either. */
    @Test
    void aTimedOutTakerTakesNothing() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
                    Fiber<Integer> late = Weft.go(() -> queue.poll(1, TimeUnit.MILLISECONDS));
                    assertNull(late.join());
                    queue.put(1);
                    Fiber<Integer> dying = Weft.go(() -> queue.take() + queue.take());
                    Weft.yield();
                    dying.cancel();
                    try {
                        dying.join();
                    } catch (CompletionException e) {
                        assertTrue(e.getCause() instanceof FiberCancelledException);
                    }
                    queue.put(2);
                    assertEquals(2, queue.take());
                    return null;
                });
    }

    /**
     * Connecting in a constructor suspends: with a short queue some of the clients wait until the
     * server accepts, which on this scheduler nothing would do if they kept their thread.
     */
    @Test
    void constructorsThatConnectSuspend() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    try (ServerSocket server =
                            new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                        connectAll(server);
                    }
                    return null;
                });
    }

    @Suspendable
    private static void connectAll(ServerSocket server) throws Exception {
        List<Fiber<Integer>> clients = new ArrayList<>();
        AtomicInteger connected = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            clients.add(Weft.go(() -> connect(server, connected)));
        }
        Thread.sleep(20);
        assertTrue(connected.get() < 4, "all were connected at once");
        for (int i = 0; i < 4; i++) {
            try (Socket accepted = server.accept()) {
                accepted.getOutputStream().write(1);
            }
        }
        int sum = 0;
        for (Fiber<Integer> client : clients) {
            sum += client.join();
        }
        assertEquals(4, sum);
    }

    @Suspendable
    private static int connect(ServerSocket server, AtomicInteger connected) throws Exception {
        try (Socket s = new Socket(server.getInetAddress(), server.getLocalPort())) {
            connected.incrementAndGet();
            return s.getInputStream().read();
        }
    }
}
