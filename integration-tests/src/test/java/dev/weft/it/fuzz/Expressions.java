package dev.weft.it.fuzz;

import dev.weft.it.fuzz.Scope.Variable;
import java.util.List;
import java.util.Random;

/** Random expressions. Each is enclosed in markers that {@link Shrinker} understands. */
final class Expressions {
    private static final String[] INTS = {
        "0", "1", "-1", "2", "7", "31", "128", "65535", "Integer.MIN_VALUE", "99"
    };
    private static final String[] LONGS = {
        "0L", "1L", "-1L", "1L << 40", "Long.MIN_VALUE", "12345678901L"
    };
    private static final String[] FLOATS = {"0f", "(-0f)", "1.5f", "Float.NaN", "1e30f", "(-2f)"};
    private static final String[] DOUBLES = {
        "0.0", "(-0.0)", "0.5", "Double.NaN", "1e300", "(-3.25)"
    };
    private static final String[] STRINGS = {
        "\"\"", "\"a\"", "\"bc\"", "((String) null)", "\"\\u0001x\""
    };
    static final String[] ARITHMETIC = {"+", "-", "*", "/", "%"};
    private static final String[] BITS = {"&", "|", "^"};
    private static final String[] SHIFTS = {"<<", ">>", ">>>"};
    private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "==", "!="};

    private final Random random;
    private final Members members;
    private final Calls calls;

    Expressions(Random random, Members members, int release) {
        this.random = random;
        this.members = members;
        calls = new Calls(random, members, this, release);
    }

    /** Bodies of anonymous classes, blocks of lambdas and switches come from there. */
    void statements(Statements statements) {
        calls.statements(statements);
    }

    /** An expression of exactly {@code type}. */
    String of(Type type, Scope scope, int depth) {
        return "/*(" + type + "*/" + bare(type, scope, depth) + "/*)*/";
    }

    /** A condition; never a compile-time constant. */
    String condition(Scope scope, int depth) {
        return "z(" + of(Type.BOOLEAN, scope, depth) + ")";
    }

    String lambda(Type type, Scope scope, int depth) {
        Scope inner = scope.lambda(type == Type.OP ? Type.INT : Type.STRING);
        String n = members.fresh("p");
        inner.add(type == Type.OP ? Type.INT : Type.STRING, n + "a", true);
        inner.add(type == Type.OP ? Type.LONG : Type.OBJECT, n + "b", true);
        if (depth > 0 && random.nextInt(4) == 0) {
            return "((" + n + "a, " + n + "b) -> " + calls.body(inner, depth) + ")";
        }
        return "((" + n + "a, " + n + "b) -> " + of(inner.result, inner, depth) + ")";
    }

    private String bare(Type type, Scope scope, int depth) {
        if (depth <= 0) {
            return simple(type, scope);
        }
        switch (random.nextInt(13)) {
            case 0:
            case 1:
                return simple(type, scope);
            case 2:
            case 3:
                return leaf(type, scope, depth - 1);
            case 4:
            case 5:
                return call(type, scope, depth - 1);
            case 6:
                return cast(
                        type,
                        condition(scope, depth - 1)
                                + " ? "
                                + typed(type, scope, depth - 1)
                                + " : "
                                + typed(type, scope, depth - 1));
            case 7:
                return assignment(type, scope, depth - 1);
            case 8:
            case 9:
            case 10:
                String more = calls.of(type, scope, depth - 1);
                return more != null ? more : compound(type, scope, depth - 1);
            default:
                return compound(type, scope, depth - 1);
        }
    }

    /** Branches of ?: need their type spelt out, or javac would promote or not infer. */
    private String typed(Type type, Scope scope, int depth) {
        return cast(type, of(type, scope, depth));
    }

    /** Also keeps javac from inferring nested calls again and again, in exponential time. */
    static String cast(Type type, String text) {
        return "((" + type.text + ") (" + text + "))";
    }

    private String simple(Type type, Scope scope) {
        List<Variable> seen = scope.all(v -> v.type == type);
        if (!seen.isEmpty() && random.nextInt(4) != 0) {
            return seen.get(random.nextInt(seen.size())).name;
        }
        if (random.nextInt(3) == 0) {
            return members.field(type, scope, random);
        }
        return literal(type, scope);
    }

    private String literal(Type type, Scope scope) {
        switch (type) {
            case INT:
                return "(" + pick(INTS) + ")";
            case LONG:
                return "(" + pick(LONGS) + ")";
            case FLOAT:
                return pick(FLOATS);
            case DOUBLE:
                return pick(DOUBLES);
            case BOOLEAN:
                return random.nextBoolean() ? "true" : "false";
            case STRING:
                return pick(STRINGS);
            case OBJECT:
                return random.nextBoolean() ? "((Object) null)" : "((Object) \"obj\")";
            case BOXED:
                return random.nextInt(3) == 0
                        ? "((Integer) null)"
                        : "((Integer) (" + pick(INTS) + "))";
            case INTS:
                return "new int[] {1, 2, 3}";
            case LONGS:
            case DOUBLES:
            case BYTES:
            case STRINGS:
                return type.neutral;
            case BOX:
                return "new Box<String>(" + pick(STRINGS) + ")";
            case SELF:
                return scope.instance() && random.nextBoolean() ? "this" : "new P()";
            case OP:
            case MAP:
                return lambdaCast(type, scope, 0);
            default:
                return "((" + type.text + ") (" + pick(INTS) + "))";
        }
    }

    private String lambdaCast(Type type, Scope scope, int depth) {
        return "((" + type.text + ") " + lambda(type, scope, depth) + ")";
    }

    private String leaf(Type type, Scope scope, int depth) {
        String call = type.leaf + "(" + of(type, scope, depth) + ")";
        return type.leaf.equals("o") ? cast(type, call) : call;
    }

    private String call(Type type, Scope scope, int depth) {
        if (type == Type.INT && random.nextInt(4) == 0) {
            return of(Type.OP, scope, depth)
                    + ".ap("
                    + of(Type.INT, scope, depth)
                    + ", "
                    + of(Type.LONG, scope, depth)
                    + ")";
        }
        if (type == Type.STRING && random.nextInt(4) == 0) {
            return of(Type.MAP, scope, depth)
                    + ".fn("
                    + of(Type.STRING, scope, depth)
                    + ", "
                    + of(Type.OBJECT, scope, depth)
                    + ")";
        }
        Members.Method m = members.method(type, random);
        if (m == null) {
            return compound(type, scope, depth);
        }
        StringBuilder text =
                new StringBuilder(m.isStatic ? "" : of(Type.SELF, scope, depth - 1) + ".");
        text.append(m.name).append('(');
        for (int k = 0; k < m.parameters.size(); k++) {
            text.append(k == 0 ? "" : ", ").append(of(m.parameters.get(k), scope, depth - 1));
        }
        return text.append(')').toString();
    }

    private String assignment(Type type, Scope scope, int depth) {
        List<Variable> seen = scope.all(v -> v.type == type && !v.fixed);
        if (seen.isEmpty()) {
            return "(" + members.field(type, scope, random) + " = " + of(type, scope, depth) + ")";
        }
        String name = seen.get(random.nextInt(seen.size())).name;
        if (type.numeric() && random.nextBoolean()) {
            return random.nextBoolean()
                    ? "(" + name + (random.nextBoolean() ? "++)" : "--)")
                    : "(" + name + " " + pick(ARITHMETIC) + "= " + of(Type.INT, scope, depth) + ")";
        }
        return "(" + name + " = " + of(type, scope, depth) + ")";
    }

    private String compound(Type type, Scope scope, int depth) {
        switch (type) {
            case INT:
                return intExpression(scope, depth);
            case LONG:
                return "("
                        + of(Type.LONG, scope, depth)
                        + " "
                        + pick(random.nextBoolean() ? ARITHMETIC : BITS)
                        + " "
                        + of(random.nextBoolean() ? Type.LONG : Type.INT, scope, depth)
                        + ")";
            case FLOAT:
            case DOUBLE:
                return "("
                        + of(type, scope, depth)
                        + " "
                        + pick(ARITHMETIC)
                        + " "
                        + of(type, scope, depth)
                        + ")";
            case BOOLEAN:
                return booleanExpression(scope, depth);
            case STRING:
                return stringExpression(scope, depth);
            case OBJECT:
                return "((Object) " + of(printable(), scope, depth) + ")";
            case BOXED:
                return "((Integer) " + of(Type.INT, scope, depth) + ")";
            case INTS:
            case LONGS:
            case DOUBLES:
            case BYTES:
            case STRINGS:
                return "new "
                        + type.text
                        + " {"
                        + of(type.element(), scope, depth)
                        + ", "
                        + of(type.element(), scope, depth)
                        + "}";
            case BOX:
                return "new "
                        + (random.nextInt(3) == 0 ? "SBox" : "Box<String>")
                        + "("
                        + of(Type.STRING, scope, depth)
                        + ")";
            case SELF:
                return random.nextInt(3) == 0
                        ? "new Q(" + of(Type.STRING, scope, depth) + ")"
                        : "new P("
                                + of(Type.INT, scope, depth)
                                + ", "
                                + of(Type.OBJECT, scope, depth)
                                + ")";
            case OP:
            case MAP:
                return lambdaCast(type, scope, depth);
            default:
                return "((" + type.text + ") " + of(numeric(), scope, depth) + ")";
        }
    }

    private String intExpression(Scope scope, int depth) {
        String a = of(Type.INT, scope, depth);
        switch (random.nextInt(7)) {
            case 0:
                return "(" + a + " " + pick(SHIFTS) + " " + of(Type.INT, scope, depth) + ")";
            case 1:
                return "(" + a + " " + pick(BITS) + " " + of(Type.INT, scope, depth) + ")";
            case 2:
                return "((int) " + of(numeric(), scope, depth) + ")";
            case 3:
                return of(Type.STRING, scope, depth) + ".length()";
            case 4:
                return calls.element(Type.INTS, scope, depth);
            case 5:
                return "(-" + a + ")";
            default:
                return "(" + a + " " + pick(ARITHMETIC) + " " + of(Type.INT, scope, depth) + ")";
        }
    }

    private String booleanExpression(Scope scope, int depth) {
        String a = of(Type.BOOLEAN, scope, depth);
        switch (random.nextInt(6)) {
            case 0:
                return "("
                        + a
                        + (random.nextBoolean() ? " && " : " || ")
                        + of(Type.BOOLEAN, scope, depth)
                        + ")";
            case 1:
                return "(" + a + " " + pick(BITS) + " " + of(Type.BOOLEAN, scope, depth) + ")";
            case 2:
                return "(!" + a + ")";
            case 3:
                return "("
                        + of(Type.OBJECT, scope, depth)
                        + " instanceof "
                        + (random.nextBoolean() ? "String" : "Integer")
                        + ")";
            default:
                return "("
                        + of(numeric(), scope, depth)
                        + " "
                        + pick(COMPARISONS)
                        + " "
                        + of(numeric(), scope, depth)
                        + ")";
        }
    }

    private String stringExpression(Scope scope, int depth) {
        StringBuilder text = new StringBuilder("Fuzzed.cut(\"\"");
        for (int k = random.nextInt(3); k >= 0; k--) {
            text.append(" + ").append(of(printable(), scope, depth));
        }
        return text.append(')').toString();
    }

    Type printable() {
        return Type.values()[random.nextInt(Type.OBJECT.ordinal() + 1)];
    }

    Type numeric() {
        Type type = Type.values()[random.nextInt(Type.CHAR.ordinal() + 1)];
        return type == Type.BOOLEAN ? Type.INT : type;
    }

    String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
