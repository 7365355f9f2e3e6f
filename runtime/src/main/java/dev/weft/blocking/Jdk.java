package dev.weft.blocking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stand-ins ask about a receiver: whether it is the JDK's own, and so known to behave. */
final class Jdk {
    private static final ClassValue<Map<String, Boolean>> INHERITED =
            new ClassValue<>() {
                @Override
                protected Map<String, Boolean> computeValue(Class<?> type) {
                    return new ConcurrentHashMap<>();
                }
            };

    private Jdk() {}

    /** Whether the object's class is one of the JDK's core. */
    static boolean isOwn(Object o) {
        return o.getClass().getClassLoader() == null;
    }

    /**
     * Whether an attempt that does not wait may come before the call: not when that would throw for
     * an interrupt.
     */
    static boolean mayTry(Object o) {
        return isOwn(o) && !Thread.currentThread().isInterrupted();
    }

    /** Whether the object would run the JDK's own method of that name and parameters. */
    static boolean inherits(Object o, String name, Class<?>... parameters) {
        Class<?> type = o.getClass();
        if (type.getClassLoader() == null) {
            return true;
        }
        Map<String, Boolean> known = INHERITED.get(type);
        Boolean inherited = known.get(name);
        if (inherited == null) {
            inherited = find(type, name, parameters);
            known.put(name, inherited);
        }
        return inherited;
    }

    private static boolean find(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters).getDeclaringClass().getClassLoader() == null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
