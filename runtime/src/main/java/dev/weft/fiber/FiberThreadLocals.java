package dev.weft.fiber;

import dev.weft.SuspendableRunnable;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * {@code ThreadLocal}s whose values belong to the fiber instead of the thread that runs it: what
 * woven code calls in place of the methods of {@code ThreadLocal} in classes that the option {@code
 * threads} names, and what anybody may call. Both see the same values. A fiber begins without
 * values, but for those of {@link InheritableThreadLocal}s, which it takes from the fiber or thread
 * that starts it; each first {@link #get} gives the initial one. On a plain thread these are the
 * methods of {@code ThreadLocal} themselves.
 *
 * <p>Code that is not woven so sees the thread's value of the same {@code ThreadLocal}. Of a plain
 * thread's inheritable values a fiber takes those that were set here: the JDK's table can't be
 * read.
 *
 * <p>Thread-safe; each value is seen by its own fiber only.
 */
public final class FiberThreadLocals {
    /** What a plain thread has set of inheritable ones. */
    private static final ThreadLocal<Map<ThreadLocal<?>, Object>> OF_THREAD =
            ThreadLocal.withInitial(WeakHashMap::new);

    /** Whether an inheritable one has been set; until then starting a fiber needs not look. */
    private static volatile boolean inheriting;

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
        Extras extras = fiber.extras();
        Map<ThreadLocal<?>, Object> values = extras.threadLocals;
        Objects.requireNonNull(local, "local");
        Object value = values == null ? null : values.get(local);
        if (value == null && (values == null || !values.containsKey(local))) {
            value = ThreadLocalHooks.initial(local);
            put(extras, local, value);
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
        Objects.requireNonNull(local, "local");
        Fiber<?> fiber = Fiber.current();
        if (fiber != null) {
            put(fiber.extras(), local, value);
            return;
        }
        local.set(value);
        if (local instanceof InheritableThreadLocal) {
            inheriting = true;
            OF_THREAD.get().put(local, value);
        }
    }

    /**
     * Forgets the current fiber's value; the next {@link #get} gives the initial one.
     *
     * @param local not null
     */
    public static void remove(ThreadLocal<?> local) {
        Objects.requireNonNull(local, "local");
        Fiber<?> fiber = Fiber.current();
        if (fiber != null) {
            Map<ThreadLocal<?>, Object> values = fiber.extras().threadLocals;
            if (values != null) {
                values.remove(local);
            }
            return;
        }
        local.remove();
        if (local instanceof InheritableThreadLocal) {
            OF_THREAD.get().remove(local);
        }
    }

    /**
     * As {@link ThreadLocal#withInitial}, but a fiber's first value is computed in the fiber itself
     * instead of on a helper thread.
     *
     * @param initial gives the first value; may give null
     * @param <T> the type of the value
     * @return a thread local
     */
    public static <T> ThreadLocal<T> withInitial(Supplier<? extends T> initial) {
        return new Supplied<>(Objects.requireNonNull(initial));
    }

    /**
     * What a fiber or thread would inherit that the caller started now.
     *
     * @return new values of {@link InheritableThreadLocal}s; null for none
     */
    public static Map<ThreadLocal<?>, Object> inheritable() {
        if (!inheriting) {
            return null;
        }
        Fiber<?> parent = Fiber.current();
        Extras extras = parent == null ? null : parent.extrasOrNull();
        Map<ThreadLocal<?>, Object> from =
                parent == null ? OF_THREAD.get() : extras == null ? null : extras.threadLocals;
        if (from == null || from.isEmpty()) {
            return null;
        }
        Map<ThreadLocal<?>, Object> values = new IdentityHashMap<>(4);
        from.forEach(
                (local, value) -> {
                    if (local instanceof InheritableThreadLocal) {
                        values.put(local, ThreadLocalHooks.child(local, value));
                    }
                });
        return values.isEmpty() ? null : values;
    }

    /**
     * As {@link Weft#go(SuspendableRunnable)}, with what was inherited earlier: a thread inherits
     * when it is made, not when it is started.
     *
     * @param body not null
     * @param inherited of {@link #inheritable()}; the new fiber's own from now on; null for none
     * @return the fiber
     */
    public static Fiber<Void> go(SuspendableRunnable body, Map<ThreadLocal<?>, Object> inherited) {
        Fiber<Void> fiber =
                new Fiber<>(Weft.currentScheduler(), Objects.requireNonNull(body, "body"));
        FiberLocal.inheritLocals(fiber);
        if (inherited != null) {
            fiber.extras().threadLocals = inherited;
        }
        fiber.scheduler.submit(fiber);
        return fiber;
    }

    /** Gives a new fiber what it inherits from its starter. Before it is queued. */
    static void inherit(Fiber<?> child) {
        Map<ThreadLocal<?>, Object> values = inheritable();
        if (values != null) {
            child.extras().threadLocals = values;
        }
    }

    private static void put(Extras extras, ThreadLocal<?> local, Object value) {
        if (extras.threadLocals == null) {
            extras.threadLocals = new IdentityHashMap<>(4);
        }
        extras.threadLocals.put(local, value);
        if (local instanceof InheritableThreadLocal) {
            inheriting = true;
        }
    }

    /** One whose first value can be asked for. */
    static final class Supplied<T> extends ThreadLocal<T> {
        private final Supplier<? extends T> supplier;

        Supplied(Supplier<? extends T> supplier) {
            this.supplier = supplier;
        }

        @Override
        protected T initialValue() {
            return supplier.get();
        }
    }
}
