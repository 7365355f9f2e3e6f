package dev.weft.it.fuzz;

import dev.weft.it.fuzz.Scope.Variable;
import java.util.List;
import java.util.Random;

/** Random statements. Loops and method entries use up fuel, so every program ends. */
final class Statements {
    private static final String[] FAILURES = {
        "IllegalStateException",
        "IllegalArgumentException",
        "ArithmeticException",
        "UnsupportedOperationException"
    };

    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final MoreStatements moreStatements;

    Statements(Random random, Members members, Expressions expressions, int release) {
        this.random = random;
        this.members = members;
        this.expressions = expressions;
        moreStatements = new MoreStatements(random, members, expressions, this, release);
    }

    /** A block's contents. */
    String block(Scope scope, int depth, int statements) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < statements; k++) {
            text.append("/*{*/").append(statement(scope, depth)).append("/*}*/\n");
        }
        return text.toString();
    }

    String braces(Scope scope, int depth) {
        return "{\n" + block(scope.nested(), depth - 1, 1 + random.nextInt(2)) + "}";
    }

    private String statement(Scope scope, int depth) {
        if (depth <= 0) {
            return plain(scope);
        }
        switch (random.nextInt(15)) {
            case 0:
                return "if ("
                        + expressions.condition(scope, 2)
                        + ") "
                        + braces(scope, depth)
                        + (random.nextBoolean() ? " else " + braces(scope, depth) : "");
            case 1:
            case 2:
                return loop(scope, depth);
            case 3:
                return intSwitch(scope, depth);
            case 4:
                return stringSwitch(scope, depth);
            case 5:
            case 6:
                if (scope.result == null && random.nextInt(8) != 0) {
                    // javac 17 often crashes on these in switch expressions
                    return plain(scope);
                }
                return tryStatement(scope, depth);
            case 7:
                return scope.result != null && random.nextInt(4) == 0
                        ? "synchronized (\"lock\") " + braces(scope, depth)
                        : braces(scope, depth);
            case 8:
            case 9:
                return moreStatements.of(scope, depth);
            default:
                return plain(scope);
        }
    }

    private String plain(Scope scope) {
        switch (random.nextInt(12)) {
            case 0:
            case 1:
            case 2:
                return declaration(scope);
            case 3:
            case 4:
                return assignment(scope);
            case 5:
                return "Trace.add(" + expressions.of(expressions.printable(), scope, 2) + ");";
            case 6:
                return "v();";
            case 7:
                return jump(scope);
            case 8:
                return "if (" + expressions.condition(scope, 1) + ") " + failure(scope);
            case 9:
                return moreStatements.elementAssignment(scope);
            default:
                return leafCall(scope);
        }
    }

    private String leafCall(Scope scope) {
        Type type = Members.anyType(random);
        return type.leaf + "(" + expressions.of(type, scope, 2) + ");";
    }

    private String failure(Scope scope) {
        String failure =
                "new "
                        + FAILURES[random.nextInt(FAILURES.length)]
                        + "("
                        + expressions.of(Type.STRING, scope, 1)
                        + ")";
        return random.nextBoolean() ? "throw " + failure + ";" : "fail(" + failure + ");";
    }

    private String declaration(Scope scope) {
        Type type = Members.anyType(random);
        String name = members.fresh("x");
        boolean fixed = random.nextInt(3) == 0;
        String text;
        if (random.nextInt(6) == 0) {
            text =
                    type.text
                            + " "
                            + name
                            + "; if ("
                            + expressions.condition(scope, 1)
                            + ") "
                            + name
                            + " = "
                            + expressions.of(type, scope, 2)
                            + "; else "
                            + name
                            + " = "
                            + expressions.of(type, scope, 2)
                            + ";";
            fixed = false;
        } else {
            text =
                    (fixed ? "final " : "")
                            + type.text
                            + " "
                            + name
                            + " = "
                            + expressions.of(type, scope, 3)
                            + ";";
        }
        scope.add(type, name, fixed);
        return text;
    }

    private String assignment(Scope scope) {
        List<Variable> seen = scope.all(v -> !v.fixed);
        if (seen.isEmpty() || random.nextInt(3) == 0) {
            Type type = Members.anyType(random);
            return members.field(type, scope, random)
                    + " = "
                    + expressions.of(type, scope, 3)
                    + ";";
        }
        Variable v = seen.get(random.nextInt(seen.size()));
        return v.name + " = " + expressions.of(v.type, scope, 3) + ";";
    }

    private String jump(Scope scope) {
        String condition = "if (" + expressions.condition(scope, 1) + ") ";
        if (!scope.labels.isEmpty() && random.nextInt(3) != 0) {
            String label = scope.labels.get(random.nextInt(scope.labels.size()));
            return condition + (random.nextBoolean() ? "break " : "continue ") + label + ";";
        }
        if (scope.result == null) {
            return condition + "v();";
        }
        return condition + "return " + expressions.of(scope.result, scope, 2) + ";";
    }

    private String loop(Scope scope, int depth) {
        Scope inner = scope.nested();
        String label = members.fresh("L");
        inner.labels.add(label);
        String name = members.fresh("k");
        switch (random.nextInt(4)) {
            case 0:
                return label
                        + ": while (fuel-- > 0 && "
                        + expressions.condition(scope, 2)
                        + ") "
                        + braces(inner, depth);
            case 1:
                return label
                        + ": do "
                        + braces(inner, depth)
                        + " while (fuel-- > 0 && "
                        + expressions.condition(scope, 2)
                        + ");";
            case 2:
                inner.add(Type.INT, name, true);
                return label
                        + ": for (int "
                        + name
                        + " : "
                        + expressions.of(Type.INTS, scope, 1)
                        + ") "
                        + braces(inner, depth);
            default:
                inner.add(Type.INT, name, false);
                return label
                        + ": for (int "
                        + name
                        + " = 0; fuel-- > 0 && "
                        + name
                        + " < "
                        + (1 + random.nextInt(4))
                        + "; "
                        + name
                        + "++) "
                        + braces(inner, depth);
        }
    }

    private String intSwitch(Scope scope, int depth) {
        StringBuilder text =
                new StringBuilder("switch (" + expressions.of(Type.INT, scope, 2) + " & 3) {\n");
        int step = random.nextBoolean() ? 1 : 1000;
        for (int k = 0; k < 3; k++) {
            text.append("case ").append(k * step).append(": ").append(braces(scope, depth));
            text.append(random.nextInt(3) == 0 ? "\n" : " break;\n");
        }
        return text.append("default: ").append(braces(scope, depth)).append("}").toString();
    }

    private String stringSwitch(Scope scope, int depth) {
        return "switch ("
                + expressions.of(Type.STRING, scope, 2)
                + ") {\ncase \"a\": "
                + braces(scope, depth)
                + "\ncase \"\": "
                + braces(scope, depth)
                + " break;\ndefault: "
                + braces(scope, depth)
                + "}";
    }

    private String tryStatement(Scope scope, int depth) {
        StringBuilder text = new StringBuilder("try ").append(braces(scope, depth));
        int shape = random.nextInt(4);
        if (shape != 3) {
            String name = members.fresh("e");
            String caught =
                    shape == 0
                            ? "RuntimeException"
                            : FAILURES[random.nextInt(2)] + " | " + FAILURES[2 + random.nextInt(2)];
            text.append(" catch (")
                    .append(caught)
                    .append(' ')
                    .append(name)
                    .append(") {\nTrace.add(")
                    .append(name);
            text.append(");\n")
                    .append(block(scope.nested(), depth - 1, 1 + random.nextInt(2)))
                    .append("}");
        }
        if (shape >= 2) {
            text.append(" finally ").append(braces(scope, depth));
        }
        return text.toString();
    }
}
