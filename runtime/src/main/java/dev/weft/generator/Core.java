package dev.weft.generator;

import dev.weft.continuation.CoroutineExit;
import dev.weft.continuation.Drive;
import dev.weft.continuation.NestedStack;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import dev.weft.woven.StackTraces;
import java.util.ArrayList;
import java.util.List;

/**
 * What generators and coroutines have in common: the stack of the body, the value that is being
 * yielded, and delegation.
 *
 * <p><b>Delegation in O(1) a value.</b> {@code yieldAll(inner)} could loop over {@code inner}; a
 * value n levels deep would then pass n loops. Instead a chain of delegating coroutines is resumed
 * at its inner end: the one that is driven from outside (the <em>top</em>) knows the {@link
 * #active} innermost one and runs it directly. Each delegated one knows its {@link #delegator};
 * when it ends, the top passes its result or exception on to that one's {@code yieldAll} and goes
 * on with it. So a delegation costs a few stores at its beginning and end and nothing for each
 * value. Only the active one needs to know the top, hence a chain is taken over in O(1) too. The
 * idea is the flattening of nested iterators of Jacobs, Meijer, Piessens and Schulte, "Iterators
 * Revisited" (FTfJP 2005), there for C#; a trampoline in the sense of PEP 342 plays the top.
 *
 * <p>Send, throw and close reach the innermost one first, as PEP 380 has it, since that is the one
 * that is resumed. During a close the signal is thrown into each delegator in turn, even if an
 * inner one swallowed it.
 *
 * <p>Not thread-safe: used by one thread or fiber at a time, handed over with safe publication.
 */
abstract class Core extends Slot implements Drive {
    static final int HAS_NEXT = 1;
    static final int NEXT = 2;
    static final int NEXT_PRIMITIVE = 3;
    static final int CLOSE = 4;
    static final int RESUME = 5;

    /** Had a value computed ahead when it was delegated to; on the innermost of the chain. */
    private boolean ahead;

    /** The body's result, once it has returned. */
    Object result;

    /** The innermost of the chain this one is the top of. */
    private Core active = this;

    /** The top of the chain; valid on the active one. */
    private Core top = this;

    /** Who delegated to this one; null at the top. */
    private Core delegator;

    /** The signal thrown by close; on the top, while it closes. */
    private CoroutineExit closing;

    @Override
    public final NestedStack running() {
        return active;
    }

    @Override
    public final List<StackTraceElement> driven() {
        return traces(active);
    }

    @Override
    protected final List<StackTraceElement> delegators() {
        return delegator == null ? List.of() : traces(delegator);
    }

    /** The frames of a core and of those that have delegated to it. */
    private static List<StackTraceElement> traces(Core innermost) {
        List<StackTraceElement> all = new ArrayList<>();
        for (Core c = innermost; c != null; c = c.delegator) {
            all.addAll(c.trace());
        }
        return all;
    }

    /** Resumes the innermost with its registers as they are, until a value, the end, or a wait. */
    @Override
    public final int advance(Stack driver) {
        Core a = active;
        while (!a.ahead) {
            int status = a.run(driver);
            if (status == HANDED_OVER) {
                a = active;
            } else if (status != DONE || a.delegator == null) {
                return status;
            } else {
                a = pop(a);
            }
        }
        a.ahead = false;
        return YIELDED;
    }

    /** The innermost has ended: its outcome goes to the one that delegated to it. */
    private Core pop(Core ended) {
        Core next = ended.delegator;
        ended.delegator = null;
        ended.state = FINISHED;
        ended.result = ended.takeRef();
        next.ref = ended.result;
        next.failure = ended.failure;
        ended.failure = null;
        if (next.failure != null) {
            StackTraces.delegated(next.failure, traces(next));
        }
        if (closing != null && next.failure == null) {
            next.failure = closing;
        }
        next.top = this;
        active = next;
        return next;
    }

    /**
     * The act of the delegating leaf: {@code inner} yields in this one's stead until it ends.
     *
     * @return true when suspended, false when {@code inner} had ended before
     */
    final boolean delegate(Core inner, Stack stack, String operation) {
        StackReserve.claim();
        requireReached(stack, operation);
        if (inner.state == FINISHED) {
            return false;
        }
        if (inner.state > READY) {
            throw inner.refusal();
        }
        Core innermost = inner.active;
        innermost.ahead = inner.state == READY;
        inner.state = DELEGATED;
        inner.delegator = this;
        innermost.top = top;
        top.active = innermost;
        handOver(stack);
        return true;
    }

    /** Runs to the next value. False: the end, or (the driver is suspending) a wait. */
    final boolean pull(int operation, Stack driver) {
        StackReserve.claim(); // else it might count as running for ever
        if (state > YIELDED_OWN) {
            return pullChain(operation, driver);
        }
        begin();
        if (!resumes(driver)) {
            return pulledOwn(operation, run(driver), driver);
        }
        if (resumeInnermost()) {
            state = YIELDED_OWN;
            return true;
        }
        return pulledOwn(operation, afterResume(), driver);
    }

    private boolean pulledOwn(int operation, int status, Stack driver) {
        if (status == YIELDED) {
            state = YIELDED_OWN;
            return true;
        }
        return pulled(operation, status == HANDED_OVER ? advance(driver) : status, driver);
    }

    private boolean pullChain(int operation, Stack driver) {
        if (state != CHAINED) {
            throw refusal();
        }
        begin();
        return pulled(operation, advance(driver), driver);
    }

    private boolean pulled(int operation, int status, Stack driver) {
        if (status == OUTER) {
            save(this, operation, driver);
            return false;
        }
        return yielded(status);
    }

    /** True after a yield; false after a return; throws what the body threw. */
    final boolean yielded(int status) {
        if (status == YIELDED) {
            suspended();
            return true;
        }
        state = FINISHED;
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            throw raise(thrown);
        }
        result = takeRef();
        return false;
    }

    /** At a yield, and no value has been computed ahead. */
    final void suspended() {
        state = active == this ? YIELDED_OWN : CHAINED;
    }

    /** Sends a value to the innermost. */
    final boolean send(Object sent, int operation, Stack driver) {
        if (state <= YIELDED_OWN) {
            ref = sent;
        } else if (state == CHAINED) {
            active.ref = sent;
        }
        return pull(operation, driver);
    }

    /** Throws into the innermost. */
    final boolean raiseIn(Throwable thrown, int operation, Stack driver) {
        StackReserve.claimTwice(); // else the next resume would throw it
        if (state <= CHAINED) {
            active.failure = thrown;
        }
        return pull(operation, driver);
    }

    /** What has been yielded, once. */
    final Object takeValue() {
        return state == YIELDED_OWN ? takeOwn() : active.takeOwn();
    }

    /** What has been yielded, as bits. */
    final long takeBits() {
        return state == YIELDED_OWN ? prim : active.prim;
    }

    /** Closes: see {@link AbstractGenerator#close()}. */
    final void close(Stack driver) {
        StackReserve.claim();
        if (state == FINISHED) {
            return;
        }
        if (state == NEW) {
            state = FINISHED;
            abandon();
            return;
        }
        if (state > READY) {
            throw refusal();
        }
        begin();
        active.ref = null;
        closing = new CoroutineExit();
        active.failure = closing;
        int status = advance(driver);
        if (status == OUTER) {
            save(this, CLOSE, driver);
        } else {
            closed(status);
        }
    }

    final void closed(int status) {
        CoroutineExit signal = closing;
        closing = null;
        if (status == YIELDED) {
            abandonChain();
            throw new IllegalStateException(
                    "the body yielded while it was being closed; it has been abandoned");
        }
        state = FINISHED;
        Throwable thrown = failure;
        failure = null;
        ref = null;
        if (thrown != null && thrown != signal) {
            throw raise(thrown);
        }
    }

    @Override
    public final void lost() {
        closing = null;
        abandonChain();
    }

    private void abandonChain() {
        for (Core c = active; c != null; ) {
            Core next = c.delegator;
            c.delegator = null;
            c.abandon();
            c.state = FINISHED;
            c = next;
        }
        active = this;
    }
}
