package dev.weft.concurrency;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How much is checked. The build runs a slice; {@code -Dweft.lincheck.iterations=N} sets how many
 * scenarios of operations each class gets, {@code -Dweft.lincheck.invocations=N} how many
 * interleavings each scenario.
 */
final class Checks {
    private static final int ITERATIONS = Integer.getInteger("weft.lincheck.iterations", 1);
    private static final int INVOCATIONS = Integer.getInteger("weft.lincheck.invocations", 15);

    private Checks() {}

    /** Explores interleavings, switching threads at every access to shared memory. */
    static void model(Class<?> operations, Class<?> specification) {
        model(1).sequentialSpecification(specification).check(operations);
    }

    /** Runs threads as fast as they go. */
    static void stress(Class<?> operations, Class<?> specification) {
        stress(1).sequentialSpecification(specification).check(operations);
    }

    /**
     * For what belongs to threads: operations before and after are another thread's, whatever
     * number they get.
     */
    static void modelOfThreads(Class<?> operations, Class<?> specification) {
        model(0).sequentialSpecification(specification).check(operations);
    }

    static void stressOfThreads(Class<?> operations, Class<?> specification) {
        stress(0).sequentialSpecification(specification).check(operations);
    }

    private static ModelCheckingOptions model(int around) {
        return new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(2 * around)
                .actorsAfter(around)
                .minimizeFailedScenario(false);
    }

    private static StressOptions stress(int around) {
        return new StressOptions()
                .iterations(4 * ITERATIONS)
                .invocationsPerIteration(20 * INVOCATIONS)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(2 * around)
                .actorsAfter(around)
                .minimizeFailedScenario(false);
    }

    static int invocations() {
        return 2 * INVOCATIONS;
    }
}
