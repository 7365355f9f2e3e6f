package dev.weft.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.FiberInfo;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of activations that have nothing to save: results, exceptions, traces, again and again. */
@Timeout(60)
@Suspendable
class FrameChainTest {

    /** Its operand is a constant, so that nothing of it is saved. */
    private static int descend(int depth, int waits) {
        return depth == 0 ? wait(waits) : 1 + descend(depth - 1, waits);
    }

    private static int wait(int times) {
        for (int i = 0; i < times; i++) {
            Weft.park();
        }
        return 0;
    }

    private static int descendToThrow(int depth, RuntimeException thrown) {
        if (depth == 0) {
            Weft.park();
            if (thrown != null) {
                throw thrown;
            }
            return 0;
        }
        return 1 + descendToThrow(depth - 1, thrown);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 11, 12, 13, 50, 1000})
    void resultsAndTraces(int depth) {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Fiber<Integer> fiber = Weft.go(() -> descend(depth, 3));
                    for (int i = 0; i < 3; i++) {
                        Weft.sleep(1);
                        assertEquals(depth + 2, descends(fiber), "calls and the wait, " + i);
                        fiber.unpark();
                    }
                    assertEquals(depth, fiber.join());
                    return null;
                });
    }

    /** How many frames of this test's methods a dump shows. */
    private static long descends(Fiber<?> fiber) {
        List<FiberInfo> found =
                Weft.fibers().stream()
                        .filter(i -> i.id() == fiber.id())
                        .collect(Collectors.toList());
        return found.get(0).stack().stream()
                .filter(e -> e.getMethodName().matches("descend|wait"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 20, 300})
    void anExceptionPassesThrough(int depth) {
        IllegalStateException expected = new IllegalStateException("expected");
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Fiber<RuntimeException> fiber =
                            Weft.go(
                                    () -> {
                                        try {
                                            descendToThrow(depth, expected);
                                            return null;
                                        } catch (IllegalStateException e) {
                                            Weft.park();
                                            return e;
                                        }
                                    });
                    Weft.sleep(1);
                    fiber.unpark();
                    Weft.sleep(1);
                    fiber.unpark();
                    assertSame(expected, fiber.join());
                    return null;
                });
    }

    /** Suspends at every level on the way out, so that chains are taken apart and begun again. */
    private static int sawtooth(int depth) {
        if (depth == 0) {
            Weft.park();
            return 0;
        }
        return 1 + again(depth);
    }

    private static int again(int depth) {
        return sawtooth(depth - 1) + descend(depth, 1) - depth;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30})
    void suspendsOnTheWayOut(int depth) {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Fiber<Integer> fiber = Weft.go(() -> sawtooth(depth));
                    for (int i = 0; i <= depth; i++) {
                        Weft.sleep(1);
                        fiber.unpark();
                    }
                    assertEquals(depth, fiber.join());
                    return null;
                });
    }
}
