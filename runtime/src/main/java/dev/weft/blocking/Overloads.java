package dev.weft.blocking;

import dev.weft.woven.Stack;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The woven overloads of one class's methods, found by reflection. Thread-safe. */
final class Overloads {
    private final Class<?> type;
    private final Map<Method, Optional<Method>> known = new ConcurrentHashMap<>();

    Overloads(Class<?> type) {
        this.type = type;
    }

    /** The overload with the hidden parameter; null when there is none. */
    Method of(Method method) {
        if (type.getClassLoader() == null) {
            return null;
        }
        return known.computeIfAbsent(method, this::find).orElse(null);
    }

    /**
     * The method itself, or an accessible copy where the caller may be allowed what this class
     * isn't.
     */
    @SuppressWarnings(
            "deprecation") // isAccessible says what setAccessible did; canAccess asks for the
    // caller
    static Method accessible(Method method) {
        Class<?> type = method.getDeclaringClass();
        if (method.isAccessible() || type.getClassLoader() == null) {
            return method;
        }
        try {
            Method copy = type.getDeclaredMethod(method.getName(), method.getParameterTypes());
            boolean found =
                    copy.getReturnType() == method.getReturnType() && copy.trySetAccessible();
            return found ? copy : method;
        } catch (NoSuchMethodException e) {
            return method;
        }
    }

    private Optional<Method> find(Method method) {
        Class<?>[] plain = method.getParameterTypes();
        Class<?>[] woven = Arrays.copyOf(plain, plain.length + 1);
        woven[plain.length] = Stack.class;
        return Arrays.stream(type.getDeclaredMethods())
                .filter(
                        m ->
                                m.getName().equals(method.getName())
                                        && m.getReturnType() == method.getReturnType()
                                        && Arrays.equals(m.getParameterTypes(), woven))
                .filter(AccessibleObject::trySetAccessible)
                .findFirst();
    }
}
