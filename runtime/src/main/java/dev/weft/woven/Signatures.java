package dev.weft.woven;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** Descriptors with and without the hidden parameter. */
final class Signatures {
    private static final String STACK = "L" + Stack.class.getName().replace('.', '/') + ";";

    private Signatures() {}

    static String of(Method m) {
        return MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                .toMethodDescriptorString();
    }

    static String withStack(String descriptor) {
        int end = descriptor.indexOf(')');
        return descriptor.substring(0, end) + STACK + descriptor.substring(end);
    }

    static boolean hasStack(String descriptor) {
        return descriptor.contains(STACK + ")");
    }
}
