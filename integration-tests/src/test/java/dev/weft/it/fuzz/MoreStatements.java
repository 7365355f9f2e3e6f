package dev.weft.it.fuzz;

import java.util.Random;

/** Random statements around declarations: local classes, resources, blocks with labels, arrays. */
final class MoreStatements {
    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final Statements statements;
    private final int release;

    MoreStatements(
            Random random,
            Members members,
            Expressions expressions,
            Statements statements,
            int release) {
        this.random = random;
        this.members = members;
        this.expressions = expressions;
        this.statements = statements;
        this.release = release;
    }

    String of(Scope scope, int depth) {
        switch (random.nextInt(scope.result == null ? 2 : 6)) {
            case 0:
                return localClass(scope, depth);
            case 1:
                return block(scope, depth);
            case 2:
            case 3:
                return resources(scope, depth);
            case 4:
                return overridden(scope, depth);
            default:
                return each(scope, depth);
        }
    }

    /** {@code a[i()] op= j()}. */
    String elementAssignment(Scope scope) {
        Type[] arrays = {Type.INTS, Type.LONGS, Type.DOUBLES, Type.BYTES, Type.STRINGS};
        Type array = arrays[random.nextInt(arrays.length)];
        String field = members.field(array, scope, random);
        String target =
                field
                        + "[Fuzzed.index("
                        + expressions.of(Type.INT, scope, 2)
                        + ", "
                        + field
                        + ".length)] ";
        if (array == Type.STRINGS) {
            return target + "= " + expressions.of(Type.STRING, scope, 2) + ";";
        }
        Type value = random.nextBoolean() ? array.element() : Type.INT;
        boolean plain = value == array.element() && random.nextBoolean();
        return target
                + (plain ? "" : expressions.pick(Expressions.ARITHMETIC))
                + "= "
                + expressions.of(value, scope, 2)
                + ";";
    }

    private String localClass(Scope scope, int depth) {
        String name = members.fresh("C");
        Scope inner = scope.inner(Type.INT);
        inner.add(Type.INT, name + "a", false);
        String text =
                "@Suspendable class "
                        + name
                        + " {\nint at(int "
                        + name
                        + "a) {\nif (P.fuel-- <= 0) return 0;\n"
                        + statements.block(inner, depth - 1, 1)
                        + "return "
                        + expressions.of(Type.INT, inner, 2)
                        + ";\n}\n}\n";
        String variable = members.fresh("x");
        scope.add(Type.INT, variable, false);
        return text
                + "int "
                + variable
                + " = new "
                + name
                + "().at("
                + expressions.of(Type.INT, scope.lambda(null), 2)
                + ");";
    }

    private String resources(Scope scope, int depth) {
        StringBuilder text = new StringBuilder("try (");
        for (int k = random.nextInt(2); k >= 0; k--) {
            text.append("Res ")
                    .append(members.fresh("c"))
                    .append(" = new Res(")
                    .append(expressions.of(Type.INT, scope, 1))
                    .append(k == 0 ? ")" : "); ");
        }
        text.append(") ").append(statements.braces(scope, depth));
        if (random.nextBoolean()) {
            String name = members.fresh("e");
            text.append(" catch (RuntimeException ")
                    .append(name)
                    .append(") {\nTrace.add(")
                    .append(name)
                    .append(");\n}");
        }
        return text.toString();
    }

    private String block(Scope scope, int depth) {
        String label = members.fresh("L");
        return label
                + ": {\n"
                + statements.block(scope.nested(), depth - 1, 1)
                + "if ("
                + expressions.condition(scope, 1)
                + ") break "
                + label
                + ";\n"
                + statements.block(scope.nested(), depth - 1, 1)
                + "}";
    }

    /** A finally that may swallow what the body returns or throws. */
    private String overridden(Scope scope, int depth) {
        String label = members.fresh("L");
        String leave =
                scope.result == null || random.nextBoolean()
                        ? "break " + label
                        : "return " + expressions.of(scope.result, scope, 1);
        String body =
                random.nextBoolean() && scope.result != null
                        ? "if ("
                                + expressions.condition(scope, 1)
                                + ") return "
                                + expressions.of(scope.result, scope, 2)
                                + ";\n"
                        : "";
        return label
                + ": do {\ntry {\n"
                + body
                + statements.block(scope.nested(), depth - 1, 1)
                + "} finally {\n"
                + statements.block(scope.nested(), depth - 1, 1)
                + "if ("
                + expressions.condition(scope, 1)
                + ") "
                + leave
                + ";\n}\n} while (fuel-- > 0 && "
                + expressions.condition(scope, 1)
                + ");";
    }

    /** Iteration in JDK code. */
    private String each(Scope scope, int depth) {
        Scope inner = scope.nested();
        String name = members.fresh("k");
        String label = members.fresh("L");
        inner.add(Type.STRING, name, true);
        inner.labels.add(label);
        return label
                + ": for ("
                + (release >= 11 && random.nextBoolean() ? "var " : "String ")
                + name
                + " : java.util.Arrays.asList(\"a\", "
                + expressions.of(Type.STRING, scope, 2)
                + ")) "
                + statements.braces(inner, depth);
    }
}
