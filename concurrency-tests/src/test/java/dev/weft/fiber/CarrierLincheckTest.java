package dev.weft.fiber;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The work-stealing queue of a carrier is linearizable: one owner, which adds and takes, and one
 * thief, against a list with a slot before it. {@code -Dweft.lincheck.iterations=N} and {@code
 * -Dweft.lincheck.invocations=N} set how much is checked.
 */
@Timeout(600)
class CarrierLincheckTest {
    private static final int ITERATIONS = Integer.getInteger("weft.lincheck.iterations", 3);
    private static final int INVOCATIONS = Integer.getInteger("weft.lincheck.invocations", 100);

    @Test
    void model() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(3)
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
                .actorsBefore(4)
                .actorsAfter(3)
                .sequentialSpecification(Specification.class)
                .check(Operations.class);
    }

    /** What is checked; fibers are told by the order in which they were made. */
    public static final class Operations {
        private final Scheduler scheduler = Scheduler.on(Runnable::run);
        private final Carrier carrier = new Carrier(0, new GlobalQueue());
        private final Carrier thief = new Carrier(1, new GlobalQueue());
        private final Fiber<?>[] all = new Fiber<?>[16];
        private int made;

        public Operations() {
            for (int i = 0; i < all.length; i++) {
                all[i] = new Fiber<Object>(scheduler, new Object());
            }
        }

        @Operation(nonParallelGroup = "owner")
        public void add() {
            carrier.add(all[made++]);
        }

        @Operation(nonParallelGroup = "owner")
        public void setNext() {
            carrier.setNext(all[made++]);
        }

        @Operation(nonParallelGroup = "owner")
        public int take() {
            return number(carrier.take());
        }

        @Operation(nonParallelGroup = "thief")
        public List<Integer> steal() {
            Fiber<?> first = carrier.stealInto(thief, false);
            List<Integer> stolen = new ArrayList<>();
            while (first != null) {
                stolen.add(number(first));
                first = thief.take();
            }
            Collections.sort(stolen);
            return stolen;
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
        private final ArrayDeque<Integer> ring = new ArrayDeque<>();
        private int next = -1;
        private int made;

        public void add() {
            ring.add(made++);
        }

        public void setNext() {
            if (next >= 0) {
                ring.add(next);
            }
            next = made++;
        }

        public int take() {
            if (next >= 0) {
                int taken = next;
                next = -1;
                return taken;
            }
            return ring.isEmpty() ? -1 : ring.poll();
        }

        public List<Integer> steal() {
            List<Integer> stolen = new ArrayList<>();
            for (int n = (ring.size() + 1) / 2; n > 0; n--) {
                stolen.add(ring.poll());
            }
            Collections.sort(stolen);
            return stolen;
        }
    }
}
