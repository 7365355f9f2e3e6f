package dev.weft.woven;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;

/**
 * Finds the woven form of a method handle: the same with one more parameter, the stack, behind the
 * others. A direct handle is cracked with the caller's lookup and the overload looked up next to
 * its method. A handle that woven code has made of another with a combinator that is recorded is
 * made again of the other's woven form. There is no way to look into any other handle. Thread-safe.
 */
final class WovenHandles {
    private static final Map<MethodHandle, Composed> COMPOSED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private WovenHandles() {}

    /** How a handle was made; doesn't refer to it. */
    private static final class Composed {
        private final MethodHandle source;
        private final UnaryOperator<MethodHandle> same;

        Composed(MethodHandle source, UnaryOperator<MethodHandle> same) {
            this.source = source;
            this.same = same;
        }
    }

    static MethodHandle record(
            MethodHandle made, MethodHandle source, UnaryOperator<MethodHandle> same) {
        if (made != source) {
            COMPOSED.put(made, new Composed(source, same));
        }
        return made;
    }

    /** Whether the handle names a method and holds no values. */
    static boolean isDirect(Lookup caller, MethodHandle handle) {
        return crack(caller, handle) != null;
    }

    /** Null when the handle's target is not woven, or can't be known. */
    static MethodHandle of(Lookup caller, MethodHandle handle) {
        Composed composed = COMPOSED.get(handle);
        if (composed != null) {
            MethodHandle source = of(caller, composed.source);
            return source == null ? null : composed.same.apply(source);
        }
        MethodHandleInfo info = crack(caller, handle);
        if (info == null || info.getDeclaringClass().getClassLoader() == null) {
            return null;
        }
        try {
            return overload(caller, info);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private static MethodHandleInfo crack(Lookup caller, MethodHandle handle) {
        try {
            return caller.revealDirect(handle);
        } catch (IllegalArgumentException | SecurityException e) {
            return null;
        }
    }

    private static MethodHandle overload(Lookup caller, MethodHandleInfo info)
            throws NoSuchMethodException, IllegalAccessException {
        Class<?> owner = info.getDeclaringClass();
        String name = info.getName();
        MethodType type = info.getMethodType().appendParameterTypes(Stack.class);
        switch (info.getReferenceKind()) {
            case MethodHandleInfo.REF_invokeStatic:
                return caller.findStatic(owner, name, type);
            case MethodHandleInfo.REF_invokeVirtual:
                return caller.findVirtual(owner, name, type);
            case MethodHandleInfo.REF_invokeInterface:
                return helper(caller, owner, name, type);
            case MethodHandleInfo.REF_invokeSpecial:
                return special(caller, owner, name, type);
            default:
                return null;
        }
    }

    /** A private method, or {@code super.m()}. */
    private static MethodHandle special(Lookup caller, Class<?> owner, String name, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        return caller.findSpecial(owner, name, type, caller.lookupClass());
    }

    /** Through the interface's helper, which knows about dynamic proxies. */
    private static MethodHandle helper(Lookup caller, Class<?> owner, String name, MethodType type)
            throws NoSuchMethodException, IllegalAccessException {
        MethodType withSelf = type.insertParameterTypes(0, Object.class);
        Method helper = owner.getDeclaredMethod(name + "$call", withSelf.parameterArray());
        if (!Modifier.isStatic(helper.getModifiers())) {
            throw new NoSuchMethodException(name);
        }
        MethodHandle call = caller.findStatic(owner, helper.getName(), withSelf);
        return call.asType(withSelf.changeParameterType(0, owner));
    }
}
