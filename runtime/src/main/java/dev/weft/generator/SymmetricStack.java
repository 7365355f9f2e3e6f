package dev.weft.generator;

import dev.weft.continuation.NestedStack;
import dev.weft.woven.Stack;

/** The stack of a symmetric coroutine's body. */
final class SymmetricStack<T> extends NestedStack {
    final SymmetricCoroutine<T> owner;
    private final SymmetricCoroutine.Body<T> body;

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

    int step(Stack driver) {
        return run(driver);
    }

    void switchAway(Stack current) {
        yieldTo(current);
    }
}
