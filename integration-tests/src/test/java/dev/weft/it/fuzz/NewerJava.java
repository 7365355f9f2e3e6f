package dev.weft.it.fuzz;

import java.util.Random;

/**
 * Random expressions that need a release after 8: switch expressions, patterns, text blocks,
 * records.
 */
final class NewerJava {
    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final Calls calls;
    private final int release;

    NewerJava(Random random, Members members, Expressions expressions, Calls calls, int release) {
        this.random = random;
        this.members = members;
        this.expressions = expressions;
        this.calls = calls;
        this.release = release;
    }

    /** An expression of {@code type}, or null when the release has none for it. */
    String of(Type type, Scope scope, int depth) {
        if (release < 17) {
            return null;
        }
        switch (random.nextInt(5)) {
            case 0:
            case 1:
                return switchOf(type, scope, depth);
            case 2:
                return instanceOf(type, scope, depth);
            case 3:
                return release >= 21 ? patterns(type, scope, depth) : switchOf(type, scope, depth);
            default:
                return particular(type, scope, depth);
        }
    }

    private String switchOf(Type type, Scope scope, int depth) {
        boolean text = random.nextInt(3) == 0;
        String selector = expressions.of(text ? Type.STRING : Type.INT, scope, depth);
        return Expressions.cast(
                type,
                "switch ("
                        + (text ? selector : selector + " & 3")
                        + ") {\ncase "
                        + (text ? "\"a\", \"\"" : "0")
                        + " -> "
                        + typed(type, scope, depth)
                        + ";\ncase "
                        + (text ? "\"bc\"" : "1, 2")
                        + " -> "
                        + calls.yielding(type, scope, depth)
                        + "\ndefault -> "
                        + typed(type, scope, depth)
                        + ";\n}");
    }

    private String typed(Type type, Scope scope, int depth) {
        return Expressions.cast(type, expressions.of(type, scope, depth));
    }

    private String instanceOf(Type type, Scope scope, int depth) {
        String name = members.fresh("t");
        Scope inner = scope.nested();
        inner.add(Type.STRING, name, true);
        return Expressions.cast(
                type,
                "("
                        + expressions.of(Type.OBJECT, scope, depth)
                        + " instanceof String "
                        + name
                        + " && "
                        + expressions.condition(inner, depth)
                        + ") ? "
                        + typed(type, inner, depth)
                        + " : "
                        + typed(type, scope, depth));
    }

    private String shape(Scope scope, int depth) {
        String square = "new Sq(" + expressions.of(Type.INT, scope, depth) + ")";
        return random.nextBoolean()
                ? square
                : "new Ci(" + square + ", " + expressions.of(Type.STRING, scope, depth) + ")";
    }

    private String patterns(Type type, Scope scope, int depth) {
        String n = members.fresh("r");
        Scope first = scope.nested();
        first.add(Type.INT, n + "a", true);
        Scope guard = scope.lambda(null);
        guard.add(Type.INT, n + "a", true);
        Scope second = scope.nested();
        second.add(Type.INT, n + "c", true);
        second.add(Type.STRING, n + "d", true);
        return Expressions.cast(
                type,
                "switch ((Sh) o("
                        + shape(scope, depth)
                        + ")) {\n"
                        + "case Sq(int "
                        + n
                        + "a) when "
                        + expressions.condition(guard, 0)
                        + " -> "
                        + typed(type, first, depth)
                        + ";\ncase Ci(Sq(var "
                        + n
                        + "c), var "
                        + n
                        + "d) -> "
                        + typed(type, second, depth)
                        + ";\ncase Sh "
                        + n
                        + "s -> "
                        + typed(type, scope, depth)
                        + ";\n}");
    }

    private String particular(Type type, Scope scope, int depth) {
        switch (type) {
            case INT:
                return "("
                        + shape(scope, depth)
                        + ").area("
                        + expressions.of(Type.LONG, scope, depth)
                        + ")";
            case STRING:
                return "Fuzzed.cut(\"\"\"\n  text\n   block\"\"\" + "
                        + expressions.of(Type.OBJECT, scope, depth)
                        + ")";
            case OBJECT:
                return "((Object) " + shape(scope, depth) + ")";
            case BOOLEAN:
                return "(" + shape(scope, depth) + ").equals(o(" + shape(scope, depth) + "))";
            default:
                return null;
        }
    }
}
