package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.Abi;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Ints are yielded without a box where javac makes one for the call, and nowhere else. */
@Timeout(120)
class YieldOfIntTest {
    private static final String TEXT =
            String.join(
                    "\n",
                    "package ints;",
                    "import dev.weft.generator.*;",
                    "@dev.weft.Suspendable",
                    "public class Main {",
                    "  static void boxed(Yielder<Object> y) {",
                    "    for (int i = 0; i < 3; i++) y.yield(i + 1000);",
                    "    y.yield(-1);",
                    "  }",
                    "  static void other(Yielder<Object> y, boolean no) {",
                    "    Integer kept = 7;",
                    "    y.yield(kept);",
                    "    y.yield(no ? Integer.valueOf(1) : \"text\");",
                    "    y.yield(no ? \"text\" : Integer.valueOf(2));",
                    "    y.yield(3L);",
                    "    y.yield(null);",
                    "  }",
                    "  static Object answers(CoroutineContext<Object, Object> c, Object first) {",
                    "    return c.yield(5) + \",\" + c.yield(\"six\") + \",\" + first;",
                    "  }",
                    "  public static String run() {",
                    "    StringBuilder all = new StringBuilder();",
                    "    Generator<Object> g = Generator.of(y -> { boxed(y); other(y, false); });",
                    "    while (g.hasNext()) all.append(g.next()).append(' ');",
                    "    Coroutine<Object, Object> c = Coroutine.of(Main::answers);",
                    "    return all.append(c.resume(\"a\")).append(' ').append(c.resume(\"b\"))",
                    "        .append(' ').append(c.resume(\"c\")).toString();",
                    "  }",
                    "}");

    private static final String EXPECTED = "1000 1001 1002 -1 7 text 2 3 null 5 six b,c,a";

    private static Map<String, byte[]> woven(boolean chaos) {
        Classes classes = Compiler.compile(11, Map.of("ints.Main", TEXT));
        return Weaving.with(WeaverOptions.builder().chaos(chaos).build(), classes).files();
    }

    @Test
    void valuesAreTheSame() throws ReflectiveOperationException {
        for (boolean chaos : new boolean[] {false, true}) {
            Class<?> main = new WovenLoader(woven(chaos)).loadClass("ints.Main");
            assertEquals(EXPECTED, main.getMethod("run").invoke(null), "chaos: " + chaos);
        }
    }

    @Test
    void boxesMadeForTheCallAreGone() {
        ClassNode main = new ClassNode();
        new ClassReader(woven(false).get("ints/Main")).accept(main, 0);
        Map<String, Integer> ints = new HashMap<>();
        Map<String, Integer> boxes = new HashMap<>();
        for (MethodNode m : main.methods) {
            if (m.desc.endsWith(Abi.STACK_DESC + ")V")
                    || m.desc.endsWith(Abi.STACK_DESC + ")Ljava/lang/Object;")) {
                ints.merge(m.name, calls(m, Abi.YIELD_INT), Integer::sum);
                boxes.merge(m.name, calls(m, "valueOf"), Integer::sum);
            }
        }
        assertEquals(2, ints.get("boxed"));
        assertEquals(0, boxes.get("boxed"));
        assertEquals(0, ints.get("other"));
        assertEquals(4, boxes.get("other"), "three Integers and a Long");
        assertEquals(1, ints.get("answers"));
    }

    private static int calls(MethodNode method, String name) {
        int found = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode && ((MethodInsnNode) insn).name.equals(name)) {
                found++;
            }
        }
        return found;
    }

    @Test
    void theRuntimeHasTheMethods() throws ReflectiveOperationException {
        for (String owner : new String[] {Abi.YIELDER, Abi.COROUTINE_CONTEXT}) {
            Class<?> type = Class.forName(owner.replace('/', '.'));
            Class<?> stack = Class.forName(Abi.STACK.replace('/', '.'));
            Method plain = type.getMethod("yield", Object.class);
            assertEquals(
                    plain.getReturnType(),
                    type.getMethod(Abi.YIELD_INT, int.class, stack).getReturnType());
        }
    }
}
