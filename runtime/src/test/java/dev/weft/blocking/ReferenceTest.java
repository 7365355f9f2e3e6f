package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Method references to blocking methods of the JDK, in fibers of one thread. */
@Timeout(60)
class ReferenceTest {
    private static final int FIBERS = 100;

    @Test
    void takersGoOnBesideEachOther() {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        int sum =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            List<Fiber<Integer>> takers = new ArrayList<>();
                            for (int i = 0; i < FIBERS; i++) {
                                takers.add(Weft.go(queue::take));
                            }
                            Weft.yield();
                            for (int i = 1; i <= FIBERS; i++) {
                                queue.put(i);
                            }
                            int all = 0;
                            for (Fiber<Integer> taker : takers) {
                                all += taker.join();
                            }
                            return all;
                        });
        assertEquals(FIBERS * (FIBERS + 1) / 2, sum);
    }

    @Test
    void referenceThroughAnInterfaceOfTheJdk() {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        String taken =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Consumer<String> offer = queue::offer;
                            Fiber<String> taker =
                                    Weft.go(
                                            () -> {
                                                SuspendableCallable<String> take = queue::take;
                                                Supplier<String> quietly = () -> call(take);
                                                return quietly.get();
                                            });
                            Weft.yield();
                            offer.accept("item");
                            return taker.join();
                        });
        assertEquals("item", taken);
    }

    @Suspendable
    private static String call(SuspendableCallable<String> callable) {
        try {
            return callable.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A woven target that is called through a handle waits without its thread. */
    @Test
    void methodHandle() {
        String order =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            BlockingQueue<String> queue = new LinkedBlockingQueue<>();
                            StringBuilder log = new StringBuilder();
                            Fiber<Void> taker =
                                    Weft.go(
                                            () -> {
                                                log.append(taken(queue));
                                                return null;
                                            });
                            Weft.yield();
                            log.append("first,");
                            queue.put("second");
                            taker.join();
                            return log.toString();
                        });
        assertEquals("first,second", order);
    }

    @Suspendable
    private static String taken(BlockingQueue<String> queue) throws Exception {
        MethodHandle take =
                MethodHandles.lookup()
                        .findStatic(
                                ReferenceTest.class,
                                "take",
                                MethodType.methodType(String.class, BlockingQueue.class));
        try {
            return (String) take.invokeExact(queue);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Suspendable
    static String take(BlockingQueue<String> queue) throws InterruptedException {
        return queue.take();
    }
}
