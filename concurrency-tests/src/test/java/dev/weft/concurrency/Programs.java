package dev.weft.concurrency;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;

/** Small programs of threads, run by Lincheck in many interleavings. */
public final class Programs {
    private Programs() {}

    /** Something a thread does. */
    public interface Action {
        /**
         * Does it.
         *
         * @throws Exception fails the program
         */
        void run() throws Exception;
    }

    /**
     * Runs a program in many interleavings, switching threads at every access to shared memory.
     *
     * @param program checks itself
     */
    public static void explore(Runnable program) {
        explore(0, program);
    }

    /**
     * As {@link #explore(Runnable)}, in at least so many interleavings.
     *
     * @param least how many
     * @param program checks itself
     */
    public static void explore(int least, Runnable program) {
        Lincheck.runConcurrentTest(Math.max(least, Checks.invocations()), program);
    }

    /**
     * Runs actions in threads of their own, then throws what one of them threw.
     *
     * @param actions one for each thread
     */
    public static void together(Action... actions) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] threads = new Thread[actions.length];
        for (int i = 0; i < actions.length; i++) {
            Action action = actions[i];
            threads[i] =
                    new Thread(
                            () -> {
                                try {
                                    action.run();
                                } catch (Throwable t) {
                                    failure.set(t);
                                }
                            });
            threads[i].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
