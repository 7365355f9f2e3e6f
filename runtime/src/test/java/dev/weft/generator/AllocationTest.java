package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.weft.Suspendable;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A value of a primitive generator allocates nothing, however deep the recursion it is yielded
 * from: also while the code is interpreted, hence not by luck of the compiler's.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AllocationTest {
    private static final int FIRST = 1_000;
    private static final int VALUES = 20_000;

    /**
     * What a measurement itself and a JIT compilation in between may cost: less than a byte each.
     */
    private static final long NOISE = VALUES / 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private void assertNothing(long before) {
        long bytes = allocated() - before;
        assertTrue(bytes <= NOISE, bytes + " bytes allocated by " + VALUES + " values");
    }

    private void supported() {
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count");
        threads.setThreadAllocatedMemoryEnabled(true);
    }

    @Suspendable
    private static void ints(int depth, IntYielder y) {
        if (depth > 0) {
            ints(depth - 1, y);
            return;
        }
        for (int i = 1_000_000; ; i++) {
            y.yield(i);
        }
    }

    @Test
    void ints() {
        supported();
        IntGenerator g = IntGenerator.of(y -> ints(10, y));
        for (int i = 0; i < FIRST; i++) {
            g.nextInt();
        }
        long before = allocated();
        long sum = 0;
        for (int i = 0; i < VALUES; i++) {
            sum += g.nextInt();
        }
        assertNothing(before);
        assertEquals((2L * (1_000_000 + FIRST) + VALUES - 1) * VALUES / 2, sum);
    }

    @Test
    void intsAskedForWithHasNext() {
        supported();
        IntGenerator g = IntGenerator.of(y -> ints(0, y));
        for (int i = 0; i < FIRST && g.hasNext(); i++) {
            g.nextInt();
        }
        long before = allocated();
        for (int i = 0; i < VALUES && g.hasNext(); i++) {
            g.nextInt();
        }
        assertNothing(before);
        assertEquals(1_000_000 + FIRST + VALUES, g.nextInt());
    }

    @Test
    void longs() {
        supported();
        LongGenerator g =
                LongGenerator.of(
                        y -> {
                            for (long i = 1L << 40; ; i++) {
                                y.yield(i);
                            }
                        });
        for (int i = 0; i < FIRST; i++) {
            g.nextLong();
        }
        long before = allocated();
        for (int i = 0; i < VALUES; i++) {
            g.nextLong();
        }
        assertNothing(before);
        assertEquals((1L << 40) + FIRST + VALUES, g.nextLong());
    }

    @Test
    void doubles() {
        supported();
        DoubleGenerator g =
                DoubleGenerator.of(
                        y -> {
                            for (double x = 0.5; ; x++) {
                                y.yield(x);
                            }
                        });
        for (int i = 0; i < FIRST; i++) {
            g.nextDouble();
        }
        long before = allocated();
        for (int i = 0; i < VALUES; i++) {
            g.nextDouble();
        }
        assertNothing(before);
        assertEquals(0.5 + FIRST + VALUES, g.nextDouble());
    }

    @Test
    void throughDelegation() {
        supported();
        IntGenerator g =
                IntGenerator.of(y -> y.yieldAll(IntGenerator.of(z -> z.yieldAll(endless()))));
        for (int i = 0; i < FIRST; i++) {
            g.nextInt();
        }
        long before = allocated();
        for (int i = 0; i < VALUES; i++) {
            g.nextInt();
        }
        assertNothing(before);
    }

    private static IntGenerator endless() {
        return IntGenerator.of(y -> ints(0, y));
    }

    /** The measurement itself: boxes are counted. */
    @Test
    void boxedOnesDoAllocate() {
        supported();
        Generator<Long> g =
                Generator.of(
                        y -> {
                            for (long i = 1L << 40; ; i++) {
                                y.yield(i);
                            }
                        });
        g.next();
        long before = allocated();
        for (int i = 0; i < VALUES; i++) {
            g.next();
        }
        long bytes = allocated() - before;
        assertTrue(bytes >= 16L * VALUES, bytes + " bytes");
    }
}
