package dev.weft.weaver.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/**
 * The woven bytecode of one method of each construct, as text. After a change that is meant: {@code
 * mvn -pl weaver test -Dtest=GoldenTest -Dgolden.regenerate=true}, and read the difference. The
 * texts are of the JDK 17 compiler's class files; on another JDK the output is only checked.
 */
@Timeout(120)
class GoldenTest {
    private static final int COMPILER = 17;
    private static final Path TEXTS = Path.of("src/test/resources/golden");
    private static final String FIRST = "golden/Constructs";
    private static final List<String> CLASSES =
            List.of(
                    FIRST,
                    "golden/Constructs$Task",
                    "golden/MoreConstructs",
                    "golden/MoreConstructs$Shape",
                    "golden/MoreConstructs$Square");

    @TempDir private static Path folder;

    private static final Map<String, byte[]> WOVEN = new TreeMap<>();
    private static Map<String, byte[]> compiled;

    @BeforeAll
    static void weave() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String file : List.of("golden/Constructs.java", "golden/MoreConstructs.java")) {
            sources.put(file, Sources.resource("/" + file));
        }
        compiled = Sources.compile(folder, sources);
        Weaver weaver =
                new Weaver(WeaverOptions.builder().build(), name -> Sources.find(compiled, name));
        for (String name : CLASSES) {
            WeaveResult result = weaver.weave(compiled.get(name));
            assertTrue(result.changed(), name);
            WOVEN.put(name, result.bytes());
        }
    }

    @Test
    void allOfItPassesTheChecker() {
        WOVEN.forEach(
                (name, bytes) -> {
                    CheckClassAdapter checker = new CheckClassAdapter(new ClassWriter(0), true);
                    new ClassReader(bytes).accept(checker, ClassReader.EXPAND_FRAMES);
                });
    }

    @Test
    void whatIsAddedIsSyntheticAndTheRestKeepsItsFlags() {
        WOVEN.forEach(
                (name, bytes) -> {
                    Map<String, Integer> before = flags(compiled.get(name));
                    Map<String, Integer> after = flags(bytes);
                    after.forEach(
                            (key, flags) -> {
                                if (!before.containsKey(key)) {
                                    assertTrue(
                                            (flags & org.objectweb.asm.Opcodes.ACC_SYNTHETIC) != 0,
                                            key);
                                }
                            });
                    before.forEach((key, flags) -> assertEquals(flags, after.get(key), key));
                });
    }

    @TestFactory
    Stream<DynamicTest> textIsAsBefore() {
        return CLASSES.stream()
                .flatMap(
                        c ->
                                node(compiled.get(c)).methods.stream()
                                        .map(m -> m.name)
                                        .filter(n -> !c.equals(FIRST) || !n.startsWith("<"))
                                        .distinct()
                                        .map(n -> DynamicTest.dynamicTest(n, () -> check(c, n))));
    }

    private static void check(String owner, String method) throws IOException {
        String prefix = owner.equals(FIRST) ? "" : owner.replaceFirst(".*[/$]", "") + "_";
        String text = text(WOVEN.get(owner), method);
        compare(prefix + method.replaceAll("[$<>]", "_") + ".txt", text);
    }

    /** Compares with the text that is kept, or replaces it. */
    static void compare(String file, String text) throws IOException {
        assumeTrue(
                Runtime.version().feature() == COMPILER,
                "texts are of JDK " + COMPILER + "'s javac");
        assertFalse(text.isEmpty());
        if (Boolean.getBoolean("golden.regenerate")) {
            Files.writeString(TEXTS.resolve(file), text);
        }
        assertEquals(Files.readString(TEXTS.resolve(file)), text);
    }

    /** The method, its overload and its resume body; the lambda that a reference became. */
    static String text(byte[] woven, String name) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        for (MethodNode m : node(woven).methods) {
            boolean reference =
                    name.equals("convertedReference") && m.name.startsWith("lambda$weft$");
            if (m.name.equals(name)
                    || m.name.equals(name + "$call")
                    || m.name.startsWith(name + "$resume$")
                    || reference) {
                Textifier printer = new Textifier();
                m.accept(new TraceMethodVisitor(printer));
                writer.print(String.format("// flags %x: %s%s%n", m.access, m.name, m.desc));
                printer.print(writer);
            }
        }
        writer.flush();
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        return node;
    }

    private static Map<String, Integer> flags(byte[] bytes) {
        return node(bytes).methods.stream()
                .collect(Collectors.toMap(m -> m.name + m.desc, m -> m.access));
    }
}
