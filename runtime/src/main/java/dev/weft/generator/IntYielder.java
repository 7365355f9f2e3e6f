package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;

/** Hands ints from a generator's body to whoever iterates; see {@link Yielder}. */
public final class IntYielder {
    private final GeneratorCore core;

    IntYielder(GeneratorCore core) {
        this.core = core;
    }

    /**
     * Yields a value and waits until the next one is asked for.
     *
     * @param value the value
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     * @throws dev.weft.continuation.CoroutineExit when the generator is being closed
     * @throws IllegalStateException when this generator's body is not what runs
     */
    @Suspendable
    public void yield(int value) {
        this.yield(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yield(int)}, called by woven code.
     *
     * @param value the value
     * @param stack the caller's stack
     */
    public void yield(int value, Stack stack) {
        Slot.yieldBits(core, value, stack);
    }

    /**
     * Yields all values of another generator, which then belongs to this one: O(1) a value however
     * deeply generators delegate.
     *
     * @param inner not running; not null
     * @throws IllegalStateException when {@code inner} runs or is delegated to already
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     */
    @Suspendable
    public void yieldAll(IntGenerator inner) {
        yieldAll(inner, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yieldAll(IntGenerator)}, called by woven code.
     *
     * @param inner not running; not null
     * @param stack the caller's stack
     */
    public void yieldAll(IntGenerator inner, Stack stack) {
        core.delegate(inner.core, stack, "yieldAll");
    }
}
