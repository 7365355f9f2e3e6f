package dev.weft.woven;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps virtual dispatch right when not every class is woven.
 *
 * <p>A woven class {@code A} has {@code m(args)}, a bridge, and {@code m(args, Stack)}, the body. A
 * subclass {@code B} that was not woven (a mock, a generated proxy, an excluded class) may override
 * {@code m(args)} alone; a woven caller that calls {@code m(args, Stack)} on a {@code B} would then
 * run {@code A}'s body and skip the override. So an overridable body first compares the receiver's
 * class with its own and, when they differ, asks {@link #enter}. A class whose supertypes hold no
 * such override is <em>clean</em>, which is cached per class; for the others there is a {@link
 * Verdict} per body.
 *
 * <p>The override's own {@code super.m(args)} must reach {@code A}'s body nevertheless: {@code A}'s
 * bridge then passes a stack that says so once ({@link #pinned}).
 *
 * <p>Thread-safe.
 */
public final class Dispatch {
    private static final ClassValue<Boolean> CLEAN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return Hierarchy.isClean(type);
                }
            };

    /** By receiver's class, then by a supertype of it, then by signature. */
    private static final ClassValue<ConcurrentMap<Class<?>, ConcurrentMap<String, Verdict>>>
            VERDICTS =
                    new ClassValue<>() {
                        @Override
                        protected ConcurrentMap<Class<?>, ConcurrentMap<String, Verdict>>
                                computeValue(Class<?> type) {
                            return new ConcurrentHashMap<>();
                        }
                    };

    private Dispatch() {}

    /**
     * Called at the entry of an overridable woven body whose receiver is of another class.
     *
     * @param stack the hidden parameter as passed
     * @param self the receiver
     * @param owner the class or interface whose body this is
     * @param signature the method's name and plain descriptor, {@code name(args)result}
     * @return the stack to go on with, or null when the plain method must be called virtually
     *     instead
     */
    public static Stack enter(Stack stack, Object self, Class<?> owner, String signature) {
        Class<?> type = self.getClass();
        if (CLEAN.get(type)) {
            return stack;
        }
        if (stack instanceof PinnedStack && ((PinnedStack) stack).takeDirect()) {
            return Stack.PINNED;
        }
        switch (verdict(type, owner, signature)) {
            case OVERRIDDEN:
                return null;
            case FOREIGN:
                return Stack.PINNED;
            default:
                return stack;
        }
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

    private static Verdict verdict(Class<?> type, Class<?> owner, String signature) {
        ConcurrentMap<Class<?>, ConcurrentMap<String, Verdict>> ofType = VERDICTS.get(type);
        ConcurrentMap<String, Verdict> known = ofType.get(owner);
        if (known == null) {
            known = ofType.computeIfAbsent(owner, o -> new ConcurrentHashMap<>());
        }
        Verdict verdict = known.get(signature);
        if (verdict == null) {
            verdict = Hierarchy.judge(type, owner, signature);
            known.put(signature, verdict);
        }
        return verdict;
    }
}
