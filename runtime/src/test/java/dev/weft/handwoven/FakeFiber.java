package dev.weft.handwoven;

import dev.weft.woven.Stack;

/** A stack at the bottom that can suspend, as a fiber's; resumed by the test. */
public final class FakeFiber extends Stack {
    private final Script body;
    private boolean started;

    /** Makes one; nothing runs yet. */
    public FakeFiber(Script body) {
        this.body = body;
    }

    /** Starts it or goes on with a value; true when it has ended. */
    public boolean resume(Object value) {
        ref = value;
        prim = value instanceof Number ? ((Number) value).longValue() : 0;
        if (started) {
            return proceed();
        }
        started = true;
        Object result = body.run(null, this);
        if (suspending) {
            settle(null);
            return false;
        }
        ref = result;
        return true;
    }

    /** Goes on with an exception. */
    public boolean fail(Throwable thrown) {
        failure = thrown;
        return proceed();
    }

    /** A leaf: waits for the test to resume the fiber at the root of {@code stack}. */
    public static Object await(Stack stack) {
        if (!stack.root().canSuspend()) {
            throw new IllegalStateException("would block");
        }
        stack.suspend();
        return null;
    }
}
