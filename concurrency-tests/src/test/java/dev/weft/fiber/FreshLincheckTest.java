package dev.weft.fiber;

import java.util.ArrayDeque;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The deque of new fibers is linearizable: an owner at one end, two thieves at the other, against a
 * sequential deque. How much is checked is set as for {@link CarrierLincheckTest}.
 */
@Timeout(600)
class FreshLincheckTest {
    private static final int ITERATIONS = Integer.getInteger("weft.lincheck.iterations", 3);
    private static final int INVOCATIONS = Integer.getInteger("weft.lincheck.invocations", 100);

    @Test
    void model() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(2)
                .actorsAfter(2)
                .minimizeFailedScenario(false)
                .sequentialSpecification(Specification.class)
                .check(Operations.class);
    }

    @Test
    void stress() {
        new StressOptions()
                .iterations(2 * ITERATIONS)
                .invocationsPerIteration(5 * INVOCATIONS)
                .threads(2)
                .actorsPerThread(4)
                .actorsBefore(3)
                .actorsAfter(3)
                .sequentialSpecification(Specification.class)
                .check(Operations.class);
    }

    /** What is checked; fibers are told by the order in which they were made. */
    public static final class Operations {
        private final Fresh fresh = new Fresh();
        private final Fiber<?>[] all = new Fiber<?>[16];
        private int made;

        public Operations() {
            Scheduler scheduler = Scheduler.on(Runnable::run);
            for (int i = 0; i < all.length; i++) {
                all[i] = new Fiber<Object>(scheduler, new Object());
            }
        }

        @Operation(nonParallelGroup = "owner")
        public void push() {
            fresh.push(all[made++]);
        }

        @Operation(nonParallelGroup = "owner")
        public int pop() {
            return number(fresh.pop());
        }

        @Operation
        public int poll() {
            return number(fresh.poll());
        }

        private int number(Fiber<?> fiber) {
            for (int i = 0; i < all.length; i++) {
                if (all[i] == fiber) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** What it should be like. */
    public static final class Specification {
        private final ArrayDeque<Integer> deque = new ArrayDeque<>();
        private int made;

        public void push() {
            deque.addLast(made++);
        }

        public int pop() {
            return deque.isEmpty() ? -1 : deque.pollLast();
        }

        public int poll() {
            return deque.isEmpty() ? -1 : deque.pollFirst();
        }
    }
}
