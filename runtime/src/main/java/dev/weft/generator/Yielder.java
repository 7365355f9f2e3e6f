package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import java.util.Iterator;
import java.util.Objects;

/**
 * Hands values from a generator's body to whoever iterates. It may be passed to suspendable
 * methods, so a recursive walk is a recursive method. Bound to one generator; only its running
 * body, or a coroutine that the body drives, may use it.
 *
 * @param <T> the values
 */
public final class Yielder<T> {
    private final GeneratorCore core;

    Yielder(GeneratorCore core) {
        this.core = core;
    }

    /**
     * Yields a value and waits until the next one is asked for.
     *
     * @param value may be null
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     * @throws dev.weft.continuation.CoroutineExit when the generator is being closed
     * @throws IllegalStateException when this generator's body is not what runs
     */
    @Suspendable
    public void yield(T value) {
        this.yield(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yield(Object)}, called by woven code.
     *
     * @param value may be null
     * @param stack the caller's stack
     */
    public void yield(T value, Stack stack) {
        if (value instanceof Integer) {
            Slot.yieldInt(core, (Integer) value, stack);
        } else {
            Slot.yieldRef(core, value, stack);
        }
    }

    /**
     * What woven code calls where it would box an int for {@link #yield(Object)}.
     *
     * @param value {@code next} gives an Integer of it
     * @param stack the caller's stack
     */
    public void yieldInt(int value, Stack stack) {
        Slot.yieldInt(core, value, stack);
    }

    /**
     * Yields all values of another generator, which then belongs to this one: O(1) a value however
     * deeply generators delegate. A close reaches the inner one first.
     *
     * @param inner not running; not null
     * @throws IllegalStateException when {@code inner} runs or is delegated to already
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     */
    @Suspendable
    public void yieldAll(Generator<? extends T> inner) {
        yieldAll(inner, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yieldAll(Generator)}, called by woven code.
     *
     * @param inner not running; not null
     * @param stack the caller's stack
     */
    public void yieldAll(Generator<? extends T> inner, Stack stack) {
        core.delegate(inner.core, stack, "yieldAll");
    }

    /**
     * As {@link #yieldAll(Generator)}; gives the inner generator's result.
     *
     * @param inner not running; not null
     * @return what {@code inner}'s body returns
     * @param <R> the result
     */
    @Suspendable
    public <R> R yieldAll(ResultGenerator<? extends T, R> inner) {
        return yieldAll(inner, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yieldAll(ResultGenerator)}, called by woven code.
     *
     * @param inner not running; not null
     * @param stack the caller's stack
     * @return the result; null while suspending
     * @param <R> the result
     */
    public <R> R yieldAll(ResultGenerator<? extends T, R> inner, Stack stack) {
        return core.delegate(inner.core, stack, "yieldAll") ? null : inner.result();
    }

    /**
     * Yields all elements; its iterator runs pinned.
     *
     * @param elements not null
     * @throws dev.weft.continuation.PinnedException when a caller is not woven
     */
    @Suspendable
    public void yieldAll(Iterable<? extends T> elements) {
        yieldAll(elements, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #yieldAll(Iterable)}, called by woven code.
     *
     * @param elements not null
     * @param stack the caller's stack
     */
    public void yieldAll(Iterable<? extends T> elements, Stack stack) {
        Iterator<? extends T> source = Objects.requireNonNull(elements, "elements").iterator();
        Generator<? extends T> inner =
                source instanceof Generator
                        ? (Generator<? extends T>) source
                        : Generator.<T>from(source);
        core.delegate(inner.core, stack, "yieldAll");
    }
}
