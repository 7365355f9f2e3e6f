package dev.weft.continuation;

/**
 * Thrown at the point where a generator or coroutine is suspended when it is closed, so that its
 * {@code finally} blocks run. Python's {@code GeneratorExit} (PEP 342) and greenlet's {@code
 * GreenletExit} are the models: an {@link Error}, so that {@code catch (Exception e)} in a body
 * does not swallow it. It has no stack trace. A body should let it pass.
 */
public final class CoroutineExit extends Error {
    private static final long serialVersionUID = 1L;

    /** Makes one without a stack trace. */
    public CoroutineExit() {
        super("the coroutine is being closed", null, false, false);
    }
}
