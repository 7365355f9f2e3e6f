package dev.weft.generator;

import dev.weft.continuation.NestedStack;

/** The stack of a body that yields, and which stage of its life it is at. */
abstract class Staged extends NestedStack {
    /** Not entered. */
    static final int NEW = 0;

    /** At a yield of its own. */
    static final int YIELDED_OWN = 1;

    /** At a delegation: the innermost of the chain is at a yield. */
    static final int CHAINED = 2;

    /** As one of the two before, and hasNext has computed a value that has not been taken. */
    static final int READY = 3;

    /** Runs, or waits for something outside. */
    static final int RUNNING = 4;

    /** Belongs to another one's chain. */
    static final int DELEGATED = 5;

    /** Has returned, thrown or been closed. */
    static final int FINISHED = 6;

    private static final CoroutineState[] STATES = {
        CoroutineState.NEW,
        CoroutineState.SUSPENDED,
        CoroutineState.SUSPENDED,
        CoroutineState.SUSPENDED,
        CoroutineState.RUNNING,
        CoroutineState.DELEGATED,
        CoroutineState.DONE
    };

    /** Stage of life, as seen by who would drive this one: {@link #NEW} and so on. */
    int state;

    /** The thread that drives or drove this one last, for messages. */
    private Thread runner;

    /** Says that it runs now. */
    final void begin() {
        Thread thread = Thread.currentThread();
        if (runner != thread) {
            runner = thread;
        }
        state = RUNNING;
    }

    /** Why this one can't be resumed now. */
    RuntimeException refusal() {
        if (state == FINISHED) {
            return new IllegalStateException("the coroutine has finished");
        }
        if (state == DELEGATED) {
            return new IllegalStateException(
                    "another coroutine delegates to this one and alone may resume it");
        }
        return new IllegalStateException(
                runner == Thread.currentThread()
                        ? "already running: resumed from within its own body, or its fiber waits"
                        : "already running: resumed by thread " + runner.getName());
    }

    final CoroutineState state() {
        return STATES[state];
    }
}
