package dev.weft.channel;

import dev.weft.SuspendableCallable;
import dev.weft.woven.Frame;
import dev.weft.woven.FrameR2J0;
import dev.weft.woven.Resumer;
import dev.weft.woven.Stack;

/**
 * A fiber's body woven by hand, for tests that must not depend on the weaver: a loop around {@link
 * #step}, which makes at most one suspendable call and returns its result at once.
 */
public abstract class Steps implements SuspendableCallable<Object> {
    private static final Resumer RESUMER = Steps::resume;

    private boolean ended;
    private Object result;

    /** The primitive result of the call in the step before; valid when that call suspended. */
    protected long prim;

    /** Whether the call in the step before suspended: a primitive result is then in {@link #prim}. */
    protected boolean resumed;

    /**
     * Goes on.
     *
     * @param got what the call in the step before returned; null at first
     * @param stack for the one call
     * @return what that call returned
     */
    protected abstract Object step(Object got, Stack stack) throws Exception;

    /** Ends the body with a result. To be returned by {@link #step}. */
    protected final Object end(Object value) {
        ended = true;
        result = value;
        return null;
    }

    /** What a failed call threw: handle it and go on, or throw. */
    protected Object failed(Throwable thrown) throws Throwable {
        throw thrown;
    }

    @Override
    public final Object call() throws Exception {
        return call(Stack.PINNED);
    }

    @Override
    public final Object call(Stack stack) throws Exception {
        drive(stack, null);
        return result;
    }

    private void drive(Stack stack, Object first) throws Exception {
        Object got = first;
        while (!ended) {
            Object next;
            try {
                next = step(got, stack);
            } catch (Throwable thrown) {
                next = handle(thrown);
            }
            if (stack.suspending) {
                FrameR2J0 frame = new FrameR2J0(RESUMER, 1);
                frame.r0 = this;
                stack.push(frame);
                return;
            }
            resumed = false;
            got = next;
        }
    }

    private Object handle(Throwable thrown) throws Exception {
        try {
            return failed(thrown);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    private static void resume(Frame frame, Stack stack) throws Throwable {
        Steps self = (Steps) ((FrameR2J0) frame).r0;
        self.prim = stack.prim;
        self.resumed = true;
        Object got;
        try {
            stack.rethrow();
            got = stack.takeRef();
        } catch (Throwable thrown) {
            got = self.failed(thrown);
        }
        self.drive(stack, got);
        if (!stack.suspending) {
            stack.ref = self.result;
        }
    }
}
