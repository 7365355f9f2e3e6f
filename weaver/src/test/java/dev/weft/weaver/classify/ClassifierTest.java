package dev.weft.weaver.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.golden.Sources;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import dev.weft.weaver.model.WeaveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is suspendable, from bytes only. */
@Timeout(60)
class ClassifierTest {
    private static final String SOURCE =
            String.join(
                    "\n",
                    "package c;",
                    "import dev.weft.Suspendable;",
                    "class All {",
                    "  interface Task<T> { @Suspendable T run(T t); default void other() {} }",
                    "  static class Impl implements Task<String> {",
                    "    public String run(String s) { return s; }",
                    "    public void other() {}",
                    "    String run(String s, int i) { return s; }",
                    "  }",
                    "  static class Sub extends Impl { @Override public String run(String s) { return s; } }",
                    "  static class Kept extends Impl {}",
                    "  @Suspendable static class Wide { void m(" + wide() + ") {} }",
                    "  @Suspendable static class Whole { void a() {} static void b() {} private void c() {} }",
                    "  static class Plain { void a() {} Task<String> t() { return s -> s; }",
                    "    Runnable r() { return () -> a(); } }",
                    "  @interface Mark { String value() default \"\"; }",
                    "}");

    private static String wide() {
        return IntStream.range(0, 127)
                .mapToObj(i -> "long a" + i)
                .collect(Collectors.joining(", "));
    }

    @TempDir private static Path folder;
    private static Map<String, byte[]> classes;

    @BeforeAll
    static void compile() throws IOException {
        classes = Sources.compile(folder, Map.of("c/All.java", SOURCE));
    }

    private static Classifier classifier(WeaverOptions.Builder options) {
        return new Classifier(options.build(), name -> Sources.find(classes, name));
    }

    private static boolean isSuspendable(String type, String name, String desc) {
        return classifier(WeaverOptions.builder()).isSuspendable("c/All$" + type, name, desc);
    }

    @Test
    void overridesOfAnAnnotatedMethodAre() {
        String desc = "(Ljava/lang/Object;)Ljava/lang/Object;";
        String own = "(Ljava/lang/String;)Ljava/lang/String;";
        assertTrue(isSuspendable("Task", "run", desc));
        assertTrue(isSuspendable("Impl", "run", desc), "the bridge");
        assertTrue(isSuspendable("Impl", "run", own), "what the bridge calls");
        assertTrue(isSuspendable("Sub", "run", own));
    }

    @Test
    void neighboursAndOtherSignaturesAreNot() {
        assertFalse(isSuspendable("Task", "other", "()V"));
        assertFalse(isSuspendable("Impl", "other", "()V"));
        assertFalse(isSuspendable("Impl", "run", "(Ljava/lang/String;I)Ljava/lang/String;"));
        assertFalse(isSuspendable("Plain", "a", "()V"));
    }

    @Test
    void anAnnotatedClassMeansAllItsMethods() {
        assertTrue(isSuspendable("Whole", "a", "()V"));
        assertTrue(isSuspendable("Whole", "b", "()V"));
        assertTrue(isSuspendable("Whole", "c", "()V"));
        assertFalse(isSuspendable("Whole", "<init>", "()V"));
    }

    /** Who reads annotations by reflection calls every method of theirs. */
    @Test
    void elementsOfAnAnnotationAreNot() {
        WeaverOptions.Builder all = WeaverOptions.builder().suspendable("c.**");
        assertFalse(classifier(all).isSuspendable("c/All$Mark", "value", "()Ljava/lang/String;"));
        Weaver weaver = new Weaver(all.build(), name -> Sources.find(classes, name));
        assertFalse(weaver.weave(classes.get("c/All$Mark")).changed());
    }

    @Test
    void lambdaBodiesFollowTheirInterface() {
        assertTrue(isSuspendable("Plain", "lambda$t$0", "(Ljava/lang/String;)Ljava/lang/String;"));
        assertFalse(isSuspendable("Plain", "lambda$r$1", "()V"));
    }

    @Test
    void patternsAddAndExclusionsTakeAway() {
        Classifier all =
                classifier(WeaverOptions.builder().suspendable("c.**").exclude("c.All$Pl*"));
        assertTrue(all.isSuspendable("c/All$Impl", "other", "()V"));
        assertTrue(all.isExcluded("c/All$Plain"));
        assertFalse(all.isExcluded("c/All"));
        Classifier one = classifier(WeaverOptions.builder().suspendable("*.All"));
        assertFalse(one.isSuspendable("c/All$Impl", "other", "()V"));
    }

    @Test
    void aMethodWithoutRoomForTheHiddenParameterIsReported() {
        String desc = "(" + "J".repeat(127) + ")V";
        assertFalse(isSuspendable("Wide", "m", desc));
        assertTrue(classifier(WeaverOptions.builder()).lacksRoom("c/All$Wide", "m", desc));
        Weaver weaver =
                new Weaver(WeaverOptions.builder().build(), name -> Sources.find(classes, name));
        List<PinSite> pins = weaver.weave(classes.get("c/All$Wide")).report().pins();
        assertEquals(
                List.of(PinReason.TOO_MANY_PARAMETERS),
                pins.stream().map(PinSite::reason).collect(Collectors.toList()));
    }

    @Test
    void aLibraryDeclaresItsOwn() {
        String file = "# a comment\n\nc.All$Impl#other  # ours\nc.All$Pl*\n";
        Classifier c = declaring(file);
        assertTrue(c.isSuspendable("c/All$Impl", "other", "()V"));
        assertFalse(
                c.isSuspendable("c/All$Impl", "run", "(Ljava/lang/String;I)Ljava/lang/String;"));
        assertTrue(c.isSuspendable("c/All$Plain", "a", "()V"));
        Declarations declared = new Declarations(withDeclarations(file));
        assertTrue(declared.matchesClass("c/All$Impl"));
        assertFalse(declared.matchesClass("c/All$Sub"));
    }

    @Test
    void aLineThatSaysNothingIsNamed() {
        String message =
                assertThrows(WeaveException.class, () -> declaring("c.All\nc.All.run()\n"))
                        .getMessage();
        assertTrue(
                message.startsWith("META-INF/weft/suspendables, line 2: 'c.All.run()'"), message);
    }

    private static Classifier declaring(String file) {
        return new Classifier(WeaverOptions.builder().build(), withDeclarations(file));
    }

    private static ClassSource withDeclarations(String file) {
        return new ClassSource() {
            @Override
            public byte[] find(String name) {
                return Sources.find(classes, name);
            }

            @Override
            public List<byte[]> resources(String path) {
                return path.equals(Weaver.DECLARATIONS)
                        ? List.of(file.getBytes(StandardCharsets.UTF_8))
                        : List.of();
            }
        };
    }

    @Test
    void callsAreResolvedWhereTheMethodIsDeclared() {
        Classifier c = classifier(WeaverOptions.builder());
        Callee inherited =
                c.resolve("x/X", "c/All$Kept", "run", "(Ljava/lang/Object;)Ljava/lang/Object;");
        assertEquals(Callee.Call.WOVEN, inherited.call());
        assertEquals("c/All$Impl", inherited.owner());
        assertFalse(inherited.hasHelper());
        assertTrue(
                c.resolve("x/X", "c/All$Task", "run", "(Ljava/lang/Object;)Ljava/lang/Object;")
                        .hasHelper());
        assertEquals(Callee.Call.PLAIN, c.resolve("x/X", "missing/Type", "run", "()V").call());
        assertEquals(
                Callee.Call.PLAIN, c.resolve("x/X", "[I", "clone", "()Ljava/lang/Object;").call());
    }

    @Test
    void aSuspendableClassThatIsNotWovenIsSaidSo() {
        Classifier c = classifier(WeaverOptions.builder().exclude("c.All$Whole"));
        assertEquals(Callee.Call.NOT_WOVEN, c.resolve("x/X", "c/All$Whole", "a", "()V").call());
    }
}
