package dev.weft.it.fuzz;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * The declarations that the expressions of {@link Calls} and {@link NewerJava} use: methods of
 * {@code P} and small types, with random bodies. A program gets those that it names.
 */
final class Helpers {
    private static final String FUEL = "if (P.fuel-- <= 0) return ";

    private final Random random;
    private final Expressions expressions;
    private final Statements statements;

    Helpers(Random random, Expressions expressions, Statements statements) {
        this.random = random;
        this.expressions = expressions;
        this.statements = statements;
    }

    /**
     * Methods and inner classes of {@code P} that a program names. Their bodies may name further
     * ones, so this goes on until nothing is missing.
     */
    String members(String program) {
        StringBuilder text = new StringBuilder();
        Set<String> made = new HashSet<>();
        int before;
        do {
            before = made.size();
            if (isMissing("P.<", "generic", program, text, made)) {
                text.append(GENERIC);
            }
            if (isMissing("vs(", "vs(", program, text, made)) {
                text.append(OBJECTS);
            }
            if (isMissing("va(", "va(", program, text, made)) {
                text.append(NUMBERS);
            }
            if (isMissing("hop", "hop", program, text, made)) {
                text.append("static int hop(int a, final long b) ")
                        .append(body(scope(false, Type.INT, Type.INT, "a", Type.LONG, "b")));
            }
            if (isMissing("hfn", "hfn", program, text, made)) {
                text.append("String hfn(String a, final Object b) ")
                        .append(body(scope(true, Type.STRING, Type.STRING, "a", Type.OBJECT, "b")));
            }
            if (isMissing(".new In(", "In", program, text, made)) {
                text.append("class In {\nint x;\nIn(int x) { this.x = x + f_int; }\nint m() ")
                        .append(body(scope(false, Type.INT)).replaceFirst("\n", "\nf_int += x;\n"))
                        .append("}\n");
            }
        } while (made.size() > before);
        return text.toString();
    }

    private static boolean isMissing(
            String mark, String name, String program, StringBuilder text, Set<String> made) {
        return !made.contains(name)
                && (program.contains(mark) || text.indexOf(mark) >= 0)
                && made.add(name);
    }

    /** Top-level types next to {@code P}. */
    String types(String program) {
        StringBuilder text = new StringBuilder();
        if (program.contains("Op")) {
            text.append(OPERATION);
        }
        if (program.contains("Fn<") || program.contains("Box")) {
            text.append("\n@Suspendable\ninterface Fn<T> { T fn(T a, Object b); }\n");
        }
        if (program.contains("Mk)")) {
            text.append("\n@Suspendable\ninterface Mk { P mk(int a, Object b); }\n");
        }
        if (program.contains("Box")) {
            text.append(BOXES);
        }
        if (program.contains("E.values")) {
            text.append(ENUM);
        }
        if (program.contains("Sq(") || program.contains("Sh ")) {
            text.append(SHAPES);
        }
        if (program.contains("new Res(")) {
            text.append(RESOURCE);
        }
        return text.toString();
    }

    private static final String GENERIC =
            "static <T> T id(T a, int n) {\n"
                    + FUEL
                    + "a;\nreturn n > 0 ? o(a) : P.<T>id(a, 1);\n}\n"
                    + "static <T extends Comparable<T>> T max(T a, T b) {\n"
                    + "return o(a).compareTo(o(b)) >= 0 ? a : b;\n}\n";

    private static final String OBJECTS =
            "static String vs(Object... xs) {\nString all = \"\";\n"
                    + "for (Object x : xs) all = Fuzzed.cut(all + o(x));\nreturn all;\n}\n";

    private static final String NUMBERS =
            "static int va(int... xs) {\n"
                    + "int sum = xs.length;\nfor (int x : xs) sum += i(x);\nreturn sum;\n}\n";

    private static final String BOXES =
            "\n@Suspendable\nclass Box<T> {\nT v;\nBox(T v) { this.v = v; }\nT get() { return o(v); }\n"
                    + "<R extends T> R map(Fn<R> f) {\n@SuppressWarnings(\"unchecked\") R r = (R) get();\n"
                    + "return f.fn(r, this.v);\n}\n"
                    + "Box<T> with(T w) { Box<T> b = new Box<T>(o(w)); b.v = b.get(); return b; }\n}\n"
                    + "\n@Suspendable\nclass SBox extends Box<String> {\nSBox(String s) { super(s); }\n"
                    + "@Override String get() { return super.get() + str(\"!\").length(); }\n"
                    + "@Override SBox with(String s) { v();\nreturn new SBox(str(s)); }\n"
                    + "static void v() { Trace.add(\"v\"); }\n}\n";

    private static final String OPERATION =
            "\n@Suspendable\ninterface Op {\nint ap(int a, long b);\n"
                    + "default int twice(int a, long b) {\n"
                    + FUEL
                    + "0;\nreturn ap(ap(a, b), b + 1);\n}\n}\n";

    private static final String ENUM =
            "\n@Suspendable\nenum E {\nA { int m(int x) { return i(x) + ordinal(); } },\n"
                    + "B { int m(int x) { "
                    + FUEL
                    + "0; return A.m(x - 1) * i(2); } };\n"
                    + "abstract int m(int x);\n}\n";

    private static final String SHAPES =
            "\n@Suspendable\nsealed interface Sh permits Sq, Ci {\nint area(long k);\n}\n"
                    + "@Suspendable\nrecord Sq(int s) implements Sh {\n"
                    + "public int area(long k) { return i(s) * s + (int) l(k); }\n}\n"
                    + "@Suspendable\nrecord Ci(Sq in, String n) implements Sh {\n"
                    + "public int area(long k) { return in.area(k) + String.valueOf(str(n)).length(); }\n}\n";

    private static final String RESOURCE =
            "\n@Suspendable\nclass Res implements AutoCloseable {\nfinal int n;\n"
                    + "Res(int n) { this.n = n; Trace.add(\"open \" + n); }\n"
                    + "@Override public void close() {\nTrace.add(\"close \" + i(n));\n"
                    + "if ((n & 3) == 1) fail(new IllegalStateException(\"close \" + n));\n}\n}\n";

    private static Scope scope(boolean instance, Type result, Object... parameters) {
        Scope scope = new Scope(result, instance);
        for (int k = 0; k < parameters.length; k += 2) {
            scope.add((Type) parameters[k], (String) parameters[k + 1], k > 0);
        }
        return scope;
    }

    private String body(Scope scope) {
        return "{\n"
                + FUEL
                + scope.result.neutral
                + ";\n"
                + statements.block(scope, 1, random.nextInt(2))
                + "return "
                + expressions.of(scope.result, scope, 1)
                + ";\n}\n";
    }
}
