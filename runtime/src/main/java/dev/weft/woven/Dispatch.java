package dev.weft.woven;

import java.lang.reflect.Method;

/**
 * Keeps virtual dispatch right when not every class is woven.
 *
 * <p>A woven class {@code A} has {@code m(args)}, a bridge, and {@code m(args, Stack)}, the body. A
 * subclass {@code B} that was not woven (a mock, a generated proxy, an excluded class) may override
 * {@code m(args)} alone; a woven caller that calls {@code m(args, Stack)} on a {@code B} would then
 * run {@code A}'s body and skip the override. So an overridable body first compares the receiver's
 * class with its own and, when they differ, asks {@link #enter}. A subclass whose chain up to the
 * woven class holds no such override is <em>clean</em>, which is cached per class.
 *
 * <p>Likewise a subclass generated from all methods it saw (CGLIB's way) may override {@code m(args,
 * Stack)} itself with a body that was not woven; below such a frame code runs pinned.
 *
 * <p>Thread-safe.
 */
public final class Dispatch {
    /** The synthetic static field that marks a woven class; its value is the ABI's version. */
    public static final String MARKER = "$weft";

    private static final ClassValue<Boolean> CLEAN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return computeClean(type);
                }
            };

    private Dispatch() {}

    /**
     * Called at the entry of an overridable woven body whose receiver is of another class.
     *
     * @param stack the hidden parameter as passed
     * @param self the receiver
     * @param owner the class whose body this is
     * @param signature the method's name and plain descriptor, {@code name(args)result}
     * @return the stack to go on with, or null when the plain method must be called virtually instead
     */
    public static Stack enter(Stack stack, Object self, Class<?> owner, String signature) {
        Class<?> type = self.getClass();
        if (CLEAN.get(type)) {
            return stack;
        }
        if (stack instanceof PinnedStack && ((PinnedStack) stack).takeDirect()) {
            return Stack.PINNED;
        }
        return enterUnclean(stack, type, owner, signature);
    }

    /**
     * The stack that a plain method's bridge passes to its own body.
     *
     * @param self the receiver
     * @param owner the class whose bridge this is
     * @return a pinned stack
     */
    public static Stack pinned(Object self, Class<?> owner) {
        Class<?> type = self.getClass();
        return type == owner || CLEAN.get(type) ? Stack.PINNED : PinnedStack.direct();
    }

    private static Stack enterUnclean(Stack stack, Class<?> type, Class<?> owner, String signature) {
        int paren = signature.indexOf('(');
        String name = signature.substring(0, paren);
        String descriptor = signature.substring(paren);
        for (Class<?> c = type; c != null && c != owner; c = c.getSuperclass()) {
            if (isWoven(c)) {
                continue;
            }
            Method[] methods = c.getDeclaredMethods();
            if (declares(methods, name, Signatures.withStack(descriptor))) {
                return Stack.PINNED;
            }
            if (declares(methods, name, descriptor)) {
                return null;
            }
        }
        return stack;
    }

    private static boolean computeClean(Class<?> type) {
        for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
            if (!isWoven(c) && declaresOverrideOfWoven(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean declaresOverrideOfWoven(Class<?> c) {
        for (Method own : c.getDeclaredMethods()) {
            String plain = Signatures.of(own);
            if (Signatures.hasStack(plain) || wovenAbove(c, own.getName(), Signatures.withStack(plain))) {
                return true;
            }
        }
        return false;
    }

    private static boolean wovenAbove(Class<?> c, String name, String wovenDescriptor) {
        for (Class<?> s = c.getSuperclass(); s != null && s.getClassLoader() != null; s = s.getSuperclass()) {
            if (declares(s.getDeclaredMethods(), name, wovenDescriptor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Method[] methods, String name, String descriptor) {
        for (Method m : methods) {
            if (m.getName().equals(name) && Signatures.of(m).equals(descriptor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWoven(Class<?> c) {
        try {
            return c.getDeclaredField(MARKER).isSynthetic();
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
