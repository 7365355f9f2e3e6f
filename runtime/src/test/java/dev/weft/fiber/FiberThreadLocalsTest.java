package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.Suspendable;
import dev.weft.blocking.FiberThread;
import dev.weft.blocking.ThreadLocals;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thread-locals of fibers: one storage, inherited as threads inherit theirs. */
@Timeout(60)
@Suspendable
class FiberThreadLocalsTest {
    private static final String ALL = "dev.weft.fiber.Schedulers#all";

    private final AtomicInteger children = new AtomicInteger();
    private final InheritableThreadLocal<Object> passedOn =
            new InheritableThreadLocal<>() {
                @Override
                protected Object childValue(Object parent) {
                    children.incrementAndGet();
                    return parent + "'";
                }
            };

    @ParameterizedTest
    @MethodSource(ALL)
    void fibersInheritOnceFromTheirStarter(Scheduler scheduler) {
        String seen =
                Weft.run(
                        scheduler,
                        () -> {
                            FiberThreadLocals.set(passedOn, "a");
                            Fiber<String> child = Weft.go(() -> grandchild());
                            FiberThreadLocals.set(passedOn, "b");
                            return child.join() + FiberThreadLocals.get(passedOn);
                        });
        assertEquals("a''a'b", seen);
        assertEquals(2, children.get());
        assertNull(passedOn.get(), "the thread's own is untouched");
    }

    private String grandchild() {
        Fiber<Object> next = Weft.go(() -> FiberThreadLocals.get(passedOn));
        return next.join().toString() + FiberThreadLocals.get(passedOn);
    }

    @Test
    void fibersInheritFromPlainThreads() {
        FiberThreadLocals.set(passedOn, "thread");
        assertEquals("thread'", Weft.run(() -> FiberThreadLocals.get(passedOn)));
        FiberThreadLocals.remove(passedOn);
        assertNull(Weft.run(() -> FiberThreadLocals.get(passedOn)));
    }

    /** A thread inherits where it is made, which may be long before it is started. */
    @Test
    void threadsInheritWhenTheyAreMade() {
        Object[] seen = new Object[1];
        Weft.run(
                () -> {
                    FiberThreadLocals.set(passedOn, "made");
                    FiberThread thread =
                            new FiberThread(() -> seen[0] = ThreadLocals.get(passedOn));
                    FiberThreadLocals.set(passedOn, "started");
                    thread.start();
                    thread.fiber().join();
                    return null;
                });
        assertEquals("made'", seen[0]);
        assertEquals(1, children.get());
    }

    /** What the option threads calls, and what anybody may call. */
    @Test
    void standInsSeeTheSameValues() {
        ThreadLocal<Object> local = new ThreadLocal<>();
        List<Object> seen =
                Weft.run(
                        () -> {
                            ThreadLocals.set(local, "one");
                            Object one = FiberThreadLocals.get(local);
                            FiberThreadLocals.set(local, "two");
                            Object two = ThreadLocals.get(local);
                            ThreadLocals.remove(local);
                            return List.of(one, two, String.valueOf(FiberThreadLocals.get(local)));
                        });
        assertEquals(List.of("one", "two", "null"), seen);
        assertNull(local.get());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void firstValueIsComputedOnceAFiber(Scheduler scheduler) {
        AtomicInteger computed = new AtomicInteger();
        ThreadLocal<Object> theirs = ThreadLocal.withInitial(computed::incrementAndGet);
        ThreadLocal<Object> ours = FiberThreadLocals.withInitial(computed::incrementAndGet);
        for (ThreadLocal<Object> local : List.of(theirs, ours)) {
            computed.set(0);
            Weft.run(
                    scheduler,
                    () -> {
                        assertSame(FiberThreadLocals.get(local), FiberThreadLocals.get(local));
                        Fiber<Object> other = Weft.go(() -> FiberThreadLocals.get(local));
                        assertEquals(2, other.join());
                        return null;
                    });
            assertEquals(2, computed.get());
        }
    }

    @Test
    void initialValuesExceptionIsTheCallers() {
        ThreadLocal<Object> local =
                ThreadLocal.withInitial(
                        () -> {
                            throw new IllegalStateException("no value");
                        });
        Weft.run(
                () -> {
                    assertThrows(IllegalStateException.class, () -> FiberThreadLocals.get(local));
                    return null;
                });
    }
}
