package dev.weft.woven;

import java.io.IOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.concurrent.atomic.AtomicInteger;

/** What the generated {@linkplain LambdaClass classes of lambdas} refer to. Thread-safe. */
public final class LambdaLinks {
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Filled in before the class is initialised; held by the class itself. */
    private static final ClassValue<LambdaLinks> LINKS =
            new ClassValue<>() {
                @Override
                protected LambdaLinks computeValue(Class<?> type) {
                    return new LambdaLinks();
                }
            };

    private volatile MethodHandle body;
    private volatile Class<?> caller;
    private volatile LambdaShape shape;

    private LambdaLinks() {}

    static CallSite link(Lookup caller, LambdaShape shape, MethodHandle body)
            throws LambdaConversionException {
        String name =
                caller.lookupClass().getName().replace('.', '/')
                        + "$$WeftLambda$"
                        + NEXT.getAndIncrement();
        try {
            Class<?> type = caller.defineClass(new LambdaClass(name, shape).write());
            LambdaLinks links = LINKS.get(type);
            links.body = body.asType(shape.promisedType()).asType(shape.bodyType());
            links.caller = caller.lookupClass();
            links.shape = shape;
            MethodType made = shape.factory.changeReturnType(void.class);
            MethodHandle factory = caller.findConstructor(type, made).asType(shape.factory);
            return new ConstantCallSite(
                    made.parameterCount() == 0 ? constant(shape, factory) : factory);
        } catch (ReflectiveOperationException | IOException e) {
            throw new LambdaConversionException(e);
        }
    }

    private static MethodHandle constant(LambdaShape shape, MethodHandle factory) {
        try {
            Class<?> type = shape.factory.returnType();
            return MethodHandles.constant(type, factory.invoke());
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("cannot make a lambda of " + shape.factory.returnType(), e);
        }
    }

    /**
     * For a generated class: the handle of its body.
     *
     * @param type the generated class
     * @return captured values, arguments and Stack to result
     */
    public static MethodHandle body(Class<?> type) {
        return LINKS.get(type).body;
    }

    /**
     * For a generated class: what is written in place of its object.
     *
     * @param type the generated class
     * @param captured the captured values
     * @return the same as is written for the lambda when it is not woven
     */
    public static Object serialForm(Class<?> type, Object[] captured) {
        LambdaLinks links = LINKS.get(type);
        LambdaShape s = links.shape;
        return new SerializedLambda(
                links.caller,
                MethodBytes.internalName(s.factory.returnType()),
                s.method,
                s.erased.toMethodDescriptorString(),
                (Integer) s.compiled[0],
                (String) s.compiled[1],
                (String) s.compiled[2],
                (String) s.compiled[3],
                s.instantiated.toMethodDescriptorString(),
                captured);
    }
}
