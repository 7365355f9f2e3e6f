package dev.weft.it.fuzz;

import java.util.Random;

/**
 * Generates Java programs: a class {@code P} with a subclass, functional interfaces, fields of
 * every type and methods that call each other, all suspendable, with suspending leaves among the
 * expressions. Source level 8. The same seed gives the same program.
 */
final class JavaGenerator {
    private static final int FUEL = 120;

    private final long seed;
    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final Statements statements;

    JavaGenerator(long seed) {
        this.seed = seed;
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        members = new Members(random);
        expressions = new Expressions(random, members);
        statements = new Statements(random, members, expressions);
    }

    /** The package that holds the program. */
    static String packageName(long seed) {
        return "fuzz.p" + Long.toString(seed).replace('-', 'm');
    }

    /** The class with the {@code run()} method. */
    static String className(long seed) {
        return packageName(seed) + ".P";
    }

    String source() {
        StringBuilder text = new StringBuilder("package " + packageName(seed) + ";\n");
        text.append("import static dev.weft.it.SuspendingCall.*;\nimport dev.weft.Suspendable;\n");
        text.append("import dev.weft.it.Trace;\nimport dev.weft.it.fuzz.Fuzzed;\n\n");
        text.append("@Suspendable\nclass P {\nstatic int fuel = " + FUEL + ";\n");
        for (Type type : Type.values()) {
            field(text, type);
        }
        text.append(
                "P() {}\nP(int a, Object b) { f_int = a; f_object = b; Trace.add(\"new P\"); }\n");
        text.append("public String toString() { return \"P\" + f_int; }\n");
        for (Members.Method m : members.methods()) {
            method(text, m, "");
        }
        run(text);
        text.append("}\n\n@Suspendable\nclass Q extends P {\n");
        text.append("Q(String s) { super(s.length(), s); }\n");
        members.methods().stream()
                .filter(m -> !m.isStatic && random.nextBoolean())
                .forEach(m -> method(text, m, ""));
        text.append("}\n\n@Suspendable\ninterface Op { int ap(int a, long b); }\n\n");
        text.append("@Suspendable\ninterface Fn<T> { T fn(T a, Object b); }\n");
        return text.toString();
    }

    private void field(StringBuilder text, Type type) {
        String name = type.name().toLowerCase(java.util.Locale.ROOT);
        String initial = type == Type.SELF ? "null" : type.neutral;
        text.append("static ")
                .append(type.text)
                .append(" s_")
                .append(name)
                .append(" = ")
                .append(initial)
                .append(";\n");
        if (type.printable()) {
            text.append(type.text)
                    .append(" f_")
                    .append(name)
                    .append(" = ")
                    .append(initial)
                    .append(";\n");
        }
    }

    private void method(StringBuilder text, Members.Method m, String modifiers) {
        Scope scope = new Scope(m.result, !m.isStatic);
        text.append(modifiers)
                .append(m.isStatic ? "static " : random.nextInt(12) == 0 ? "synchronized " : "");
        text.append(m.result.text).append(' ').append(m.name).append('(');
        for (int k = 0; k < m.parameters.size(); k++) {
            boolean fixed = random.nextBoolean();
            Type type = m.parameters.get(k);
            text.append(k == 0 ? "" : ", ")
                    .append(fixed ? "final " : "")
                    .append(type.text)
                    .append(" a")
                    .append(k);
            scope.add(type, "a" + k, fixed);
        }
        text.append(") {\nif (fuel-- <= 0) return ").append(m.result.neutral).append(";\n");
        text.append(statements.block(scope, random.nextInt(3), 1 + random.nextInt(3)));
        text.append("return ").append(expressions.of(m.result, scope, 2)).append(";\n}\n");
    }

    private void run(StringBuilder text) {
        Scope scope = new Scope(Type.OBJECT, false);
        text.append("static Object run() {\n")
                .append(statements.block(scope, 2, 2 + random.nextInt(3)));
        text.append("return \"\"");
        for (Type type : Type.values()) {
            if (type.printable()) {
                text.append(" + \",\" + s_").append(type.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        text.append(" + s_ints[0];\n}\n");
    }
}
