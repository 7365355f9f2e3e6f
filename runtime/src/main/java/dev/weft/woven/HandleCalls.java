package dev.weft.woven;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.invoke.WrongMethodTypeException;
import java.util.List;

/**
 * Links {@code MethodHandle.invoke}, {@code invokeExact} and {@code invokeWithArguments} as called
 * by woven code: the site has the handle first and the stack last. A handle whose target is woven
 * ({@link WovenHandles}) is called through the target's overload; any other as it is, pinned.
 *
 * <p>The first direct handle that a site meets is linked into it behind a test of its identity, so
 * that a constant handle is inlined as in code that is not woven. (A handle with bound values is
 * not: the site would keep them alive.) Others are adapted at each call.
 *
 * <p>Thread-safe: two threads may link the same site; the last wins.
 */
public final class HandleCalls {
    private static final Lookup OWN = MethodHandles.lookup();
    private static final MethodHandle CHOOSE =
            own("choose", MethodHandle.class, Site.class, MethodHandle.class);
    private static final MethodHandle SAME =
            own("same", boolean.class, MethodHandle.class, MethodHandle.class);
    private static final MethodHandle WITH_ARGUMENTS =
            own(
                    "withArguments",
                    Object.class,
                    Lookup.class,
                    MethodHandle.class,
                    Object[].class,
                    Stack.class);
    private static final MethodHandle TO_ARRAY = own("toArray", Object[].class, List.class);

    private HandleCalls() {}

    /**
     * Bootstrap method.
     *
     * @param caller the woven class's lookup
     * @param name {@code invoke}, {@code invokeExact} or {@code invokeWithArguments}
     * @param type handle, arguments, Stack to result
     * @return the call site
     */
    public static CallSite link(Lookup caller, String name, MethodType type) {
        if (name.equals("invokeWithArguments")) {
            MethodHandle target = WITH_ARGUMENTS.bindTo(caller);
            boolean list = type.parameterType(1) == List.class;
            return new java.lang.invoke.ConstantCallSite(
                    list ? MethodHandles.filterArguments(target, 1, TO_ARRAY) : target);
        }
        return new Site(caller, type, name.equals("invokeExact"));
    }

    /** One call site. */
    private static final class Site extends MutableCallSite {
        private final Lookup caller;
        private final boolean exact;

        /** The arguments and the result, as the user wrote them. */
        private final MethodType plainType;

        /** For a handle that is not woven: handle, arguments, Stack. */
        private final MethodHandle plain;

        private final MethodHandle choosing;
        private volatile boolean linked;

        Site(Lookup caller, MethodType type, boolean exact) {
            super(type);
            this.caller = caller;
            this.exact = exact;
            int stack = type.parameterCount() - 1;
            plainType = type.dropParameterTypes(stack, stack + 1).dropParameterTypes(0, 1);
            MethodHandle invoker =
                    exact
                            ? MethodHandles.exactInvoker(plainType)
                            : MethodHandles.invoker(plainType);
            plain = MethodHandles.dropArguments(invoker, stack, Stack.class);
            choosing =
                    MethodHandles.foldArguments(
                            MethodHandles.exactInvoker(type), CHOOSE.bindTo(this));
            setTarget(choosing);
        }

        MethodHandle choose(MethodHandle handle) {
            MethodHandle target = handle == null ? plain : adapted(handle);
            if (handle != null && !linked && WovenHandles.isDirect(caller, handle)) {
                linked = true;
                MethodHandle test = MethodHandles.insertArguments(SAME, 0, handle);
                setTarget(MethodHandles.guardWithTest(test, target, choosing));
            }
            return target;
        }

        private MethodHandle adapted(MethodHandle handle) {
            if (exact && !handle.type().equals(plainType)) {
                return plain;
            }
            MethodHandle woven = WovenHandles.of(caller, handle);
            if (woven == null) {
                return plain;
            }
            try {
                MethodHandle adapted = adapt(handle, woven, plainType);
                return MethodHandles.dropArguments(adapted, 0, MethodHandle.class);
            } catch (WrongMethodTypeException e) {
                return plain; // which says so in the JDK's words
            }
        }
    }

    /** As {@code handle.asType(wanted)}, for its woven form. */
    private static MethodHandle adapt(MethodHandle handle, MethodHandle woven, MethodType wanted) {
        int arity = handle.type().parameterCount();
        int given = wanted.parameterCount();
        MethodHandle target = woven;
        if (handle.isVarargsCollector() && !takesArray(handle, wanted)) {
            Class<?> array = handle.type().parameterType(arity - 1);
            target = woven.asCollector(arity - 1, array, given - arity + 1);
        }
        return ConvertedResult.asType(target, wanted.appendParameterTypes(Stack.class));
    }

    private static boolean takesArray(MethodHandle handle, MethodType wanted) {
        int arity = handle.type().parameterCount();
        return wanted.parameterCount() == arity
                && handle.type()
                        .parameterType(arity - 1)
                        .isAssignableFrom(wanted.parameterType(arity - 1));
    }

    /**
     * Notes how a handle was made of another, so that it suspends when that one does.
     *
     * @param made what a combinator gave
     * @param source what it was given
     * @param same the combinator; it must do the same for a handle with one more parameter
     * @return {@code made}
     */
    public static MethodHandle recorded(
            MethodHandle made,
            MethodHandle source,
            java.util.function.UnaryOperator<MethodHandle> same) {
        return WovenHandles.record(made, source, same);
    }

    /**
     * As {@code handle.asType(type)}, for the handle's woven form.
     *
     * @param handle the handle
     * @param woven its woven form
     * @param type the type asked for
     * @return the woven form of {@code handle.asType(type)}
     */
    public static MethodHandle retyped(MethodHandle handle, MethodHandle woven, MethodType type) {
        return adapt(handle, woven, type);
    }

    // The following are found by name, see above.

    static MethodHandle choose(Site site, MethodHandle handle) {
        return site.choose(handle);
    }

    static boolean same(MethodHandle linked, MethodHandle given) {
        return linked == given;
    }

    static Object[] toArray(List<?> arguments) {
        return arguments.toArray();
    }

    static Object withArguments(Lookup caller, MethodHandle handle, Object[] arguments, Stack stack)
            throws Throwable {
        int n = arguments.length;
        boolean fits = handle.isVarargsCollector() || handle.type().parameterCount() == n;
        MethodHandle woven = fits ? WovenHandles.of(caller, handle) : null;
        if (woven == null) {
            return handle.invokeWithArguments(arguments);
        }
        MethodHandle adapted = adapt(handle, woven, MethodType.genericMethodType(n));
        return adapted.asSpreader(0, Object[].class, n).invokeExact(arguments, stack);
    }

    private static MethodHandle own(String name, Class<?> result, Class<?>... parameters) {
        try {
            return OWN.findStatic(
                    HandleCalls.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
