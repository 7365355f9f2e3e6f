package dev.weft.woven;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the stack traces of exceptions, and of threads that run fibers, logical: a method that was
 * resumed has its callers in saved frames, where the JVM does not see them.
 *
 * <p>There are two places where an exception's trace is completed, each time by replacing the part
 * that is the runtime's loop by the methods and lines of the saved frames ({@link LogicalTrace}),
 * so that it reads as if nothing had ever been suspended. One is {@link Stack#resumeFrames()},
 * through which an exception passes that leaves a resumed method. The other is a handler in woven
 * code that does more with the exception than drop it or throw it on ({@link Stack#caught}), in the
 * method that was resumed or below it. A completed trace has no loop in it, so this happens once
 * for each stack. It costs some microseconds for such an exception, and nothing for code that
 * throws none, or drops them. What an exception was wrapped around, and what it suppressed, is
 * completed with it: code that is not woven may have caught that. {@code -Dweft.traces=false}
 * leaves all of this out.
 *
 * <p>What must not happen is that an exception gets the callers of another stack than the one it
 * was thrown on: it may have been made anywhere and passed on. So the element above the loop must
 * be the very method that was resumed; else the trace stays as it is.
 *
 * <p>Nothing that goes wrong here replaces the exception itself. A handler may run where the
 * thread's stack is about to end: then its trace stays as it is, before any class is initialised.
 */
public final class StackTraces {
    private static final boolean ON = !"false".equals(System.getProperty("weft.traces"));
    private static final String RUNTIME = "dev.weft.";

    /** How many causes are looked at; a chain of them may be a circle. */
    private static final int CAUSES = 16;

    /** Knows the calling thread's fiber; null before there was one. */
    private static volatile Supplier<? extends Stack> fibers;

    private StackTraces() {}

    /**
     * Says who knows the fiber that the calling thread runs.
     *
     * @param current gives null on a thread that runs none
     */
    public static void fibers(Supplier<? extends Stack> current) {
        fibers = current;
    }

    /** The fiber that the calling thread runs; null when it runs none. */
    static Stack running() {
        Supplier<? extends Stack> current = fibers;
        return current == null ? null : current.get();
    }

    /** Initialises what completes traces, while there is room for it on the thread's stack. */
    static void prepare() {
        LogicalTrace.prepare();
    }

    /**
     * An exception has left a method that was resumed: adds its callers.
     *
     * @param thrown the exception
     * @param resumed the frame of that method, linked to its callers'
     */
    static void complete(Throwable thrown, Frame resumed) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            all(thrown, resumed, null);
        } catch (RuntimeException | Error e) {
            // no memory, or an exception with methods of its own that fail: it stays as it was
        }
    }

    /**
     * A woven method uses an exception: adds what the saved frames of its stack know.
     *
     * @param thrown the exception; anything else is ignored
     * @param stack the stack that the method runs on
     */
    static void caught(Object thrown, Stack stack) {
        if (!ON || !(thrown instanceof Throwable) || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            StackReserve.claimTwice();
            all((Throwable) thrown, null, stack);
        } catch (RuntimeException | Error e) {
            // as above
        }
    }

    /** Of the two the one that is not null says what is added. */
    private static void all(Throwable thrown, Frame resumed, Stack stack) {
        Throwable t = thrown;
        for (int i = 0; t != null && i < CAUSES; i++) {
            one(t, resumed, stack);
            for (Throwable suppressed : t.getSuppressed()) {
                one(suppressed, resumed, stack);
            }
            t = t.getCause();
        }
    }

    private static void one(Throwable thrown, Frame resumed, Stack stack) {
        if (thrown instanceof VirtualMachineError) {
            return; // may be the JVM's own object, of which there is but one
        }
        LogicalTrace trace = new LogicalTrace(thrown.getStackTrace());
        trace.addCallers(resumed);
        trace.addChain(stack);
        if (trace.isChanged()) {
            thrown.setStackTrace(trace.elements());
        }
    }

    /**
     * In place of {@link Thread#getStackTrace()} in woven code.
     *
     * @param thread any thread
     * @param stack the stack that the calling method runs on
     * @return as that method; the calling thread's as if nothing had been suspended
     */
    public static StackTraceElement[] of(Thread thread, Stack stack) {
        StackTraceElement[] seen = thread.getStackTrace();
        if (thread != Thread.currentThread() || seen.length < 2) {
            return seen;
        }
        StackTraceElement[] own = without(seen, 1);
        if (!ON) {
            return own;
        }
        LogicalTrace trace = new LogicalTrace(own);
        trace.addChain(stack);
        return trace.elements();
    }

    /**
     * In place of {@link Thread#dumpStack()} in woven code.
     *
     * @param stack the stack that the calling method runs on
     */
    public static void dump(Stack stack) {
        Exception here = new Exception("Stack trace");
        here.setStackTrace(without(here.getStackTrace(), 0));
        stack.caught(here);
        here.printStackTrace();
    }

    /** Without the element of this class. */
    private static StackTraceElement[] without(StackTraceElement[] seen, int index) {
        if (seen.length <= index) {
            return seen;
        }
        StackTraceElement[] own = Arrays.copyOf(seen, seen.length - 1);
        System.arraycopy(seen, index + 1, own, index, own.length - index);
        return own;
    }

    /**
     * An exception goes to a coroutine from the one that it had delegated to: adds its frames.
     *
     * @param thrown the exception
     * @param callers the frames of the coroutine that gets it, and of those that have delegated to
     *     that one, innermost first
     */
    public static void delegated(Throwable thrown, List<StackTraceElement> callers) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            LogicalTrace trace = new LogicalTrace(thrown.getStackTrace());
            if (!trace.hasDelegators(callers)) {
                trace.addDelegators(callers);
                if (trace.isChanged()) {
                    thrown.setStackTrace(trace.elements());
                }
            }
        } catch (RuntimeException | Error e) {
            // as above
        }
    }

    /**
     * An exception that the runtime has made to end a wait arrives where that wait was: it gets the
     * stack of who waited instead of the one of whoever ended the wait. One that others have made
     * keeps its own.
     *
     * @param thrown the exception, about to be thrown by the innermost saved frame
     * @param waiter the stack that waited; null for the calling thread
     */
    public static void arrive(Throwable thrown, Stack waiter) {
        if (!ON || thrown instanceof VirtualMachineError) {
            return;
        }
        try {
            StackTraceElement[] seen = thrown.getStackTrace();
            if (seen.length > 0 && seen[0].getClassName().startsWith(RUNTIME)) {
                thrown.setStackTrace(
                        waiter == null
                                ? without(new Throwable().getStackTrace(), 0)
                                : waiter.trace(LogicalTrace.LIMIT)
                                        .toArray(new StackTraceElement[0]));
            }
        } catch (RuntimeException | Error e) {
            // as above
        }
    }
}
