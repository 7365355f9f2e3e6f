package dev.weft.continuation;

import dev.weft.woven.Stack;
import java.util.List;

/**
 * A running operation of something that drives a {@link NestedStack}: what must go on when the
 * stack below, which had to suspend because the nested one waits for something outside, is resumed.
 *
 * <p>For the runtime's own kinds of coroutine; not thread-safe.
 */
public interface Drive {
    /**
     * The nested stack that was suspended.
     *
     * @return the innermost one this object drives; its registers get the outcome of the wait
     */
    NestedStack running();

    /**
     * The logical stack of what is driven, while it is suspended.
     *
     * @return innermost first
     */
    List<StackTraceElement> driven();

    /**
     * Runs {@link #running()} until the operation is over or waits once more.
     *
     * @param driver the stack below
     * @return {@link NestedStack#YIELDED}, {@link NestedStack#DONE} or {@link NestedStack#OUTER}
     */
    int advance(Stack driver);

    /**
     * Ends the operation: its result into the driver's registers.
     *
     * @param operation which one, as given to {@link NestedStack#save}
     * @param status what {@link #advance} returned; not {@code OUTER}
     * @param driver the stack below
     * @throws Throwable the operation's failure
     */
    void finish(int operation, int status, Stack driver) throws Throwable;

    /**
     * The operation will not go on, because the stack below could not be suspended. What waits in
     * {@link #running()} is not waited for any more; it has ended, without its finally blocks. Must
     * not throw.
     */
    void lost();
}
