package dev.weft.weaver.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Which handlers complete the trace of what they catch: those that use it, in both bodies; and the
 * calls that show a trace.
 */
@Timeout(120)
class HandlersTest {
    private static final List<String> HOOKS = List.of("caught", "of", "dump");

    @TempDir private static Path folder;
    private static ClassNode woven;
    private static ClassNode compiled;

    @BeforeAll
    static void weave() throws IOException {
        String file = "golden/Handlers.java";
        Map<String, byte[]> classes =
                Sources.compile(folder, Map.of(file, Sources.resource("/" + file)));
        Weaver weaver =
                new Weaver(WeaverOptions.builder().build(), name -> Sources.find(classes, name));
        byte[] original = classes.get("golden/Handlers");
        WeaveResult result = weaver.weave(original);
        CheckClassAdapter checker = new CheckClassAdapter(new ClassWriter(0), true);
        new ClassReader(result.bytes()).accept(checker, ClassReader.EXPAND_FRAMES);
        compiled = node(original);
        woven = node(result.bytes());
    }

    private static ClassNode node(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, 0);
        return node;
    }

    @TestFactory
    Stream<DynamicTest> theNameSaysWhatIsCalled() {
        return compiled.methods.stream()
                .map(m -> m.name)
                .filter(name -> name.matches("(dropped|used).*"))
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) {
        List<String> calls = hooks(name + "(");
        // the code before a call that suspends is not in the second body, its handlers are
        List<String> resumed = hooks(name + "$resume$");
        List<String> expected = name.startsWith("used") ? List.of("caught") : List.of();
        assertEquals(expected, calls.stream().distinct().collect(Collectors.toList()));
        assertEquals(calls, resumed, "both bodies have the same handlers");
    }

    @Test
    void callsThatShowATrace() {
        List<String> print = List.of("caught", "caught", "caught");
        assertEquals(print, hooks("callsPrint("));
        assertEquals(print, hooks("callsPrint$resume$"));
        assertEquals(List.of("of", "dump"), hooks("callsThread("));
        assertEquals(List.of("of", "dump"), hooks("callsThread$resume$"));
    }

    /** The names of the runtime's methods that the woven bodies of a method call. */
    private static List<String> hooks(String prefix) {
        List<MethodNode> bodies =
                woven.methods.stream()
                        .filter(m -> (m.name + m.desc).startsWith(prefix))
                        .filter(m -> m.desc.contains("Ldev/weft/woven/Stack;"))
                        .collect(Collectors.toList());
        assertEquals(1, bodies.size(), prefix);
        Stream.Builder<String> names = Stream.builder();
        for (AbstractInsnNode insn : bodies.get(0).instructions) {
            if (insn instanceof MethodInsnNode) {
                MethodInsnNode call = (MethodInsnNode) insn;
                if (call.owner.startsWith("dev/weft/woven/Stack") && HOOKS.contains(call.name)) {
                    names.add(call.name);
                }
            }
        }
        return names.build().collect(Collectors.toList());
    }
}
