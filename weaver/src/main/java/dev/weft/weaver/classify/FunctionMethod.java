package dev.weft.weaver.classify;

import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * A method by which Kotlin, Scala or Groovy call a function value. Their types are not woven, so
 * woven function values also implement a companion with the overload (Abi), and woven callers look
 * for that. Scala has methods for primitive types beside the general one ({@code apply$mcII$sp}):
 * only the general one has a companion.
 */
public final class FunctionMethod {
    /** Parameters that companions have at most. */
    private static final int MOST = 10;

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String KOTLIN = "kotlin/jvm/functions/Function";
    private static final String SCALA = "scala/Function";
    private static final String CLOSURE = "groovy/lang/Closure";

    /** What compilers make function values of as classes extends. */
    private static final Set<String> SUPERCLASSES =
            Set.of(
                    CLOSURE,
                    "kotlin/jvm/internal/Lambda",
                    "kotlin/jvm/internal/FunctionReference",
                    "kotlin/jvm/internal/FunctionReferenceImpl",
                    "kotlin/jvm/internal/AdaptedFunctionReference");

    private final String owner;
    private final String name;
    private final int parameters;
    private final String companion;
    private final boolean primitive;

    private FunctionMethod(
            String owner, String name, int parameters, String companion, boolean primitive) {
        this.owner = owner;
        this.name = name;
        this.parameters = parameters;
        this.companion = companion;
        this.primitive = primitive;
    }

    /**
     * Looks at a method's name and descriptor.
     *
     * @param name as a call names it
     * @param desc its plain descriptor
     * @return null when no function type has such a method
     */
    public static FunctionMethod of(String name, String desc) {
        if (name.equals("invoke")) {
            return general(KOTLIN, name, desc, Abi.KOTLIN_COMPANIONS, MOST);
        }
        if (name.equals("apply")) {
            return general(SCALA, name, desc, Abi.SCALA_COMPANIONS, MOST);
        }
        if (name.equals("call")) {
            return general(CLOSURE, name, desc, Abi.GROOVY_COMPANIONS, 1);
        }
        if (name.startsWith("apply$mc") && name.endsWith("$sp")) {
            int n = Type.getArgumentTypes(desc).length;
            return new FunctionMethod(
                    SCALA + n, "apply", n, companion(Abi.SCALA_COMPANIONS, n), true);
        }
        return null;
    }

    private static FunctionMethod general(
            String type, String name, String desc, String companions, int most) {
        int n = (desc.indexOf(')') - 1) / OBJECT.length();
        if (n > most || !desc.equals(descriptor(n))) {
            return null;
        }
        String owner = type.equals(CLOSURE) ? type : type + n;
        return new FunctionMethod(owner, name, n, companion(companions, n), false);
    }

    /** Closures are Callables. */
    private static String companion(String holder, int parameters) {
        boolean callable = holder.equals(Abi.GROOVY_COMPANIONS) && parameters == 0;
        return callable ? Abi.OF_CALLABLE : holder + "$Of" + parameters;
    }

    private static String descriptor(int parameters) {
        return "(" + OBJECT.repeat(parameters) + ")" + OBJECT;
    }

    /**
     * Whether a class may be one that a compiler made of a function value.
     *
     * @param superclass what it extends; may be null
     * @return true for Kotlin's function references and Groovy's closures
     */
    public static boolean isFunctionObject(String superclass) {
        return superclass != null && SUPERCLASSES.contains(superclass);
    }

    /**
     * All general ones.
     *
     * @return one for each companion
     */
    public static List<FunctionMethod> all() {
        List<FunctionMethod> all = new ArrayList<>();
        for (String name : new String[] {"invoke", "apply", "call"}) {
            for (int n = 0; of(name, descriptor(n)) != null; n++) {
                all.add(of(name, descriptor(n)));
            }
        }
        return all;
    }

    /**
     * The function type.
     *
     * @return its internal name
     */
    public String owner() {
        return owner;
    }

    /**
     * The general method's name.
     *
     * @return {@code invoke}, {@code apply} or {@code call}
     */
    public String name() {
        return name;
    }

    /**
     * The general method's descriptor.
     *
     * @return objects to object
     */
    public String desc() {
        return descriptor(parameters);
    }

    /**
     * The interface with the general method's overload.
     *
     * @return its internal name
     */
    public String companion() {
        return companion;
    }

    /**
     * Whether this is one of Scala's methods for primitive types.
     *
     * @return false for the general one
     */
    public boolean isPrimitive() {
        return primitive;
    }
}
