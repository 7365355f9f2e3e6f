package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/**
 * Reflective calls: a woven target is called with the stack, through its overload, which is looked
 * up next to the method; the reflective frames are gone when it suspends.
 *
 * <p>The JDK checks the access of the caller, which is this class: so a method that the caller
 * could call though it is not public is made accessible on a copy here. Caller-sensitive methods of
 * the JDK see this class as well.
 */
public final class Reflection {
    private static final ClassValue<Overloads> OVERLOADS =
            new ClassValue<>() {
                @Override
                protected Overloads computeValue(Class<?> type) {
                    return new Overloads(type);
                }
            };

    private Reflection() {}

    /** {@link Method#invoke(Object, Object...)}. */
    @Suspendable
    @StandIn(Method.class)
    public static Object invoke(Method method, Object target, Object[] arguments) throws Exception {
        Method overload = overload(method, target);
        if (overload == null) {
            return invokePlainly(method, target, arguments);
        }
        try {
            return dispatch(overload, target, arguments);
        } catch (Refused refused) {
            throw refused.reason;
        } catch (Throwable thrown) {
            throw new InvocationTargetException(thrown);
        }
    }

    /** Calls by kind of result, since that is in another register when the callee has suspended. */
    @Suspendable
    private static Object dispatch(Method overload, Object target, Object[] arguments)
            throws Throwable {
        Class<?> type = overload.getReturnType();
        if (!type.isPrimitive()) {
            return reference(overload, target, arguments);
        }
        if (type == void.class) {
            reference(overload, target, arguments);
            return null;
        }
        long bits = primitive(overload, target, arguments);
        return box(type, bits);
    }

    /** Leaf in the eyes of the weaver: the callee's frames are pushed by itself. */
    @Suspendable
    static Object reference(Method overload, Object target, Object[] arguments) throws Throwable {
        return reference(overload, target, arguments, Stack.PINNED);
    }

    static Object reference(Method overload, Object target, Object[] arguments, Stack stack)
            throws Throwable {
        return call(overload, target, arguments, stack);
    }

    @Suspendable
    static long primitive(Method overload, Object target, Object[] arguments) throws Throwable {
        return primitive(overload, target, arguments, Stack.PINNED);
    }

    static long primitive(Method overload, Object target, Object[] arguments, Stack stack)
            throws Throwable {
        return bits(call(overload, target, arguments, stack));
    }

    private static Object call(Method overload, Object target, Object[] arguments, Stack stack)
            throws Throwable {
        int n = arguments == null ? 0 : arguments.length;
        Object[] all = n == 0 ? new Object[1] : Arrays.copyOf(arguments, n + 1, Object[].class);
        all[n] = stack;
        try {
            return overload.invoke(target, all);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } catch (IllegalArgumentException | NullPointerException | IllegalAccessException e) {
            throw new Refused(e);
        }
    }

    private static Object invokePlainly(Method method, Object target, Object[] arguments)
            throws Exception {
        return Overloads.accessible(method).invoke(target, arguments);
    }

    private static Method overload(Method method, Object target) {
        boolean proxy = target != null && Proxy.isProxyClass(target.getClass());
        return proxy ? null : OVERLOADS.get(method.getDeclaringClass()).of(method);
    }

    private static long bits(Object value) {
        if (value instanceof Boolean) {
            return (Boolean) value ? 1 : 0;
        }
        if (value instanceof Character) {
            return (Character) value;
        }
        if (value instanceof Float) {
            return Float.floatToRawIntBits((Float) value);
        }
        if (value instanceof Double) {
            return Double.doubleToRawLongBits((Double) value);
        }
        return ((Number) value).longValue();
    }

    private static Object box(Class<?> type, long bits) {
        if (type == int.class) {
            return (int) bits;
        }
        if (type == long.class) {
            return bits;
        }
        if (type == boolean.class) {
            return bits != 0;
        }
        if (type == double.class) {
            return Double.longBitsToDouble(bits);
        }
        if (type == float.class) {
            return Float.intBitsToFloat((int) bits);
        }
        return boxSmall(type, bits);
    }

    private static Object boxSmall(Class<?> type, long bits) {
        if (type == char.class) {
            return (char) bits;
        }
        if (type == byte.class) {
            return (byte) bits;
        }
        return (short) bits;
    }

    /** Thrown by the reflective call itself, not by its target. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Exception reason;

        Refused(Exception reason) {
            super(null, reason, false, false);
            this.reason = reason;
        }
    }
}
