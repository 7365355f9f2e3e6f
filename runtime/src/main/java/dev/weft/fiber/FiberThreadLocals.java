package dev.weft.fiber;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * {@code ThreadLocal}s whose values belong to the fiber instead of the thread that runs it: what
 * woven code calls in place of the methods of {@code ThreadLocal} where that was asked for. A fiber
 * begins without values; each first {@link #get} gives the initial one. On a plain thread these are
 * the methods of {@code ThreadLocal} themselves.
 *
 * <p>Code that is not woven sees the thread's value of the same {@code ThreadLocal}. Values are not
 * inherited, also not those of {@code InheritableThreadLocal}. Thread-safe.
 */
public final class FiberThreadLocals {
    private FiberThreadLocals() {}

    /**
     * The current fiber's value.
     *
     * @param local not null
     * @param <T> the type of the value
     * @return the value that was set, else the initial one
     */
    @SuppressWarnings("unchecked")
    public static <T> T get(ThreadLocal<T> local) {
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            return local.get();
        }
        Map<ThreadLocal<?>, Object> values = values(fiber);
        Object value = values.get(Objects.requireNonNull(local, "local"));
        if (value == null && !values.containsKey(local)) {
            value = initial(local);
            values.put(local, value);
        }
        return (T) value;
    }

    /**
     * Sets the current fiber's value.
     *
     * @param local not null
     * @param value may be null
     * @param <T> the type of the value
     */
    public static <T> void set(ThreadLocal<T> local, T value) {
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            local.set(value);
        } else {
            values(fiber).put(Objects.requireNonNull(local, "local"), value);
        }
    }

    /**
     * Forgets the current fiber's value; the next {@link #get} gives the initial one.
     *
     * @param local not null
     */
    public static void remove(ThreadLocal<?> local) {
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            local.remove();
        } else {
            values(fiber).remove(Objects.requireNonNull(local, "local"));
        }
    }

    /** {@code initialValue} is protected: has it called for the thread, whose value is put back. */
    private static <T> T initial(ThreadLocal<T> local) {
        T own = local.get();
        local.remove();
        T initial = local.get();
        local.set(own);
        return initial;
    }

    private static Map<ThreadLocal<?>, Object> values(Fiber<?> fiber) {
        Extras extras = fiber.extras();
        if (extras.threadLocals == null) {
            extras.threadLocals = new IdentityHashMap<>(4);
        }
        return extras.threadLocals;
    }
}
