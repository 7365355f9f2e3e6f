package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ObjectStreamClass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What reflection, serialisation and debuggers see of a woven class. */
@Timeout(60)
class ReflectionKeptTest {
    private static final String TEXT =
            String.join(
                    "\n",
                    "package kept;",
                    "import static dev.weft.it.SuspendingCall.*;",
                    "import dev.weft.Suspendable;",
                    "import java.lang.annotation.*;",
                    "import java.util.*;",
                    "public class Kept<T extends Comparable<T>> implements java.io.Serializable {",
                    "  @Retention(RetentionPolicy.RUNTIME)",
                    "  @Target({ElementType.METHOD, ElementType.PARAMETER})",
                    "  public @interface Mark { String value(); }",
                    "  @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE)",
                    "  public @interface Typed { int value() default 1; }",
                    "  private int state = 5;",
                    "  @Suspendable @Mark(\"method\")",
                    "  public <X extends Exception> List<@Typed(2) T> generic(",
                    "      @Mark(\"first\") final T first, @Typed Map<String, ? super T> more, int... rest) throws X {",
                    "    List<T> result = new ArrayList<>();",
                    "    int count = i(rest.length);",
                    "    for (int k = 0; k < count; k++) {",
                    "      T one = o(first);",
                    "      result.add(one);",
                    "    }",
                    "    return result;",
                    "  }",
                    "  @Suspendable protected static synchronized long locked(long x) { return l(x); }",
                    "  @Suspendable private Object hidden() { return o(this); }",
                    "  public int plain(int x) { return x + state; }",
                    "}");

    private static Classes classes;
    private static Class<?> unwoven;
    private static Class<?> woven;
    private static ClassNode before;
    private static ClassNode after;

    @BeforeAll
    static void weave() throws Exception {
        classes = Compiler.compile(11, Map.of("kept.Kept", TEXT), "-parameters");
        Map<String, byte[]> files = Weaving.of(classes, false).files();
        unwoven = new WovenLoader(classes.files()).loadClass("kept.Kept");
        woven = new WovenLoader(files).loadClass("kept.Kept");
        before = node(classes.files().get("kept/Kept"));
        after = node(files.get("kept/Kept"));
    }

    private static ClassNode node(byte[] file) {
        ClassNode node = new ClassNode();
        new ClassReader(file).accept(node, 0);
        return node;
    }

    @Test
    void serialVersionIsTheOriginals() {
        assertEquals(
                ObjectStreamClass.lookup(unwoven).getSerialVersionUID(),
                ObjectStreamClass.lookup(woven).getSerialVersionUID());
        assertEquals(
                Arrays.toString(ObjectStreamClass.lookup(unwoven).getFields()),
                Arrays.toString(ObjectStreamClass.lookup(woven).getFields()));
    }

    /** Names, modifiers and order of what a program declares; everything else is synthetic. */
    @Test
    void membersAreTheOriginalsAndSyntheticOnes() {
        assertEquals(
                described(unwoven.getDeclaredMethods()), described(woven.getDeclaredMethods()));
        assertEquals(
                described(unwoven.getDeclaredConstructors()),
                described(woven.getDeclaredConstructors()));
        List<String> fields =
                Arrays.stream(woven.getDeclaredFields())
                        .filter(f -> !f.isSynthetic())
                        .map(Field::toGenericString)
                        .map(text -> text.replace("kept.", ""))
                        .collect(Collectors.toList());
        assertEquals(List.of("private int Kept.state"), fields);
        assertTrue(
                Arrays.stream(woven.getDeclaredMethods()).filter(Method::isSynthetic).count() >= 5,
                "there are overloads and resume bodies");
    }

    private static List<String> described(Executable[] members) {
        return Arrays.stream(members)
                .filter(m -> !m.isSynthetic())
                .sorted(Comparator.comparing(Executable::toString))
                .map(ReflectionKeptTest::describe)
                .collect(Collectors.toList());
    }

    private static String describe(Executable m) {
        String parameters =
                Arrays.stream(m.getParameters())
                        .map(ReflectionKeptTest::describe)
                        .collect(Collectors.joining("; "));
        return m.toGenericString()
                + marks(m)
                + Stream.of(m.getAnnotatedExceptionTypes())
                        .map(type -> type.getType() + marks(type))
                        .collect(Collectors.toList())
                + marks(m.getAnnotatedReturnType())
                + Stream.of(m.getAnnotatedParameterTypes())
                        .map(ReflectionKeptTest::marks)
                        .collect(Collectors.toList())
                + m.isVarArgs()
                + " ("
                + parameters
                + ")";
    }

    private static String describe(Parameter p) {
        return p.isNamePresent()
                + p.getName()
                + p.getModifiers()
                + p.getParameterizedType()
                + marks(p);
    }

    private static String marks(AnnotatedElement element) {
        return new TreeSet<>(
                        Arrays.stream(element.getAnnotations())
                                .map(Object::toString)
                                .collect(Collectors.toList()))
                .toString();
    }

    /** What a framework would find twice is on the original only. */
    @Test
    void addedMethodsCarryNoAnnotations() {
        for (Method m : woven.getDeclaredMethods()) {
            if (m.isSynthetic()) {
                assertEquals(0, m.getAnnotations().length, m.toString());
                assertEquals(
                        0, Stream.of(m.getParameterAnnotations()).mapToInt(a -> a.length).sum());
            }
        }
        Method generic =
                Arrays.stream(woven.getDeclaredMethods())
                        .filter(m -> m.getName().equals("generic") && !m.isSynthetic())
                        .findFirst()
                        .orElseThrow();
        assertEquals(2, generic.getAnnotations().length);
        assertEquals("first", generic.getParameters()[0].getName());
    }

    @Test
    void linesOfBothBodies() {
        TreeSet<Integer> original = lines(method(before, "generic", false));
        assertEquals(original, lines(method(after, "generic", true)), "first body");
        TreeSet<Integer> resumed = lines(resume(after, "generic"));
        TreeSet<Integer> behindTheFirstCall = new TreeSet<>(original.tailSet(17));
        assertEquals(behindTheFirstCall, resumed, "second body");
    }

    @Test
    void variablesOfTheFirstBody() {
        MethodNode original = method(before, "generic", false);
        MethodNode body = method(after, "generic", true);
        assertEquals(variables(original), variables(body));
        assertTrue(
                body.localVariables.stream().anyMatch(v -> v.signature != null),
                "generic types of variables are kept");
    }

    /** The second body names what is live in it. */
    @Test
    void variablesOfTheSecondBody() {
        assertTrue(
                variables(resume(after, "generic"))
                        .containsAll(List.of("count I null", "k I null")),
                "locals of the loop");
    }

    @Test
    void plainMethodsAreUntouched() {
        assertEquals(
                method(before, "plain", false).instructions.size(),
                method(after, "plain", false).instructions.size());
        assertFalse(after.methods.stream().anyMatch(m -> m.name.startsWith("plain$")));
    }

    private static TreeSet<Integer> lines(MethodNode m) {
        TreeSet<Integer> lines = new TreeSet<>();
        m.instructions.forEach(
                insn -> {
                    if (insn instanceof LineNumberNode) {
                        lines.add(((LineNumberNode) insn).line);
                    }
                });
        return lines;
    }

    private static List<String> variables(MethodNode m) {
        assertNotNull(m.localVariables, m.name);
        return m.localVariables.stream()
                .map((LocalVariableNode v) -> v.name + " " + v.desc + " " + v.signature)
                .sorted()
                .collect(Collectors.toList());
    }

    private static MethodNode method(ClassNode node, String name, boolean overload) {
        return node.methods.stream()
                .filter(m -> m.name.equals(name))
                .filter(m -> m.desc.contains("dev/weft/woven/Stack;)") == overload)
                .findFirst()
                .orElseThrow();
    }

    private static MethodNode resume(ClassNode node, String name) {
        return node.methods.stream()
                .filter(m -> m.name.startsWith(name + "$resume$"))
                .findFirst()
                .orElseThrow();
    }
}
