package dev.weft.woven;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** What the bootstrap arguments of {@link LambdaBootstrap#altLambda} say. Immutable. */
final class LambdaShape {
    private static final int FIXED = 8;

    final String method;
    final MethodType factory;
    final MethodType erased;
    final MethodType instantiated;
    final Class<?> companion;
    final boolean serializable;
    final List<Class<?>> markers;
    final List<MethodType> bridges;

    /** {@code kind, class, name, descriptor} of the body as it was compiled. */
    final Object[] compiled;

    LambdaShape(String method, MethodType factory, Object[] args) {
        this.method = method;
        this.factory = factory;
        erased = (MethodType) args[0];
        instantiated = (MethodType) args[2];
        companion = (Class<?>) args[3];
        compiled = new Object[] {args[4], args[5], args[6], args[7]};
        int flags = (Integer) args[FIXED];
        serializable = (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
        List<Class<?>> moreTypes = new ArrayList<>();
        List<MethodType> moreMethods = new ArrayList<>();
        int at = FIXED + 1;
        if ((flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
            for (int n = (Integer) args[at++]; n > 0; n--) {
                moreTypes.add((Class<?>) args[at++]);
            }
        }
        if ((flags & LambdaMetafactory.FLAG_BRIDGES) != 0) {
            for (int n = (Integer) args[at++]; n > 0; n--) {
                moreMethods.add((MethodType) args[at++]);
            }
        }
        moreMethods.removeIf(erased::equals);
        markers = List.copyOf(moreTypes);
        bridges = List.copyOf(moreMethods);
    }

    /** Captured values, erased arguments, Stack. */
    MethodType bodyType() {
        return factory.changeReturnType(erased.returnType())
                .appendParameterTypes(erased.parameterList())
                .appendParameterTypes(Stack.class);
    }

    /** The same with the types that the caller was promised, which the arguments are cast to. */
    MethodType promisedType() {
        return factory.changeReturnType(instantiated.returnType())
                .appendParameterTypes(instantiated.parameterList())
                .appendParameterTypes(Stack.class);
    }
}
