package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.channel.Channel;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beside virtual threads, on a JDK that has them: waiting in one parks it, and not its carrier. */
@Timeout(60)
class VirtualThreadTest {
    /** Far more than carriers. */
    private static final int MANY = 1000;

    private Method start;

    @BeforeEach
    void needsAJdkThatHasThem() throws NoSuchMethodException {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
        start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    }

    private Thread start(Runnable body) throws ReflectiveOperationException {
        return (Thread) start.invoke(null, body);
    }

    private static void awaitAll(List<Thread> threads, Thread.State state) {
        for (Thread thread : threads) {
            while (thread.getState() != state) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void receivingParksTheVirtualThread() throws Exception {
        Channel<Integer> channel = Channel.rendezvous();
        AtomicInteger sum = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            threads.add(start(() -> sum.addAndGet(channel.receive())));
        }
        awaitAll(threads, Thread.State.WAITING);
        Weft.run(
                () -> {
                    for (int i = 1; i <= MANY; i++) {
                        channel.send(i);
                    }
                });
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(MANY * (MANY + 1) / 2, sum.get());
    }

    @Test
    void joiningAFiberParksTheVirtualThread() throws Exception {
        Fiber<Integer> fiber =
                Weft.go(
                        () -> {
                            Weft.park();
                            return 1;
                        });
        AtomicInteger sum = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            threads.add(start(() -> sum.addAndGet(fiber.join())));
        }
        awaitAll(threads, Thread.State.WAITING);
        fiber.unpark();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(MANY, sum.get());
    }

    @Test
    void sleepingAndRunningFibersInVirtualThreads() throws Exception {
        AtomicInteger sum = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            threads.add(
                    start(
                            () -> {
                                Weft.sleep(10);
                                sum.addAndGet(Weft.run(() -> 2));
                                sum.addAndGet(Weft.run(Scheduler.singleThreaded(), () -> 3));
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(5 * MANY, sum.get());
    }
}
