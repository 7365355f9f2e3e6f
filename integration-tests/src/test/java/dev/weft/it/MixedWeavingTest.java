package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class hierarchies of which only a part was woven, loaded in both orders: the override that Java
 * would run is the one that runs, pinned where it was not woven.
 */
@Timeout(60)
class MixedWeavingTest {
    private static final Map<String, String> SOURCES =
            Map.of(
                    "mixed.Main",
                    String.join(
                            "\n",
                            "package mixed;",
                            "import static dev.weft.it.SuspendingCall.*;",
                            "import dev.weft.Suspendable;",
                            "import dev.weft.it.Trace;",
                            "@Suspendable class Main {",
                            "  static Object run() {",
                            "    Base[] all = {new Base(), new Sub(), new SubSub()};",
                            "    String log = \"\";",
                            "    for (Base b : all) log += b.f(1) + b.g(i(2)) + Service.class.cast(b).ask(3) + \",\";",
                            "    Service lambda = x -> i(x) + 1000;",
                            "    return log + lambda.ask(1) + lambda.more(2);",
                            "  }",
                            "}",
                            "@Suspendable interface Service {",
                            "  int ask(int x);",
                            "  default int more(int x) { return ask(i(x)) + 7; }",
                            "}",
                            "@Suspendable class Base implements Service {",
                            "  int f(int x) { Trace.add(\"Base.f\"); return i(x) + 10; }",
                            "  int g(int x) { Trace.add(\"Base.g\"); return f(i(x)) + 100; }",
                            "  public int ask(int x) { return f(x) + more2(x); }",
                            "  int more2(int x) { return i(x); }",
                            "}",
                            "class Sub extends Base {",
                            "  @Override int f(int x) { Trace.add(\"Sub.f\"); return super.f(x) + i(20); }",
                            "  @Override public int ask(int x) { Trace.add(\"Sub.ask\"); return super.ask(x) + more(x); }",
                            "  @Override public int more(int x) { return i(x) + 5; }",
                            "}",
                            "class SubSub extends Sub {",
                            "  @Override int g(int x) { Trace.add(\"SubSub.g\"); return super.g(x) + f(x) + i(30); }",
                            "}"));

    private static final Map<String, Set<String>> LEFT_OUT =
            Map.of(
                    "sub", Set.of("mixed/Sub"),
                    "subsub", Set.of("mixed/SubSub"),
                    "both subs", Set.of("mixed/Sub", "mixed/SubSub"),
                    "base", Set.of("mixed/Base"),
                    "interface", Set.of("mixed/Service"),
                    "all but main",
                            Set.of("mixed/Service", "mixed/Base", "mixed/Sub", "mixed/SubSub"),
                    "main", Set.of("mixed/Main"));

    @ParameterizedTest
    @ValueSource(
            strings = {"sub", "subsub", "both subs", "base", "interface", "all but main", "main"})
    void theOverrideThatJavaWouldRunRuns(String leftOut) throws Throwable {
        Classes classes = Compiler.compile(11, SOURCES);
        Outcome expected = run(new WovenLoader(classes.files()), false, false);
        for (boolean chaos : List.of(false, true)) {
            Map<String, byte[]> mixed =
                    new TreeMap<>(Weaving.of(classes, chaos, LEFT_OUT.get(leftOut)).files());
            for (String first : List.of("mixed.Base", "mixed.SubSub", "mixed.Service")) {
                WovenLoader loader = new WovenLoader(mixed);
                WovenLoader.link(loader.loadClass(first));
                loader.linkAll();
                boolean driven = !leftOut.equals("main");
                Outcome outcome = run(loader, driven, !chaos);
                assertEquals(
                        expected.observed(),
                        outcome.observed(),
                        leftOut + " unwoven, first " + first);
            }
        }
    }

    private static Outcome run(WovenLoader loader, boolean driven, boolean suspends) {
        Mode mode = !driven ? Mode.UNWOVEN : suspends ? Mode.SUSPENDING : Mode.CHAOS;
        return Execution.run(mode, loader, "mixed.Main", c -> c.startsWith("mixed."));
    }
}
