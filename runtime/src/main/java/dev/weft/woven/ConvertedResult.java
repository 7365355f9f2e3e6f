package dev.weft.woven;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Converts the result of a woven method on its way to a caller that wants another type. A callee
 * that completes at once is converted as by {@link MethodHandle#asType}; for one that suspends a
 * frame is pushed behind its own, which converts what is then in the registers.
 */
final class ConvertedResult extends Frame {
    private static final MethodHandle SUSPENDING;
    private static final MethodHandle PUSH;

    private final MethodHandle conversion;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            SUSPENDING = own.findGetter(Stack.class, "suspending", boolean.class);
            PUSH =
                    own.findStatic(
                            ConvertedResult.class,
                            "push",
                            MethodType.methodType(void.class, MethodHandle.class, Stack.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ConvertedResult(MethodHandle conversion) {
        super((frame, stack) -> ((ConvertedResult) frame).resume(stack), 1);
        this.conversion = conversion;
    }

    /**
     * Adapts a woven method's handle.
     *
     * @param woven arguments, Stack to result
     * @param wanted arguments, Stack to result
     * @throws java.lang.invoke.WrongMethodTypeException as {@link MethodHandle#asType}
     */
    static MethodHandle asType(MethodHandle woven, MethodType wanted) {
        Class<?> given = woven.type().returnType();
        Class<?> result = wanted.returnType();
        boolean asItIs =
                given == result
                        || result == void.class
                        || given != void.class && !given.isPrimitive() && !result.isPrimitive();
        if (asItIs) {
            return woven.asType(wanted);
        }
        return converting(woven.asType(wanted.changeReturnType(given)), result);
    }

    private static MethodHandle converting(MethodHandle woven, Class<?> result) {
        Class<?> given = woven.type().returnType();
        MethodHandle conversion =
                given == void.class
                        ? MethodHandles.zero(result)
                        : MethodHandles.identity(given)
                                .asType(MethodType.methodType(result, given));
        int values = conversion.type().parameterCount();
        MethodHandle suspended =
                MethodHandles.filterReturnValue(
                        PUSH.bindTo(conversion), MethodHandles.zero(result));
        MethodHandle after =
                MethodHandles.guardWithTest(
                        MethodHandles.dropArguments(
                                SUSPENDING, 0, conversion.type().parameterList()),
                        MethodHandles.dropArguments(
                                suspended, 0, conversion.type().parameterList()),
                        MethodHandles.dropArguments(conversion, values, Stack.class));
        int arguments = woven.type().parameterCount() - 1;
        MethodHandle behind =
                MethodHandles.dropArguments(
                        after, values, woven.type().parameterList().subList(0, arguments));
        return MethodHandles.foldArguments(behind, woven);
    }

    /** Found by name, see above. */
    static void push(MethodHandle conversion, Stack stack) {
        stack.push(new ConvertedResult(conversion));
    }

    private void resume(Stack stack) throws Throwable {
        stack.rethrow();
        Class<?> result = conversion.type().returnType();
        if (conversion.type().parameterCount() == 0) {
            stack.takeRef();
            Registers.set(stack, result, conversion.invoke());
        } else {
            Object value = Registers.take(stack, conversion.type().parameterType(0));
            Registers.set(stack, result, conversion.invoke(value));
        }
    }
}
