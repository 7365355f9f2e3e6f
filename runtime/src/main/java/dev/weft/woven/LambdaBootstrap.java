package dev.weft.woven;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Links woven lambdas and method references. The JDK's metafactory implements one method only, so
 * the object is made for a generated sub-interface (see {@link LambdaInterface}) in which the woven
 * overload is the abstract method and the plain method is a default that calls it.
 */
public final class LambdaBootstrap {
    private LambdaBootstrap() {}

    /**
     * Bootstrap method: as {@link LambdaMetafactory#metafactory}, with the plain method types.
     *
     * @param caller the lookup of the class with the lambda
     * @param name the functional interface's method
     * @param factory captured values to interface
     * @param erased the interface method's erased plain type
     * @param body the woven body: captured values, arguments, Stack
     * @param instantiated the interface method's plain type after generics
     * @return the call site of {@code factory}
     * @throws LambdaConversionException as the JDK's metafactory
     */
    public static CallSite lambda(
            Lookup caller,
            String name,
            MethodType factory,
            MethodType erased,
            MethodHandle body,
            MethodType instantiated)
            throws LambdaConversionException {
        return link(caller, name, factory, erased, body, instantiated, WovenLambda.class);
    }

    /**
     * Bootstrap method for functional interfaces that are not woven, such as the JDK's.
     *
     * @param caller as above
     * @param name as above
     * @param factory as above
     * @param erased as above
     * @param body as above
     * @param instantiated as above
     * @param companion the interface with the overload (see {@link StandIn#companion})
     * @return as above
     * @throws LambdaConversionException as above
     */
    public static CallSite lambda(
            Lookup caller,
            String name,
            MethodType factory,
            MethodType erased,
            MethodHandle body,
            MethodType instantiated,
            Class<?> companion)
            throws LambdaConversionException {
        return link(caller, name, factory, erased, body, instantiated, companion);
    }

    /**
     * Bootstrap method for lambdas that are serializable or have marker interfaces or bridges, as
     * {@link LambdaMetafactory#altMetafactory}. The serial form is the one that the lambda has when
     * it is not woven.
     *
     * @param caller as above
     * @param name as above
     * @param factory as above
     * @param args erased type, woven body, instantiated type, companion (or {@link WovenLambda});
     *     kind, class, name and descriptor of the body as it was compiled; then as the JDK's: flags
     *     and what they announce
     * @return as above
     * @throws LambdaConversionException when the class can't be defined
     */
    public static CallSite altLambda(Lookup caller, String name, MethodType factory, Object... args)
            throws LambdaConversionException {
        return LambdaLinks.link(
                caller, new LambdaShape(name, factory, args), (MethodHandle) args[1]);
    }

    private static CallSite link(
            Lookup caller,
            String name,
            MethodType factory,
            MethodType erased,
            MethodHandle body,
            MethodType instantiated,
            Class<?> also)
            throws LambdaConversionException {
        Class<?> companion = LambdaInterface.of(caller, factory.returnType(), also, name, erased);
        CallSite site =
                LambdaMetafactory.metafactory(
                        caller,
                        name,
                        factory.changeReturnType(companion),
                        erased.appendParameterTypes(Stack.class),
                        body,
                        instantiated.appendParameterTypes(Stack.class));
        return new ConstantCallSite(site.getTarget().asType(factory));
    }
}
