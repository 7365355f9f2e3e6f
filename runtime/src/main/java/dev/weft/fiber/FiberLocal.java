package dev.weft.fiber;

import dev.weft.woven.StackReserve;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A variable of which each fiber has its own, as {@link ThreadLocal}; on a plain thread it is the
 * thread's. The values go with their fiber. A fiber that never sets one pays nothing.
 *
 * <p>Thread-safe; each value is seen by its own fiber only.
 *
 * @param <T> the type of the value
 */
public final class FiberLocal<T> {
    /** Whether an inheriting one exists; until then spawning needs not look. */
    private static volatile boolean inheriting;

    private final Supplier<? extends T> initial;
    private final UnaryOperator<T> inherit;
    private final ThreadLocal<T> ofThread;

    private FiberLocal(Supplier<? extends T> initial, UnaryOperator<T> inherit) {
        this.initial = Objects.requireNonNull(initial, "initial");
        this.inherit = inherit;
        this.ofThread = ThreadLocal.withInitial(initial);
    }

    /**
     * Makes a variable that each fiber begins anew.
     *
     * @param initial gives the first value on the first {@link #get()}; may give null
     * @param <T> the type of the value
     * @return a variable
     */
    public static <T> FiberLocal<T> withInitial(Supplier<? extends T> initial) {
        return new FiberLocal<>(initial, null);
    }

    /**
     * Makes a variable whose value a new fiber takes from the fiber that starts it.
     *
     * @param initial gives the first value where there is none to inherit
     * @param inherit makes the new fiber's value from its starter's, in the starter; not null
     * @param <T> the type of the value
     * @return a variable
     */
    public static <T> FiberLocal<T> inheriting(
            Supplier<? extends T> initial, UnaryOperator<T> inherit) {
        Objects.requireNonNull(inherit, "inherit");
        inheriting = true;
        return new FiberLocal<>(initial, inherit);
    }

    /**
     * As {@link #inheriting(Supplier, UnaryOperator)}: the very value is handed on.
     *
     * @param initial gives the first value where there is none to inherit
     * @param <T> the type of the value
     * @return a variable
     */
    public static <T> FiberLocal<T> inheriting(Supplier<? extends T> initial) {
        return inheriting(initial, UnaryOperator.identity());
    }

    /**
     * The value of the current fiber, or thread outside of one.
     *
     * @return the value; may be null
     */
    @SuppressWarnings("unchecked")
    public T get() {
        StackReserve.claim();
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return ofThread.get();
        }
        Map<FiberLocal<?>, Object> values = values(fiber);
        if (!values.containsKey(this)) {
            values.put(this, initial.get());
        }
        return (T) values.get(this);
    }

    /**
     * Sets the value of the current fiber, or thread outside of one.
     *
     * @param value may be null
     */
    public void set(T value) {
        StackReserve.claim();
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            ofThread.set(value);
        } else {
            values(fiber).put(this, value);
        }
    }

    /** Forgets the value: the next {@link #get()} begins anew. */
    public void remove() {
        StackReserve.claim();
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            ofThread.remove();
        } else {
            values(fiber).remove(this);
        }
    }

    /** Gives a new fiber what it inherits from the current one. Before it is queued. */
    static void inherit(Fiber<?> child) {
        FiberThreadLocals.inherit(child);
        inheritLocals(child);
    }

    /** As {@link #inherit}, but for thread locals. */
    static void inheritLocals(Fiber<?> child) {
        Traits.inherit(child);
        Fiber<?> parent = inheriting ? Fiber.current() : null;
        Extras extras = parent == null ? null : parent.extrasOrNull();
        if (extras != null && extras.locals != null) {
            extras.locals.forEach((local, value) -> local.pass(value, child));
        }
    }

    @SuppressWarnings("unchecked")
    private void pass(Object value, Fiber<?> child) {
        if (inherit != null) {
            values(child).put(this, inherit.apply((T) value));
        }
    }

    private static Map<FiberLocal<?>, Object> values(Fiber<?> fiber) {
        Extras extras = fiber.extras();
        if (extras.locals == null) {
            extras.locals = new IdentityHashMap<>(4);
        }
        return extras.locals;
    }
}
