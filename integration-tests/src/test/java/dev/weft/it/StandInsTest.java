package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.ClassSource;
import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import dev.weft.weaver.model.WeaveException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * A user's own rows of the patch table: constructors, ordinary methods, suspendable ones; scopes.
 */
@Timeout(120)
class StandInsTest {
    private static final String CHAPTER =
            String.join(
                    "\n",
                    "package u;",
                    "import dev.weft.Suspendable;",
                    "import dev.weft.woven.StandIn;",
                    "public class Chapter {",
                    "  public static class Box2 extends Box {",
                    "    public Box2(Object a, long b) { super(a, b); } public Box2() {}",
                    "    public String kind() { return \"runtime\" + super.kind(); } }",
                    "  @StandIn(value = Box.class, constructor = true)",
                    "  public static Box newBox() { return new Box2(); }",
                    "  @StandIn(value = Box.class, constructor = true)",
                    "  public static Box newBox(Object a, long b) { return new Box2(a, b); }",
                    "  @StandIn(value = Box.class) public static String tag(Box box) { return \"tag2\"; }",
                    "  @StandIn(value = Box.class, isStatic = true, scope = StandIn.Scope.THREADS)",
                    "  public static String who() { return \"fiber\"; }",
                    "  @Suspendable @StandIn(value = Box.class, everywhere = true)",
                    "  public static String slow(Box box) { dev.weft.fiber.Weft.yield(); return \"slow2\"; }",
                    "}");

    private static final String BOX =
            String.join(
                    "\n",
                    "package u;",
                    "public class Box {",
                    "  final Object a; final long b;",
                    "  public Box() { this(\"none\", 0); }",
                    "  public Box(Object a, long b) { this.a = a; this.b = b; }",
                    "  public String kind() { return \"(\" + a + \",\" + b + \")\"; }",
                    "  public String tag() { return \"tag\"; }",
                    "  public static String who() { return \"thread\"; }",
                    "  public String slow() { return \"slow\"; }",
                    "}");

    private static final String PROGRAM =
            String.join(
                    "\n",
                    "package p;",
                    "import dev.weft.Suspendable;",
                    "import u.Box;",
                    "import java.util.function.*;",
                    "public class Program {",
                    "  static final Box STATIC = new Box(\"s\", 1);",
                    "  final Box field = new Box();",
                    "  final String inConstructor;",
                    "  Program(boolean yes) { super(); inConstructor = new Box(yes ? \"y\" : \"n\", 2).kind() + field.tag(); }",
                    "  static class Sub extends Box { Sub(boolean x) { super(x ? \"a\" : new Box(), 3L); } }",
                    "  interface Make { Box make(Object a, long b); }",
                    "  static long pick(long v) { return v; }",
                    "  @Suspendable static long slow(long v) { dev.weft.fiber.Weft.yield(); return v; }",
                    "  static String simple() { return new Box(\"x\", pick(4)).kind(); }",
                    "  static String nested() { return new Box(new Box(new Box().kind(), 5).kind(), 6).kind(); }",
                    "  static String branch(boolean yes) { return new Box(yes ? new Box() : \"no\", yes ? 7 : pick(8)).kind(); }",
                    "  static void discard() { new Box(); }",
                    "  static String references() { Supplier<Box> s = Box::new; Make m = Box::new; Box b = m.make(\"r\", 9);",
                    "    Supplier<String> t = b::tag; Function<Box, String> u = Box::tag;",
                    "    return s.get().kind() + b.kind() + t.get() + u.apply(b); }",
                    "  @Suspendable static String suspending(boolean yes) {",
                    "    return new Box(yes ? \"z\" : \"no\", slow(10)).kind() + new Box().tag() + new Box().slow(); }",
                    "  public static String run() {",
                    "    discard();",
                    "    Program p = new Program(true);",
                    "    return String.join(\" \", STATIC.kind(), p.field.kind(), p.inConstructor, new Sub(true).kind(),",
                    "      simple(), nested(), branch(true), branch(false), references(), suspending(true),",
                    "      p.field.slow(), Box.who()); }",
                    "}");

    private static final String REPLACED =
            "runtime(s,1) runtime(none,0) runtime(y,2)tag2 (a,3) runtime(x,4)"
                    + " runtime(runtime(runtime(none,0),5),6)";

    @Test
    void replacesConstructionsAndCallsInAllMethods() throws Exception {
        WeaverOptions.Builder options = WeaverOptions.builder();
        Map<String, byte[]> woven = weave(options, null);
        String result = run(woven);
        assertTrue(result.startsWith(REPLACED), result);
        assertTrue(result.contains("runtime(no,8)"), result);
        assertTrue(result.contains("runtime(none,0)runtime(r,9)tag2tag2"), result);
        assertTrue(result.endsWith("runtime(z,10)tag2slow2 slow2 thread"), result);
    }

    @Test
    void chaosSuspendsAmongReplacedConstructorsArguments() throws Exception {
        String result = run(weave(WeaverOptions.builder().chaos(true), null));
        assertTrue(result.startsWith(REPLACED), result);
        assertTrue(result.endsWith("runtime(z,10)tag2slow2 slow2 thread"), result);
    }

    @Test
    void patchLeavesClassesOut() throws Exception {
        WeaverOptions.Builder options = WeaverOptions.builder();
        options.add(PatternOption.PATCH, "!p.**");
        String result = run(weave(options, null));
        assertTrue(result.startsWith("(s,1) (none,0) (y,2)tag (a,3)"), result);
    }

    @Test
    void aScopedRowNeedsItsOption() throws Exception {
        WeaverOptions.Builder options = WeaverOptions.builder();
        options.add(PatternOption.THREADS, "p.*");
        assertTrue(run(weave(options, null)).endsWith(" fiber"));
    }

    @Test
    void superCallsStayAndAreReported() {
        Set<PinSite> pins = new TreeSet<>(java.util.Comparator.comparing(PinSite::toString));
        weave(WeaverOptions.builder().add(PatternOption.PATCH, "p.**"), pins);
        assertEquals(
                List.of("p.Program$Sub"),
                pins.stream()
                        .filter(p -> p.reason() == PinReason.PATCHED_SUPERCLASS)
                        .map(PinSite::className)
                        .collect(Collectors.toList()));
    }

    @Test
    void reportsListCallsThatHoldAThread() {
        String source =
                String.join(
                        "\n",
                        "package q;",
                        "import dev.weft.Suspendable;",
                        "class Calls {",
                        "  @Suspendable static void waits(java.nio.file.Path p) throws Exception {",
                        "    Thread.sleep(1); new java.util.concurrent.Semaphore(1).acquire();",
                        "    java.nio.file.Files.readAllBytes(p);",
                        "    javax.swing.SwingUtilities.invokeAndWait(() -> {});",
                        "  }",
                        "}");
        Classes classes = Compiler.compile(11, Map.of("q.Calls", source));
        assertEquals(
                List.of(
                        "6 HANDS_OFF java.nio.file.Files.readAllBytes",
                        "7 LEFT_ALONE javax.swing.SwingUtilities.invokeAndWait"),
                blocking(WeaverOptions.builder(), classes));
        assertEquals(
                List.of(
                        "5 LEFT_ALONE java.lang.Thread.sleep",
                        "5 LEFT_ALONE java.util.concurrent.Semaphore.acquire",
                        "6 LEFT_ALONE java.nio.file.Files.readAllBytes",
                        "7 LEFT_ALONE javax.swing.SwingUtilities.invokeAndWait"),
                blocking(WeaverOptions.builder().add(PatternOption.PATCH, "!q.*"), classes));
    }

    private static List<String> blocking(WeaverOptions.Builder options, Classes classes) {
        return new Weaver(options.build(), classes::find)
                .weave(classes.files().get("q/Calls")).report().blocking().stream()
                        .map(s -> s.line() + " " + s.reason() + " " + s.detail())
                        .collect(Collectors.toList());
    }

    @Test
    void anUnknownChapterIsAnError() {
        Weaver weaver = new Weaver(WeaverOptions.builder().build(), source(Map.of(), "u.No"));
        byte[] any = Compiler.compile(11, Map.of("u.Any", "package u; class Any {}")).find("u/Any");
        WeaveException e = assertThrows(WeaveException.class, () -> weaver.weave(any));
        assertTrue(e.getMessage().contains("names the class u.No"), e.getMessage());
    }

    private static Map<String, byte[]> weave(WeaverOptions.Builder options, Set<PinSite> pins) {
        Map<String, byte[]> files =
                new HashMap<>(
                        Compiler.compile(
                                        11,
                                        Map.of(
                                                "u.Chapter",
                                                CHAPTER,
                                                "u.Box",
                                                BOX,
                                                "p.Program",
                                                PROGRAM))
                                .files());
        Weaver weaver = new Weaver(options.build(), source(Map.copyOf(files), "u.Chapter # ours"));
        files.replaceAll(
                (name, bytes) -> {
                    WeaveResult result = weaver.weave(bytes);
                    if (pins != null) {
                        pins.addAll(result.report().pins());
                    }
                    return result.changed() ? checked(result.bytes()) : bytes;
                });
        return files;
    }

    private static byte[] checked(byte[] bytes) {
        new ClassReader(bytes)
                .accept(new CheckClassAdapter(new org.objectweb.asm.tree.ClassNode()), 0);
        return bytes;
    }

    private static ClassSource source(Map<String, byte[]> files, String chapters) {
        return new ClassSource() {
            @Override
            public byte[] find(String name) {
                byte[] own = files.get(name);
                return own != null ? own : Classes.resource(name);
            }

            @Override
            public List<byte[]> resources(String path) {
                return path.equals(Weaver.STAND_INS)
                        ? List.of(chapters.getBytes(StandardCharsets.UTF_8))
                        : List.of();
            }
        };
    }

    private static String run(Map<String, byte[]> files) throws Exception {
        WovenLoader loader = new WovenLoader(files);
        loader.linkAll();
        return (String) loader.loadClass("p.Program").getMethod("run").invoke(null);
    }
}
