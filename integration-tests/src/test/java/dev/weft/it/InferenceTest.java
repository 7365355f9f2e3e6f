package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.classify.Inference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can suspend is computed: the scenarios again, with their annotations taken away. */
@Timeout(300)
class InferenceTest {
    private static final int RELEASE = 11;

    /** Reflection is not followed: the targets of these are called by nobody else. */
    private static final Set<String> REFLECTIVE =
            Set.of("scenario.Unwoven$JdkProxy", "scenario.Unwoven$Reflection");

    @Test
    void scenariosWithoutAnnotationsSuspend() throws Exception {
        Map<String, String> sources = new TreeMap<>();
        Scenarios.sources(RELEASE)
                .forEach((name, text) -> sources.put(name, text.replace("@Suspendable", "")));
        Classes classes = Compiler.compile(RELEASE, sources);
        Weaving weaving = Weaving.inferred(classes, "scenario.**");
        WovenLoader woven = new WovenLoader(weaving.files());
        woven.linkAll();
        WovenLoader unwoven = new WovenLoader(classes.files());
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (String program : Scenarios.programs(unwoven, classes)) {
            boolean handles = program.startsWith("scenario.Handles$");
            if (!handles && !REFLECTIVE.contains(program)) {
                check(program, unwoven, woven, wrong);
                run++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(run > 100, "ran " + run);
    }

    private static void check(
            String program, WovenLoader unwoven, WovenLoader woven, List<String> wrong)
            throws Exception {
        Pins pins = unwoven.loadClass(program).getAnnotation(Pins.class);
        Outcome expected = Execution.run(Mode.UNWOVEN, unwoven, program, n -> false);
        boolean suspends = hasOverload(woven.loadClass(program));
        Mode mode = suspends ? Mode.SUSPENDING : Mode.PINNED;
        Outcome outcome = Execution.run(mode, woven, program, n -> false);
        int pinned = pins == null ? 0 : pins.value();
        if (!outcome.observed().equals(expected.observed()) || outcome.pinnedLeaves > pinned) {
            wrong.add(program + ": pinned " + outcome.pinnedLeaves + ", not " + pinned + outcome);
        }
    }

    static boolean hasOverload(Class<?> program) {
        for (var m : program.getDeclaredMethods()) {
            if (m.getName().equals("run") && m.getParameterCount() == 1 && m.isSynthetic()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void onlyWhatCanReachASuspensionIsChosen() {
        String text =
                String.join(
                        "\n",
                        "package p;",
                        "import java.util.function.*;",
                        "interface I { int m(int x); default int twice(int x) { return m(x) + m(x); } }",
                        "class Waits implements I { public int m(int x) {",
                        "  try { Thread.sleep(x); } catch (InterruptedException e) { } return x; } }",
                        "class Computes implements I { public int m(int x) { return x + 1; } int own() { return 1; } }",
                        "class Main {",
                        "  static int viaInterface(I i) { return i.twice(2); }",
                        "  static int plain(Computes c) { return c.own() + helper(3); }",
                        "  static int helper(int x) { return x * x; }",
                        "  static int viaLambda() { IntSupplier s = () -> viaInterface(new Waits()); return s.getAsInt(); }",
                        "  static int unrelated() { Supplier<String> s = () -> \"a\"; return s.get().length(); }",
                        "  Main() { viaLambda(); }",
                        "}");
        Classes classes = Compiler.compile(RELEASE, Map.of("p.Main", text));
        WeaverOptions options = WeaverOptions.builder().infer("p.**").build();
        Set<String> methods = Inference.methods(options, classes::find, classes.files().values());
        assertEquals(
                Set.of(
                        "p/Waits.m(I)I",
                        "p/Computes.m(I)I",
                        "p/I.m(I)I",
                        "p/I.twice(I)I",
                        "p/Main.viaInterface(Lp/I;)I",
                        "p/Main.viaLambda()I",
                        "p/Main.lambda$viaLambda$0()I"),
                methods);
    }

    @Test
    void exclusionsAndTheSetCount() {
        String text =
                "package p; class A { static void a() throws Exception { Thread.sleep(1); } }"
                        + " class B { static void b() throws Exception { A.a(); } }";
        Classes classes = Compiler.compile(RELEASE, Map.of("p.A", text));
        WeaverOptions excluding = WeaverOptions.builder().infer("p.**").exclude("p.A").build();
        assertEquals(
                Set.of(), Inference.methods(excluding, classes::find, classes.files().values()));
        WeaverOptions part = WeaverOptions.builder().infer("p.A").build();
        assertEquals(
                Set.of("p/A.a()V"),
                Inference.methods(part, classes::find, classes.files().values()));
    }
}
