package dev.weft.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scenarios of greenlet's test_generator and test_generator_nested, and of Stackless's
 * test_generator, test_miscell and test_pickle (what is suspended there, without the pickling).
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NestedGeneratorsTest {
    private final List<Object> log = new ArrayList<>();

    private static <T> List<T> all(Generator<T> g) {
        List<T> values = new ArrayList<>();
        g.forEachRemaining(values::add);
        return values;
    }

    // test_generator

    @Test
    void generatorsOfOneBodyAreIndependent() {
        Generator.Body<Integer> body =
                y -> {
                    for (int i = 0; i < 5; i++) {
                        y.yield(i);
                    }
                };
        List<Integer> seen = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            Generator.<Integer>of(body).forEachRemaining(seen::add);
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4), seen);
    }

    // test_generator_nested

    @Suspendable
    private static void recurse(Object tree, Yielder<Object> y) {
        if (tree instanceof List) {
            for (Object part : (List<?>) tree) {
                recurse(part, y);
            }
        } else {
            y.yield(tree);
        }
    }

    @Test
    void layeredGeneratorsFlattenATree() {
        List<Object> tree = List.of(1, List.of(2, List.of(3, 4), 5), List.of(List.of(6)));
        assertEquals(List.of(1, 2, 3, 4, 5, 6), all(Generator.of(y -> recurse(tree, y))));
    }

    @Suspendable
    private static void permute(List<Integer> items, int k, Yielder<List<Integer>> y) {
        if (k == items.size()) {
            y.yield(List.copyOf(items));
        }
        for (int i = k; i < items.size(); i++) {
            Collections.swap(items, k, i);
            permute(items, k + 1, y);
            Collections.swap(items, k, i);
        }
    }

    private static Generator<List<Integer>> nestedPermutations(List<Integer> items) {
        return Generator.of(y -> permuteNested(items, y));
    }

    /** With a generator for each level, as greenlet's test has it. */
    @Suspendable
    private static void permuteNested(List<Integer> items, Yielder<List<Integer>> y) {
        if (items.isEmpty()) {
            y.yield(List.of());
            return;
        }
        Generator<List<Integer>> rest = nestedPermutations(items.subList(1, items.size()));
        while (rest.hasNext()) {
            List<Integer> shorter = rest.next();
            for (int i = 0; i <= shorter.size(); i++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(i, items.get(0));
                y.yield(longer);
            }
        }
    }

    @Test
    void permutationsRecursiveAndNestedAgree() {
        List<List<Integer>> recursive =
                all(Generator.of(y -> permute(new ArrayList<>(List.of(0, 1, 2, 3, 4)), 0, y)));
        List<List<Integer>> nested = all(nestedPermutations(List.of(0, 1, 2, 3, 4)));
        assertEquals(120, recursive.size());
        assertEquals(sorted(recursive), sorted(nested));
        assertEquals(
                List.of(List.of(0, 1, 2), List.of(1, 0, 2), List.of(1, 2, 0)),
                all(nestedPermutations(List.of(0, 1, 2))).subList(0, 3));
    }

    private static TreeSet<String> sorted(List<List<Integer>> lists) {
        TreeSet<String> texts = new TreeSet<>();
        lists.forEach(l -> texts.add(l.toString()));
        return texts;
    }

    @Test
    void generatorInsideAGeneratorYieldsToTheOuterOneItWasGiven() {
        Generator<String> outer =
                Generator.of(
                        y -> {
                            Generator<String> inner =
                                    Generator.of(
                                            z -> {
                                                z.yield("to inner's consumer");
                                                y.yield("past inner, to outer's consumer");
                                                z.yield("again");
                                            });
                            while (inner.hasNext()) {
                                y.yield("via outer: " + inner.next());
                            }
                        });
        assertEquals(
                List.of(
                        "via outer: to inner's consumer",
                        "past inner, to outer's consumer",
                        "via outer: again"),
                all(outer));
    }

    @Test
    void deepRecursion() {
        assertEquals(List.of(20_000), all(Generator.<Integer>of(y -> deep(0, y))));
    }

    @Suspendable
    private static void deep(int depth, Yielder<Integer> y) {
        if (depth < 2_000) {
            deep(depth + 1, y);
        } else {
            y.yield(depth * 10);
        }
    }

    // Stackless: test_generator

    @Test
    void runningGeneratorThatOnlyItsFiberHoldsIsCollectedWithIt() {
        WeakReference<Object> ref =
                Weft.run(Scheduler.singleThreaded(), NestedGeneratorsTest::forgotten);
        for (int i = 0; i < 100 && ref.get() != null; i++) {
            System.gc();
            Thread.yield();
        }
        assertFalse(ref.get() != null, "still reachable");
    }

    @Suspendable
    private static WeakReference<Object> forgotten() {
        Object held = new Object();
        Channel<Object> never = Channel.rendezvous();
        Generator<Object> g = Generator.of(y -> y.yield(List.of(held, never.receive())));
        Fiber<Object> consumer = Weft.go(() -> g.next());
        Weft.yield();
        assertEquals(CoroutineState.RUNNING, g.state());
        consumer.cancel();
        try {
            consumer.join();
        } catch (RuntimeException expected) {
            assertTrue(consumer.isCancelled() || consumer.isDone());
        }
        assertEquals(CoroutineState.DONE, g.state());
        return new WeakReference<>(held);
    }

    // Stackless: test_miscell

    @Test
    void exceptionThrownIntoAWaitingFiberPassesItsGenerator() {
        String outcome = Weft.run(Scheduler.singleThreaded(), this::interrupted);
        assertEquals("generator saw it, consumer saw it", outcome);
    }

    @Suspendable
    private String interrupted() {
        Channel<Object> channel = Channel.rendezvous();
        Generator<Object> g = Generator.of(y -> waits(channel, y));
        Fiber<String> consumer = Weft.go(() -> consumes(g));
        Weft.yield();
        channel.close(new ArithmeticException());
        return consumer.join();
    }

    @Suspendable
    private void waits(Channel<Object> channel, Yielder<Object> y) {
        try {
            y.yield(channel.receive());
        } catch (RuntimeException e) {
            log.add("generator saw it");
            throw e;
        }
    }

    @Suspendable
    private String consumes(Generator<Object> g) {
        try {
            return "got " + g.next();
        } catch (RuntimeException e) {
            return log.get(0) + ", consumer saw it";
        }
    }

    // Stackless: test_pickle's shapes; suspended, dropped from all local variables, gone on with

    @Test
    void suspendedInRecursion() {
        Coroutine<Integer, Integer> c = Coroutine.of((x, n) -> sumDown(x, n));
        assertEquals(5, c.resume(5));
        for (int n = 4; n > 0; n--) {
            assertEquals(n, c.resume(10));
        }
        assertEquals(5 * 10 + 15, c.resume(10));
    }

    @Suspendable
    private static Integer sumDown(CoroutineContext<Integer, Integer> x, int n) {
        return n == 0 ? 0 : x.yield(n) + n + sumDown(x, n - 1);
    }

    @Test
    void suspendedInsideAForEachAndATryWithResources() {
        Generator<Object> g = Generator.of(this::managed);
        assertEquals("in a with b", g.next());
        assertEquals(List.of("open a", "open b"), log);
        assertEquals("in a with c", g.next());
        assertThrows(ArithmeticException.class, g::next);
        assertEquals(List.of("open a", "open b", "close b", "open c", "close c", "close a"), log);
    }

    @Suspendable
    private void managed(Yielder<Object> y) {
        try (Resource a = new Resource("a")) {
            for (String name : List.of("b", "c")) {
                try (Resource inner = new Resource(name)) {
                    y.yield("in " + a.name + " with " + inner.name);
                }
            }
            throw new ArithmeticException();
        }
    }

    @Test
    void contextManagersAreLeftInOrderByClose() {
        Generator<Object> g = Generator.of(this::managed);
        g.next();
        g.close();
        assertEquals(List.of("open a", "open b", "close b", "close a"), log);
    }

    @Test
    void suspendedInAnExceptionHandler() {
        Generator<Object> g =
                Generator.of(
                        y -> {
                            try {
                                throw new IllegalStateException("first");
                            } catch (IllegalStateException e) {
                                y.yield("handling " + e.getMessage());
                                y.yield("still " + e.getMessage());
                            }
                        });
        assertEquals(List.of("handling first", "still first"), all(g));
    }

    private final class Resource implements AutoCloseable {
        final String name;

        Resource(String name) {
            this.name = name;
            log.add("open " + name);
        }

        @Override
        public void close() {
            log.add("close " + name);
        }
    }
}
