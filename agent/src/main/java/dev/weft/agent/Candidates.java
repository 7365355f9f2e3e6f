package dev.weft.agent;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.classify.FunctionMethod;
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
 * that returns the interface. So the constant pool is searched for these names, and for supertypes
 * and interfaces of lambdas, which are looked at in the same way, once for each loader. Classes
 * that a library declares suspendable are known by name. Only with patterns given as options every
 * class is a candidate. What is woven already, such as the runtime itself, is none.
 *
 * <p>Thread-safe: two threads may find out the same thing twice.
 */
final class Candidates {
    private static final String[] STANDARD = {
        "java/",
        "javax/",
        "jakarta/",
        "jdk/",
        "sun/",
        "com/sun/",
        "org/w3c/",
        "org/xml/",
        "kotlin/",
        "scala/"
    };

    /** Kotlin's and Groovy's classes of an interface's bodies. */
    private static final String[] BODIES = {"$DefaultImpls", "$Trait$Helper"};

    private final ClassSource classes;
    private final boolean all;
    private final Predicate<String> declared;
    private final ConcurrentMap<String, Boolean> suspendableTypes = new ConcurrentHashMap<>();

    /**
     * Looks at one loader's classes.
     *
     * @param classes finds supertypes; need not find those of the JDK
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
        Boolean known = suspendableTypes.get(internalName);
        if (known == null) {
            known =
                    isTraced(pool)
                            || declared.test(internalName)
                            || isSuspendableBeside(internalName, pool);
            suspendableTypes.put(internalName, known);
        }
        return (known || anyOf(pool.lambdaTypes())) && !pool.isWoven();
    }

    /** Other languages' compilers put methods of a type into classes beside it. */
    private boolean isSuspendableBeside(String name, ConstantPool pool) {
        for (String suffix : BODIES) {
            if (name.endsWith(suffix)) {
                return isSuspendableType(name.substring(0, name.length() - suffix.length()));
            }
        }
        if (isFunctionObject(pool)) {
            return isInSuspendableType(name);
        }
        return pool.isScala() && isUsed(name + "$", pool)
                || pool.isKotlin() && isUsed(name + "$Companion", pool);
    }

    private static boolean isFunctionObject(ConstantPool pool) {
        for (String type : pool.supertypes()) {
            if (FunctionMethod.isFunctionObject(type)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInSuspendableType(String name) {
        for (int i = name.indexOf('$'); i > 0; i = name.indexOf('$', i + 1)) {
            if (isSuspendableType(name.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUsed(String type, ConstantPool pool) {
        return pool.contains(type) && isSuspendableType(type);
    }

    private boolean isTraced(ConstantPool pool) {
        return pool.isTraced() || anyOf(pool.supertypes());
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
        Boolean known = suspendableTypes.get(name);
        if (known == null) {
            known = declared.test(name) || !isStandard(name) && isTraced(name);
            suspendableTypes.put(name, known);
        }
        return known;
    }

    private boolean isTraced(String name) {
        byte[] bytes = classes.find(name);
        return bytes != null && isTraced(new ConstantPool(bytes));
    }

    /** What is certainly compiled without Weft; it may be declared suspendable all the same. */
    private static boolean isStandard(String name) {
        if (name.isEmpty()) {
            return true;
        }
        for (String prefix : STANDARD) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
