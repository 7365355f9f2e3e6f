package dev.weft.weaver.classify;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** A lambda or method reference as its invokedynamic instruction describes it. */
public final class LambdaForm {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final String name;
    private final String desc;
    private final Object[] args;

    /**
     * Reads the instruction's operands.
     *
     * @param name the interface method's name
     * @param desc the factory's descriptor
     * @param args the bootstrap's arguments
     */
    public LambdaForm(String name, String desc, Object[] args) {
        this.name = name;
        this.desc = desc;
        this.args = args.clone();
    }

    /**
     * Whether a bootstrap makes lambdas.
     *
     * @param bootstrap the bootstrap method
     * @return true for the JDK's metafactories
     */
    public static boolean isMetafactory(Handle bootstrap) {
        return bootstrap.getOwner().equals(METAFACTORY);
    }

    /**
     * The functional interface.
     *
     * @return its internal name
     */
    public String interfaceName() {
        return Type.getReturnType(desc).getInternalName();
    }

    /**
     * The captured values.
     *
     * @return their types
     */
    public Type[] captured() {
        return Type.getArgumentTypes(desc);
    }

    /**
     * The interface method.
     *
     * @return its name and erased descriptor
     */
    public String methodKey() {
        return name + ((Type) args[0]).getDescriptor();
    }

    /**
     * The erased type of the interface method.
     *
     * @return a method type
     */
    public Type erased() {
        return (Type) args[0];
    }

    /**
     * The code behind it.
     *
     * @return a method handle constant
     */
    public Handle body() {
        return (Handle) args[1];
    }

    /**
     * The interface method's type after generics.
     *
     * @return a method type
     */
    public Type instantiated() {
        return (Type) args[2];
    }
}
