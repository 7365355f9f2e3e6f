package dev.weft.generator;

import dev.weft.continuation.NestedStack;
import dev.weft.woven.Stack;

/** The stack of a symmetric coroutine's body. */
final class SymmetricStack<T> extends NestedStack {
    final SymmetricCoroutine<T> owner;
    private final SymmetricCoroutine.Body<T> body;

    /** The innermost frame has been run by {@link #switchesAgain}. */
    private boolean begun;

    SymmetricStack(SymmetricCoroutine<T> owner, SymmetricCoroutine.Body<T> body) {
        this.owner = owner;
        this.body = body;
    }

    /** The innermost one that {@code stack} belongs to; null outside. */
    static SymmetricStack<?> of(Stack stack) {
        Stack s = stack;
        while (s instanceof NestedStack && !(s instanceof SymmetricStack)) {
            s = below((NestedStack) s);
        }
        return s instanceof SymmetricStack ? (SymmetricStack<?>) s : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected void enter() {
        T first = (T) takeRef();
        ref = body.run(first, this);
    }

    boolean entered() {
        return started();
    }

    /**
     * What it is to get. References are stored only where they differ: each store has a barrier.
     */
    void hand(Object sent, Throwable thrown) {
        if (ref != sent) {
            ref = sent;
        }
        if (failure != thrown) {
            failure = thrown;
        }
    }

    /**
     * Goes on, if it was driven by this driver before, and tells whether it has switched away where
     * it was resumed. Else {@link #rest} must follow.
     */
    boolean switchesAgain(Stack driver) {
        begun = resumes(driver);
        return begun && resumeInnermost();
    }

    /** As {@link #run}, behind {@link #switchesAgain}. */
    int rest(Stack driver) {
        return begun ? afterResume() : run(driver);
    }

    /** What it waits for is not waited for any more. */
    void lost() {
        abandon();
        owner.die();
    }

    void switchAway(Stack current) {
        if (current == this) {
            yieldOwn(current);
        } else {
            yieldTo(current);
        }
    }
}
