package dev.weft.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** The fields and methods of a generated program, chosen before its bodies. */
final class Members {
    /** One method's signature. */
    static final class Method {
        final String name;
        final Type result;
        final List<Type> parameters;
        final boolean isStatic;

        Method(String name, Type result, List<Type> parameters, boolean isStatic) {
            this.name = name;
            this.result = result;
            this.parameters = parameters;
            this.isStatic = isStatic;
        }
    }

    private final List<Method> methods = new ArrayList<>();
    private int names;

    Members(Random random) {
        int count = 1 + random.nextInt(3);
        for (int k = 0; k < count; k++) {
            List<Type> parameters = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                parameters.add(anyType(random));
            }
            methods.add(new Method("m" + k, anyType(random), parameters, random.nextBoolean()));
        }
    }

    static Type anyType(Random random) {
        return Type.values()[random.nextInt(Type.values().length)];
    }

    List<Method> methods() {
        return methods;
    }

    String fresh(String prefix) {
        return prefix + names++;
    }

    /** A method that gives {@code type}, or null. */
    Method method(Type type, Random random) {
        List<Method> fitting =
                methods.stream().filter(m -> m.result == type).collect(Collectors.toList());
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    /** A field of {@code type}, static, or of this where there is one. */
    String field(Type type, Scope scope, Random random) {
        String name = type.name().toLowerCase(Locale.ROOT);
        return scope.instance() && type.printable() && random.nextBoolean()
                ? "f_" + name
                : "s_" + name;
    }
}
