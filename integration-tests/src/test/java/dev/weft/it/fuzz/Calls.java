package dev.weft.it.fuzz;

import java.util.Random;

/**
 * Random expressions with more than operators: calls of the {@link Helpers} that every program may
 * declare, anonymous classes, method references, generics, varargs, elements of arrays, JDK
 * functional interfaces, and the expressions of newer releases.
 */
final class Calls {
    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final NewerJava newer;
    private Statements statements;

    Calls(Random random, Members members, Expressions expressions, int release) {
        this.random = random;
        this.members = members;
        this.expressions = expressions;
        newer = new NewerJava(random, members, expressions, this, release);
    }

    void statements(Statements made) {
        statements = made;
    }

    /** An expression of {@code type}, or null when there is none for it. */
    String of(Type type, Scope scope, int depth) {
        if (random.nextInt(3) == 0) {
            String recent = newer.of(type, scope, depth);
            if (recent != null) {
                return recent;
            }
        }
        switch (type) {
            case INT:
                return integer(scope, depth);
            case STRING:
                return string(scope, depth);
            case OP:
            case MAP:
                return function(type, scope, depth);
            case SELF:
                return "((Mk) P::new).mk(" + list(scope, depth, Type.INT, Type.OBJECT) + ")";
            case BOX:
                return of("%s.with(%s)", Type.BOX, Type.STRING, scope, depth);
            case LONG:
            case DOUBLE:
            case BYTE:
                return numeric(type, scope, depth);
            case BOXED:
                return "P.<Integer>id(" + list(scope, depth, Type.BOXED, Type.INT) + ")";
            default:
                return null;
        }
    }

    /** An element of an array that is never null. */
    String element(Type array, Scope scope, int depth) {
        String field = members.field(array, scope, random);
        return field
                + "[Fuzzed.index("
                + expressions.of(Type.INT, scope, depth)
                + ", "
                + field
                + ".length)]";
    }

    /** A block that ends with return, of a lambda or a method. */
    String body(Scope inner, int depth) {
        return "{\n"
                + statements.block(inner.nested(), depth - 1, 1)
                + "return "
                + expressions.of(inner.result, inner, depth - 1)
                + ";\n}";
    }

    /** A block that ends with yield. */
    String yielding(Type type, Scope scope, int depth) {
        Scope inner = scope.enclosed();
        String result = members.fresh("y");
        return "{\n"
                + statements.block(inner, depth, 1)
                + type.text
                + " "
                + result
                + " = "
                + expressions.of(type, inner, depth)
                + ";\nyield "
                + result
                + ";\n}";
    }

    private String integer(Scope scope, int depth) {
        switch (random.nextInt(8)) {
            case 0:
                return "va(" + list(scope, depth, repeat(Type.INT)) + ")";
            case 1:
                return of("(%s.new In(%s)).m()", Type.SELF, Type.INT, scope, depth);
            case 2:
                return of("%s.twice(%s, 3L)", Type.OP, Type.INT, scope, depth);
            case 3:
                return "E.values()["
                        + expressions.of(Type.INT, scope, depth)
                        + " & 1].m("
                        + expressions.of(Type.INT, scope, depth)
                        + ")";
            case 4:
                return "((java.util.function.IntUnaryOperator) "
                        + unary(Type.INT, scope, depth)
                        + ").applyAsInt("
                        + expressions.of(Type.INT, scope, depth)
                        + ")";
            case 5:
                return "new P(" + list(scope, depth, Type.INT, Type.OBJECT) + ").f_int";
            case 6:
                return "hop(" + list(scope, depth, Type.INT, Type.LONG) + ")";
            default:
                return "((int) P.<Integer>id(" + list(scope, depth, Type.BOXED, Type.INT) + "))";
        }
    }

    private String string(Scope scope, int depth) {
        switch (random.nextInt(8)) {
            case 0:
                return "vs(" + list(scope, depth, repeat(Type.OBJECT)) + ")";
            case 1:
                return expressions.of(Type.BOX, scope, depth) + ".get()";
            case 2:
                return expressions.of(Type.BOX, scope, depth)
                        + ".<String>map("
                        + expressions.of(Type.MAP, scope, depth)
                        + ")";
            case 3:
                return element(Type.STRINGS, scope, depth);
            case 4:
                return "((java.util.function.Supplier<String>) () -> "
                        + expressions.of(Type.STRING, scope.lambda(Type.STRING), depth)
                        + ").get()";
            case 5:
                return "((java.util.function.Function<String, String>) "
                        + unary(Type.STRING, scope, depth)
                        + ").apply("
                        + expressions.of(Type.STRING, scope, depth)
                        + ")";
            case 6:
                return "P.<String>max(" + list(scope, depth, Type.STRING, Type.STRING) + ")";
            default:
                return "java.util.Optional.<String>ofNullable("
                        + expressions.of(Type.STRING, scope, depth)
                        + ").map("
                        + unary(Type.STRING, scope, depth)
                        + ").orElse(\"none\")";
        }
    }

    private String unary(Type type, Scope scope, int depth) {
        Scope inner = scope.lambda(type);
        String name = members.fresh("u");
        inner.add(type, name, true);
        return "(" + name + " -> " + expressions.of(type, inner, depth) + ")";
    }

    private String numeric(Type type, Scope scope, int depth) {
        Type array =
                type == Type.LONG ? Type.LONGS : type == Type.DOUBLE ? Type.DOUBLES : Type.BYTES;
        String place =
                random.nextBoolean()
                        ? element(array, scope, depth)
                        : "(" + expressions.of(Type.SELF, scope, depth) + ").f_" + lower(type);
        switch (random.nextInt(4)) {
            case 0:
                return "(" + place + (random.nextBoolean() ? "++)" : "--)");
            case 1:
                return "("
                        + place
                        + " "
                        + expressions.pick(Expressions.ARITHMETIC)
                        + "= "
                        + expressions.of(expressions.numeric(), scope, depth)
                        + ")";
            case 2:
                return "(" + place + " = " + expressions.of(type, scope, depth) + ")";
            default:
                return place;
        }
    }

    private static String lower(Type type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String function(Type type, Scope scope, int depth) {
        boolean op = type == Type.OP;
        if (random.nextBoolean()) {
            String reference = op ? "P::hop" : "new P()::hfn";
            return "((" + type.text + ") " + reference + ")";
        }
        Scope inner = scope.inner(op ? Type.INT : Type.STRING);
        String name = members.fresh("q");
        inner.add(op ? Type.INT : Type.STRING, name + "a", false);
        inner.add(op ? Type.LONG : Type.OBJECT, name + "b", true);
        String fuel = "if (P.fuel-- <= 0) return " + inner.result.neutral + ";\n";
        return "new "
                + type.text
                + "() {\npublic "
                + (op ? "int ap(int " : "String fn(String ")
                + name
                + "a, "
                + (op ? "final long " : "final Object ")
                + name
                + "b) {\n"
                + fuel
                + statements.block(inner, depth, 1)
                + "return "
                + expressions.of(inner.result, inner, depth)
                + ";\n}\n}";
    }

    private String of(String format, Type a, Type b, Scope scope, int depth) {
        return String.format(
                format, expressions.of(a, scope, depth), expressions.of(b, scope, depth));
    }

    private Type[] repeat(Type type) {
        Type[] types = new Type[random.nextInt(4)];
        java.util.Arrays.fill(types, type);
        return types;
    }

    String list(Scope scope, int depth, Type... types) {
        StringBuilder text = new StringBuilder();
        for (Type type : types) {
            text.append(text.length() == 0 ? "" : ", ").append(expressions.of(type, scope, depth));
        }
        return text.toString();
    }
}
