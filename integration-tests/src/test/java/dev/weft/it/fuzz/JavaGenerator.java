package dev.weft.it.fuzz;

import java.util.Locale;
import java.util.Random;

/**
 * Generates Java programs: a class {@code P} with a subclass, functional interfaces, fields of
 * every type and methods that call each other, all suspendable, with suspending leaves among the
 * expressions. With newer releases newer language. The same seed and release give the same program.
 */
final class JavaGenerator {
    private static final int FUEL = 120;
    private static final String SUBCLASS = "new Q(";

    private final long seed;
    private final Random random;
    private final Members members;
    private final Expressions expressions;
    private final Statements statements;
    private final Helpers helpers;

    /**
     * Makes the generator of one program.
     *
     * @param seed which
     * @param release the source level
     */
    JavaGenerator(long seed, int release) {
        this.seed = seed;
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        members = new Members(random);
        expressions = new Expressions(random, members, release);
        statements = new Statements(random, members, expressions, release);
        expressions.statements(statements);
        helpers = new Helpers(random, expressions, statements);
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
        StringBuilder body = new StringBuilder();
        members.methods().forEach(m -> method(body, m));
        Scope scope = new Scope(Type.OBJECT, false);
        body.append("static Object run() {\n")
                .append(statements.block(scope, 2, 2 + random.nextInt(2)))
                .append("return result();\n}\n");
        String q = body.indexOf(SUBCLASS) < 0 ? "" : subclass(true);
        body.append(helpers.members(body + q));
        if (q.isEmpty() && body.indexOf(SUBCLASS) >= 0) {
            q = subclass(false);
        }
        StringBuilder text = new StringBuilder("package " + packageName(seed) + ";\n");
        text.append("import static dev.weft.it.SuspendingCall.*;\nimport dev.weft.Suspendable;\n");
        text.append("import dev.weft.it.Trace;\nimport dev.weft.it.fuzz.Fuzzed;\n\n");
        text.append("@Suspendable\nclass P {\nstatic int fuel = " + FUEL + ";\n");
        text.append(
                "P() {}\nP(int a, Object b) { f_int = a; f_object = b; Trace.add(\"new P\"); }\n");
        text.append("public String toString() { return \"P\" + f_int; }\n").append(body);
        fields(text, text + q);
        text.append("}\n").append(q);
        return text.append(helpers.types(text.toString())).toString();
    }

    private String subclass(boolean overriding) {
        StringBuilder text = new StringBuilder("\n@Suspendable\nclass Q extends P {\n");
        text.append("Q(String s) { super(s.length(), s); }\n");
        members.methods().stream()
                .filter(m -> overriding && !m.isStatic && random.nextBoolean())
                .forEach(m -> method(text, m));
        return text.append("}\n").toString();
    }

    /** Those that the program names, and a method that shows the static ones. */
    private static void fields(StringBuilder text, String program) {
        StringBuilder result = new StringBuilder("static Object result() { return \"\"");
        for (Type type : Type.values()) {
            String name = type.name().toLowerCase(Locale.ROOT);
            String initial = type == Type.SELF ? "null" : type.neutral;
            String rest = "_" + name + " = " + initial + ";\n";
            if (program.contains("s_" + name)) {
                text.append("static ").append(type.text).append(" s").append(rest);
                if (type.printable()) {
                    result.append(" + \",\" + s_").append(name);
                }
            }
            if (program.contains("f_" + name)) {
                text.append(type.text).append(" f").append(rest);
            }
        }
        text.append(result).append("; }\n");
    }

    private void method(StringBuilder text, Members.Method m) {
        Scope scope = new Scope(m.result, !m.isStatic);
        text.append(m.isStatic ? "static " : random.nextInt(12) == 0 ? "synchronized " : "");
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
        text.append(statements.block(scope, random.nextInt(3), 1 + random.nextInt(2)));
        text.append("return ").append(expressions.of(m.result, scope, 2)).append(";\n}\n");
    }
}
