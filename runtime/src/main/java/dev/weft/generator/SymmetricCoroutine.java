package dev.weft.generator;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StackReserve;
import java.util.Objects;

/**
 * A coroutine that switches to any other one, as greenlet's do in Python: no caller and no callee.
 * Each has a parent, which gets control when the body returns (with its result) or throws (the
 * exception is thrown there, except for a {@link dev.weft.continuation.CoroutineExit}, which is
 * passed as a value). The code outside of all coroutines is the <em>main</em> one of its thread or
 * fiber.
 *
 * <p>A switch to a dead coroutine goes to its nearest living ancestor. The first switch to a new
 * one enters its body with the value as its argument.
 *
 * <p>Confined to the thread or fiber whose code first switched to it; use from another one is an
 * error. Abandoned ones are garbage; their {@code finally} blocks do not run. To end one, throw a
 * {@code CoroutineExit} into it.
 *
 * @param <T> the values that are passed
 */
public final class SymmetricCoroutine<T> {
    /** Null for main. */
    final SymmetricStack<T> stack;

    private Hub hub;
    private SymmetricCoroutine<?> parent;
    private boolean dead;

    /** A main coroutine. */
    SymmetricCoroutine(Hub hub) {
        stack = null;
        this.hub = hub;
    }

    private SymmetricCoroutine(Body<T> body, SymmetricCoroutine<?> parent) {
        stack = new SymmetricStack<>(this, Objects.requireNonNull(body, "body"));
        this.parent = parent;
    }

    /**
     * Makes a coroutine; the body does not run yet. Its parent is the current coroutine when woven
     * code calls this, else the main one of who first switches to it.
     *
     * @param body not null
     * @return a new coroutine
     * @param <T> the values that are passed
     */
    @Suspendable
    public static <T> SymmetricCoroutine<T> of(Body<T> body) {
        return new SymmetricCoroutine<>(body, null);
    }

    /**
     * The form of {@link #of(Body)} that woven code calls. Does not suspend.
     *
     * @param body not null
     * @param stack the caller's stack
     * @return a new coroutine
     * @param <T> the values that are passed
     */
    public static <T> SymmetricCoroutine<T> of(Body<T> body, Stack stack) {
        return new SymmetricCoroutine<>(body, stack.canSuspend() ? current(stack) : null);
    }

    /**
     * Makes a coroutine with a parent.
     *
     * @param body not null
     * @param parent gets control when the body ends; not null
     * @return a new coroutine
     * @param <T> the values that are passed
     */
    public static <T> SymmetricCoroutine<T> childOf(SymmetricCoroutine<?> parent, Body<T> body) {
        return new SymmetricCoroutine<>(body, Objects.requireNonNull(parent, "parent"));
    }

    /**
     * The coroutine that runs on this thread, or (called by woven code) on this fiber.
     *
     * @return the main one outside of all others; never null
     * @param <T> the values that are passed; not checked
     */
    @Suspendable
    public static <T> SymmetricCoroutine<T> current() {
        return current(Stack.PINNED);
    }

    /**
     * The form of {@link #current()} that woven code calls. Does not suspend.
     *
     * @param stack the caller's stack
     * @return never null
     * @param <T> the values that are passed; not checked
     */
    @SuppressWarnings("unchecked")
    public static <T> SymmetricCoroutine<T> current(Stack stack) {
        return (SymmetricCoroutine<T>) Hub.of(stack, SymmetricStack.of(stack)).current;
    }

    /**
     * Sets who is told of the switches of this thread, or (called by woven code) of this fiber.
     *
     * @param tracer null for nobody
     * @return the one before; null for nobody
     */
    @Suspendable
    public static SwitchTracer trace(SwitchTracer tracer) {
        return trace(tracer, Stack.PINNED);
    }

    /**
     * The form of {@link #trace(SwitchTracer)} that woven code calls. Does not suspend.
     *
     * @param tracer null for nobody
     * @param stack the caller's stack
     * @return the one before; null for nobody
     */
    public static SwitchTracer trace(SwitchTracer tracer, Stack stack) {
        Hub hub = Hub.of(stack, SymmetricStack.of(stack));
        SwitchTracer before = hub.tracer;
        hub.tracer = tracer;
        return before;
    }

    /**
     * Passes control and a value to this coroutine.
     *
     * @param value the body's argument at the start, then the result of the call by which this one
     *     switched away; may be null
     * @return what is passed to the caller when somebody switches back to it
     * @throws IllegalStateException when this one belongs to another thread or fiber
     * @throws dev.weft.continuation.PinnedException when the caller runs in a coroutine but can't
     *     suspend
     */
    @Suspendable
    public T switchTo(T value) {
        return switchTo(value, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #switchTo(Object)}, called by woven code.
     *
     * @param value may be null
     * @param stack the caller's stack
     * @return as {@link #switchTo(Object)}; null while {@code stack} is suspending
     */
    public T switchTo(T value, Stack stack) {
        return transfer(value, null, stack);
    }

    /**
     * Passes control to this coroutine with an exception, thrown where it switched away. A new one
     * dies of it at once, and it goes to the parent.
     *
     * @param thrown not null
     * @return as {@link #switchTo(Object)}
     * @throws IllegalStateException when this one belongs to another thread or fiber
     */
    @Suspendable
    public T throwIn(Throwable thrown) {
        return throwIn(thrown, Stack.PINNED);
    }

    /**
     * The suspendable form of {@link #throwIn(Throwable)}, called by woven code.
     *
     * @param thrown not null
     * @param stack the caller's stack
     * @return as {@link #switchTo(Object)}; null while {@code stack} is suspending
     */
    public T throwIn(Throwable thrown, Stack stack) {
        return transfer(null, Objects.requireNonNull(thrown, "thrown"), stack);
    }

    @SuppressWarnings("unchecked")
    private T transfer(Object value, Throwable thrown, Stack stack) {
        StackReserve.claim();
        SymmetricStack<?> here = SymmetricStack.of(stack);
        return (T) Hub.of(stack, here).transfer(this, value, thrown, here, stack);
    }

    /**
     * Who gets control when the body ends.
     *
     * @return null for a main coroutine, and before the first switch when none was given
     */
    public SymmetricCoroutine<?> parent() {
        return parent;
    }

    /**
     * Changes who gets control when the body ends.
     *
     * @param newParent not null; of the same thread or fiber
     * @throws IllegalArgumentException when this one would be its own ancestor
     * @throws IllegalStateException for a main coroutine, or a parent of another thread or fiber
     */
    public void setParent(SymmetricCoroutine<?> newParent) {
        Objects.requireNonNull(newParent, "newParent");
        if (stack == null) {
            throw new IllegalStateException("a main coroutine has no parent");
        }
        for (SymmetricCoroutine<?> c = newParent; c != null; c = c.parent) {
            if (c == this) {
                throw new IllegalArgumentException("a coroutine can't be its own ancestor");
            }
        }
        if (hub != null) {
            newParent.bind(hub);
        }
        parent = newParent;
    }

    /**
     * Whether the body has ended.
     *
     * @return true for ever once it has
     */
    public boolean isDead() {
        return dead;
    }

    /**
     * Whether it has been entered and has not ended.
     *
     * @return always true for a main coroutine
     */
    public boolean isActive() {
        return stack == null || (stack.entered() && !dead);
    }

    /** Belongs to {@code owner} from now on, with its ancestors. */
    SymmetricCoroutine<T> bind(Hub owner) {
        if (hub == owner) {
            return this;
        }
        if (hub != null) {
            throw new IllegalStateException(this + " belongs to another thread or fiber");
        }
        if (parent == null) {
            parent = owner.main;
        } else {
            parent.bind(owner);
        }
        hub = owner;
        return this;
    }

    Hub hub() {
        return hub;
    }

    void die() {
        dead = true;
    }

    /** This one, or its nearest ancestor that is not dead. */
    SymmetricCoroutine<?> alive() {
        SymmetricCoroutine<?> c = this;
        while (c.dead) {
            c = c.parent;
        }
        return c;
    }

    @Override
    public String toString() {
        String kind = stack == null ? "main" : dead ? "dead" : stack.entered() ? "active" : "new";
        return "SymmetricCoroutine[" + kind + "]@" + Integer.toHexString(hashCode());
    }

    /**
     * A symmetric coroutine's code.
     *
     * @param <T> the values that are passed
     */
    @FunctionalInterface
    @Suspendable
    public interface Body<T> {
        /**
         * Runs.
         *
         * @param first what the first switch passed
         * @return what the parent gets
         */
        T run(T first);

        /**
         * The suspendable form of {@link #run(Object)}; woven bodies have their own.
         *
         * @param first what the first switch passed
         * @param stack the coroutine's stack
         * @return what the parent gets
         */
        default T run(T first, Stack stack) {
            return run(first);
        }
    }
}
