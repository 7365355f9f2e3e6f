package dev.weft.fiber;

import java.util.TreeSet;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The heap of timers against a sorted set: started ones are due in order, stopped ones never. */
@Timeout(600)
class TimersLincheckTest {
    private static final int ITERATIONS = Integer.getInteger("weft.lincheck.iterations", 3);
    private static final int INVOCATIONS = Integer.getInteger("weft.lincheck.invocations", 100);

    @Test
    void model() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(3)
                .minimizeFailedScenario(false)
                .sequentialSpecification(Specification.class)
                .check(Operations.class);
    }

    @Test
    void stress() {
        new StressOptions()
                .iterations(2 * ITERATIONS)
                .invocationsPerIteration(5 * INVOCATIONS)
                .threads(3)
                .actorsPerThread(3)
                .sequentialSpecification(Specification.class)
                .check(Operations.class);
    }

    /** What is checked: time stands still; a timer's delay says whether it is due. */
    @Param(name = "timer", gen = IntGen.class, conf = "0:3")
    public static final class Operations {
        private final Timers timers = new Timers(() -> 0, () -> {});
        private final Entry[] entries = {new Entry(0), new Entry(1), new Entry(2), new Entry(3)};

        /** Starts a timer unless it runs; two of the four are due at once. */
        @Operation
        public boolean start(@Param(name = "timer") int timer) {
            Entry entry = entries[timer];
            synchronized (entry) {
                if (entry.place >= 0) {
                    return false;
                }
                timers.start(entry, timer % 2 == 0 ? 0 : 1000);
                return true;
            }
        }

        @Operation
        public boolean cancel(@Param(name = "timer") int timer) {
            Entry entry = entries[timer];
            synchronized (entry) {
                boolean runs = entry.place >= 0;
                timers.cancel(entry);
                return runs && entry.place < 0;
            }
        }

        @Operation
        public int size() {
            return timers.size();
        }
    }

    private static final class Entry extends TimerEntry {
        final int number;

        Entry(int number) {
            this.number = number;
        }

        @Override
        void fire() {
            throw new IllegalStateException("nobody fires " + number);
        }
    }

    /** What it should be like. */
    public static final class Specification {
        private final TreeSet<Integer> running = new TreeSet<>();

        public boolean start(int timer) {
            return running.add(timer);
        }

        public boolean cancel(int timer) {
            return running.remove(timer);
        }

        public int size() {
            return running.size();
        }
    }
}
