package dev.weft.fiber;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Calls the protected methods of a {@link ThreadLocal}, {@code initialValue} and {@code
 * childValue}, which nobody but the JDK may call: those that the user's classes declare by
 * reflection. Where a class of the JDK's declares it, a helper thread, which has no values, asks
 * for its first one. Thread-safe.
 */
final class ThreadLocalHooks {
    private static final ClassValue<Hook> INITIAL = finder("initialValue");
    private static final ClassValue<Hook> CHILD = finder("childValue", Object.class);

    private ThreadLocalHooks() {}

    /** What {@link ThreadLocal#get} gives where no value has been set. */
    static Object initial(ThreadLocal<?> local) {
        if (local instanceof FiberThreadLocals.Supplied) {
            return ((FiberThreadLocals.Supplied<?>) local).initialValue();
        }
        Hook hook = INITIAL.get(local.getClass());
        if (hook.hidden) {
            return onHelper(local);
        }
        return hook.method == null ? null : invoke(hook.method, local);
    }

    /** What a new thread gets of its starter's value. */
    static Object child(ThreadLocal<?> local, Object value) {
        Method method = CHILD.get(local.getClass()).method;
        return method == null ? value : invoke(method, local, value);
    }

    /** The carrier's own value, if it has one, is not touched. */
    private static Object onHelper(ThreadLocal<?> local) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        BlockingThreads.execute(
                () -> {
                    try {
                        first.complete(local.get());
                    } catch (Throwable e) {
                        first.completeExceptionally(e);
                    } finally {
                        local.remove();
                    }
                });
        try {
            return first.join();
        } catch (CompletionException e) {
            throw Sneaky.raise(e.getCause());
        }
    }

    private static Object invoke(Method method, Object receiver, Object... args) {
        try {
            return method.invoke(receiver, args);
        } catch (InvocationTargetException e) {
            throw Sneaky.raise(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible before: " + method, e);
        }
    }

    private static ClassValue<Hook> finder(String name, Class<?>... parameters) {
        return new ClassValue<>() {
            @Override
            protected Hook computeValue(Class<?> type) {
                return find(type, name, parameters);
            }
        };
    }

    private static Hook find(Class<?> type, String name, Class<?>... parameters) {
        Class<?> c = type;
        while (c != ThreadLocal.class && c != InheritableThreadLocal.class) {
            try {
                Method method = c.getDeclaredMethod(name, parameters);
                boolean jdk = c.getClassLoader() == null;
                if (!jdk) {
                    method.setAccessible(true);
                }
                return new Hook(jdk ? null : method, jdk);
            } catch (NoSuchMethodException e) {
                c = c.getSuperclass();
            } catch (InaccessibleObjectException e) {
                return new Hook(null, true);
            }
        }
        return new Hook(null, false);
    }

    /** One of the two methods in one class. */
    private static final class Hook {
        /** Null when nobody overrides it, or when it can't be called. */
        final Method method;

        /** Whether it is overridden where it can't be called. */
        final boolean hidden;

        Hook(Method method, boolean hidden) {
            this.method = method;
            this.hidden = hidden;
        }
    }
}
