package dev.weft.blocking;

import dev.weft.fiber.Fiber;
import dev.weft.woven.StandIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Stand-ins for {@link ThreadLocal} in classes that the option {@code threads} names: in a fiber
 * the value is the fiber's, on a plain thread the thread's. Code that is not named sees the
 * carrier's value.
 */
public final class ThreadLocals {
    /**
     * What a plain thread has set of inheritable ones, for the fibers that it starts; the JDK's own
     * table can't be read.
     */
    private static final ThreadLocal<Map<ThreadLocal<?>, Object>> INHERITABLE =
            ThreadLocal.withInitial(WeakHashMap::new);

    private ThreadLocals() {}

    /** {@link ThreadLocal#get()}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static Object get(ThreadLocal<Object> local) {
        if (Fiber.current() == null) {
            return local.get();
        }
        Map<ThreadLocal<?>, Object> values = values();
        Object value = values.get(local);
        if (value == null && !values.containsKey(local)) {
            value = initial(local);
            values.put(local, value);
        }
        return value;
    }

    /** {@link ThreadLocal#set(Object)}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static void set(ThreadLocal<Object> local, Object value) {
        if (Fiber.current() != null) {
            values().put(local, value);
            return;
        }
        local.set(value);
        if (local instanceof InheritableThreadLocal) {
            INHERITABLE.get().put(local, value);
        }
    }

    /** {@link ThreadLocal#remove()}. */
    @StandIn(value = ThreadLocal.class, scope = StandIn.Scope.THREADS, mode = StandIn.Mode.REPLACES)
    public static void remove(ThreadLocal<Object> local) {
        if (Fiber.current() != null) {
            values().remove(local);
            return;
        }
        local.remove();
        if (local instanceof InheritableThreadLocal) {
            INHERITABLE.get().remove(local);
        }
    }

    /** {@link ThreadLocal#withInitial(Supplier)}: one whose first value can be asked for. */
    @StandIn(
            value = ThreadLocal.class,
            isStatic = true,
            scope = StandIn.Scope.THREADS,
            mode = StandIn.Mode.REPLACES)
    public static ThreadLocal<Object> withInitial(Supplier<Object> supplier) {
        return new Supplied(Objects.requireNonNull(supplier));
    }

    /** Gives a new thread what it inherits. */
    static void inherit(Thread parent, FiberThread child) {
        Map<ThreadLocal<?>, Object> values =
                parent instanceof FiberThread ? ((FiberThread) parent).locals : INHERITABLE.get();
        values.forEach(
                (local, value) -> {
                    if (local instanceof InheritableThreadLocal) {
                        child.locals.put(local, childValue(local, value));
                    }
                });
    }

    private static Map<ThreadLocal<?>, Object> values() {
        return ((FiberThread) FiberThread.current()).locals;
    }

    private static Object initial(ThreadLocal<?> local) {
        if (local instanceof Supplied) {
            return ((Supplied) local).supplier.get();
        }
        Method own = declared(local, "initialValue");
        if (own != null) {
            return invoke(own, local);
        }
        boolean plain =
                local.getClass() == ThreadLocal.class
                        || local.getClass() == InheritableThreadLocal.class;
        return plain ? null : onFreshThread(local);
    }

    private static Object childValue(ThreadLocal<?> local, Object value) {
        Method own = declared(local, "childValue", Object.class);
        return own == null ? value : invoke(own, local, value);
    }

    /** The method of a class of the user's that overrides one of the JDK's; null for none. */
    private static Method declared(Object object, String name, Class<?>... parameters) {
        for (Class<?> c = object.getClass();
                c.getClassLoader() != null && c != Object.class;
                c = c.getSuperclass()) {
            try {
                Method method = c.getDeclaredMethod(name, parameters);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }

    private static Object invoke(Method method, Object receiver, Object... args) {
        try {
            return method.invoke(receiver, args);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof RuntimeException) {
                throw (RuntimeException) thrown;
            }
            if (thrown instanceof Error) {
                throw (Error) thrown;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible before: " + method, e);
        }
    }

    /** For classes of the JDK's: a thread that has no values yet gives the first one. */
    private static Object onFreshThread(ThreadLocal<?> local) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        null,
                        () -> {
                            try {
                                first.complete(local.get());
                            } catch (Throwable e) {
                                first.completeExceptionally(e);
                            }
                        },
                        "weft-initial-value",
                        0,
                        false);
        thread.setDaemon(true);
        thread.start();
        return first.join();
    }

    private static final class Supplied extends ThreadLocal<Object> {
        private final Supplier<?> supplier;

        Supplied(Supplier<?> supplier) {
            this.supplier = supplier;
        }

        @Override
        protected Object initialValue() {
            return supplier.get();
        }
    }
}
