package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;

/**
 * What a coroutine's body uses to yield. Bound to one coroutine; only its running body, or a
 * coroutine that the body drives, may use it.
 *
 * @param <I> what the coroutine is resumed with
 * @param <O> what it yields and returns
 */
public final class CoroutineContext<I, O> {
    private final Coroutine.BodyCore<I, O> core;

    CoroutineContext(Coroutine.BodyCore<I, O> core) {
        this.core = core;
    }

    /**
     * Yields a value and waits for the next resume.
     *
     * @param value what {@link Coroutine#resume} returns; may be null
     * @return what the coroutine is resumed with
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     * @throws dev.weft.continuation.CoroutineExit when the coroutine is being closed
     * @throws IllegalStateException when this coroutine's body is not what runs
     */
    @Suspendable
    public I yield(O value) {
        return this.yield(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yield(Object)}, called by woven code.
     *
     * @param value may be null
     * @param stack the caller's stack
     * @return null, while suspending
     */
    public I yield(O value, Stack stack) {
        Slot.yieldRef(core, value, stack);
        return null;
    }

    /**
     * What woven code calls where it would box an int for {@link #yield(Object)}.
     *
     * @param value {@link Coroutine#resume} returns an Integer of it
     * @param stack the caller's stack
     * @return null, while suspending
     */
    public I yieldInt(int value, Stack stack) {
        Slot.yieldInt(core, value, stack);
        return null;
    }

    /**
     * Lets another coroutine act in this one's stead until it is done: values, exceptions and
     * closes go to it (PEP 380's {@code yield from}), in O(1) however deeply coroutines delegate. A
     * new one is started with null.
     *
     * @param inner not running; not null
     * @return what {@code inner} returns
     * @throws IllegalStateException when {@code inner} runs or is delegated to already
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     */
    @Suspendable
    public O delegate(Coroutine<I, O> inner) {
        return delegate(inner, (I) null, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #delegate(Coroutine)}, called by woven code.
     *
     * @param inner not running; not null
     * @param stack the caller's stack
     * @return what {@code inner} returned if it was done already; null while suspending
     */
    public O delegate(Coroutine<I, O> inner, Stack stack) {
        return delegate(inner, null, stack);
    }

    /**
     * As {@link #delegate(Coroutine)}, with a value to start or resume the inner one with.
     *
     * @param inner not running; not null
     * @param first the value; may be null
     * @return what {@code inner} returns
     */
    @Suspendable
    public O delegateWith(Coroutine<I, O> inner, I first) {
        return delegate(inner, first, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #delegateWith(Coroutine, Object)}, called by woven code.
     *
     * @param inner not running; not null
     * @param first the value; may be null
     * @param stack the caller's stack
     * @return what {@code inner} returned if it was done already; null while suspending
     */
    public O delegateWith(Coroutine<I, O> inner, I first, Stack stack) {
        return delegate(inner, first, stack);
    }

    private O delegate(Coroutine<I, O> inner, I first, Stack stack) {
        if (!core.delegate(inner.core, stack, "delegate")) {
            return inner.result();
        }
        inner.core.running().ref = first;
        return null;
    }
}
