package dev.weft.agent;

import dev.weft.weaver.ClassSource;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * Finds out quickly that a class has nothing to weave, which is so for nearly all of them: an
 * application's start must not wait for thousands of classes to be taken apart. It errs on the safe
 * side only: a candidate may turn out to have nothing to weave.
 *
 * <p>Whatever makes a method suspendable leaves a trace in a constant pool. An annotated class
 * names {@code dev.weft.Suspendable}, a woven one {@code dev.weft.woven.Stack}; what overrides a
 * suspendable method has a supertype that is such a class; a lambda is linked by an invokedynamic
 * that returns the interface. So one pass over the constant pool looks for {@code dev/weft/} and
 * collects supertypes and interfaces of lambdas, which are looked at in the same way, once for each
 * loader. Classes that a library declares suspendable are known by name. Only with patterns given
 * as options every class is a candidate.
 *
 * <p>Thread-safe: two threads may find out the same thing twice.
 */
final class Candidates {
    private static final byte[] TRACE = "dev/weft/".getBytes(StandardCharsets.US_ASCII);

    private final ClassSource classes;
    private final boolean all;
    private final Predicate<String> declared;
    private final ConcurrentMap<String, Boolean> suspendableTypes = new ConcurrentHashMap<>();

    /**
     * Looks at one loader's classes.
     *
     * @param declared the classes that libraries declare suspendable
     */
    Candidates(ClassSource classes, boolean all, Predicate<String> declared) {
        this.classes = classes;
        this.all = all;
        this.declared = declared;
    }

    /** Whether the class must be shown to the weaver. */
    boolean contains(String internalName, byte[] classFile) {
        if (all) {
            return true;
        }
        ConstantPool pool = new ConstantPool(classFile);
        boolean type = isTraced(pool) || declared.test(internalName);
        suspendableTypes.put(internalName, type);
        return type || anyOf(pool.lambdaTypes());
    }

    private boolean isTraced(ConstantPool pool) {
        return pool.mentions(TRACE) || anyOf(pool.supertypes());
    }

    private boolean anyOf(Iterable<String> names) {
        for (String name : names) {
            if (isSuspendableType(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSuspendableType(String name) {
        if (name.startsWith("java/") || name.startsWith("jdk/") || name.startsWith("sun/")) {
            return false;
        }
        Boolean known = suspendableTypes.get(name);
        if (known == null) {
            byte[] bytes = classes.find(name);
            known = bytes != null && (declared.test(name) || isTraced(new ConstantPool(bytes)));
            suspendableTypes.put(name, known);
        }
        return known;
    }
}
