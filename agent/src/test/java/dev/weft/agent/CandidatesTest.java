package dev.weft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class CandidatesTest {
    private final List<String> read = new ArrayList<>();
    private final ClassSource source =
            name -> {
                read.add(name);
                return bytes(name);
            };

    @Test
    void aClassWithTheAnnotationIsOneUnlessItIsWoven() {
        Candidates candidates = new Candidates(source, false, name -> false);
        assertTrue(candidates.contains("a/Annotated", suspendable("a/Annotated", false)));
        assertFalse(candidates.contains("a/Woven", suspendable("a/Woven", true)));
    }

    @Test
    void whatExtendsASuspendableClassIsOneWovenOrNot() {
        for (boolean woven : new boolean[] {false, true}) {
            ClassSource base = name -> name.equals("a/Base") ? suspendable(name, woven) : null;
            Candidates candidates = new Candidates(base, false, name -> false);
            byte[] file = extending("a/Extending", "a/Base");
            assertTrue(candidates.contains("a/Extending", file));
            assertFalse(candidates.contains("a/Other", extending("a/Other", "a/Unknown")));
        }
    }

    @Test
    void whatOtherCompilersPutBesideASuspendableTypeIsOne() {
        ClassSource types =
                name ->
                        name.equals("a/I") || name.equals("a/S$") || name.equals("a/K$Companion")
                                ? suspendable(name, false)
                                : null;
        Candidates candidates = new Candidates(types, false, name -> false);
        String object = "java/lang/Object";
        for (String beside : List.of("a/I$DefaultImpls", "a/I$Trait$Helper")) {
            assertTrue(candidates.contains(beside, extending(beside, object)), beside);
        }
        assertFalse(candidates.contains("a/J$DefaultImpls", extending("a/J$DefaultImpls", object)));
        String scala = "Lscala/reflect/ScalaSignature;";
        assertTrue(candidates.contains("a/S", using("a/S", scala, "a/S$")));
        assertTrue(candidates.contains("a/K", using("a/K", "Lkotlin/Metadata;", "a/K$Companion")));
        assertFalse(candidates.contains("a/N", using("a/N", scala, "a/S$")));
    }

    @Test
    void functionValuesThatAreClassesAreWhereTheyAreMade() {
        ClassSource types = name -> name.equals("a/Maker") ? suspendable(name, false) : null;
        Candidates candidates = new Candidates(types, false, name -> false);
        for (String function : List.of("groovy/lang/Closure", "kotlin/jvm/internal/Lambda")) {
            String made = "a/Maker$_run_" + function.hashCode();
            assertTrue(candidates.contains(made, extending(made, function)), function);
        }
        String closure = "groovy/lang/Closure";
        assertFalse(candidates.contains("a/Other$1", extending("a/Other$1", closure)));
        assertFalse(candidates.contains("a/Maker$1", extending("a/Maker$1", "java/lang/Object")));
    }

    private static byte[] using(String name, String annotation, String type) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, 0, name, null, "java/lang/Object", null);
        writer.visitAnnotation(annotation, true).visitEnd();
        writer.newClass(type);
        return writer.toByteArray();
    }

    private static byte[] suspendable(String name, boolean woven) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, 0, name, null, "java/lang/Object", null);
        writer.visitAnnotation("Ldev/weft/Suspendable;", true).visitEnd();
        if (woven) {
            writer.visitField(Opcodes.ACC_STATIC, "$weft", "I", null, null);
            int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
            writer.visitMethod(access, "m", "(Ldev/weft/woven/Stack;)V", null, null);
        }
        return writer.toByteArray();
    }

    private static byte[] extending(String name, String base) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V11, 0, name, null, base, null);
        return writer.toByteArray();
    }

    @Test
    void aClassOfTheJdkIsNotOneAndNothingElseIsRead() {
        assertFalse(
                contains(new Candidates(source, false, name -> false), java.util.ArrayDeque.class));
        assertFalse(
                contains(
                        new Candidates(source, false, name -> false),
                        java.util.stream.Collectors.class));
        assertEquals(List.of(), read);
    }

    @Test
    void supertypesAreReadOnce() {
        Candidates candidates = new Candidates(source, false, name -> false);
        String extension = "org/junit/jupiter/api/extension/BeforeAllCallback";
        assertFalse(candidates.contains(extension, bytes(extension)));
        assertFalse(candidates.contains(extension, bytes(extension)));
        assertEquals(List.of("org/junit/jupiter/api/extension/Extension"), read);
    }

    @Test
    void constantPoolsGiveSupertypesAndLambdaTypes() {
        ConstantPool pool = new ConstantPool(bytes(WithLambda.class.getName().replace('.', '/')));
        assertEquals(List.of("java/lang/Object", "java/lang/Runnable"), pool.supertypes());
        assertEquals(List.of("java/util/function/IntUnaryOperator"), pool.lambdaTypes());
        assertFalse(pool.isTraced());
    }

    @Test
    void withPatternsAllAre() {
        assertTrue(new Candidates(source, true, name -> false).contains("any", new byte[0]));
    }

    private static boolean contains(Candidates candidates, Class<?> type) {
        String name = type.getName().replace('.', '/');
        return candidates.contains(name, bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class WithLambda implements Runnable {
        static final long LONG = 1L << 40;
        static final double DOUBLE = 1.5;
        static final String OPEN = "(a text that begins like a descriptor";

        @Override
        public void run() {
            IntUnaryOperator next = x -> x + 1;
            if (next.applyAsInt((int) (LONG + DOUBLE)) == 0) {
                throw new IllegalStateException();
            }
        }
    }
}
