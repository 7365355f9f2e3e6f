package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The scenarios of one language in the ways in which its users may weave: with annotations; with
 * the language's library woven too; and without annotations, what can suspend inferred.
 */
final class LanguageTests {
    private final String title;
    private final Classes classes;
    private final WovenLoader unwoven;

    LanguageTests(String title, Classes classes) {
        this.title = title;
        this.classes = classes;
        unwoven = new WovenLoader(classes.files());
    }

    /**
     * All of them.
     *
     * @param library the library's classes, as the option {@code suspendable} names them
     */
    Stream<DynamicContainer> all(String... library) {
        return Stream.of(
                ScenarioTest.container(title, classes),
                dynamicContainer(title + ", library woven", withLibrary(library)),
                dynamicContainer(title + ", inferred", inferred()));
    }

    private Stream<DynamicTest> withLibrary(String... library) {
        WeaverOptions.Builder options = WeaverOptions.builder();
        Stream.of(library).forEach(options::suspendable);
        Weaver weaver = new Weaver(options.build(), classes::find);
        WovenLoader loader = new WovenLoader(new OnDemand(classes, weaver, library));
        return programs((program, pins) -> check(loader, program, pins.withLibrary()));
    }

    private Stream<DynamicTest> inferred() {
        Map<String, byte[]> bare = new TreeMap<>();
        classes.files().forEach((name, file) -> bare.put(name, withoutMarks(file)));
        Weaving weaving = Weaving.inferred(new Classes(bare), "scenario.**");
        WovenLoader loader = new WovenLoader(weaving.files());
        return programs((program, pins) -> check(loader, program, pins.inferred()));
    }

    private interface Check {
        void run(String program, Pins pins) throws ClassNotFoundException;
    }

    private Stream<DynamicTest> programs(Check check) {
        return Scenarios.programs(unwoven, classes).stream()
                .map(p -> dynamicTest(p, () -> check.run(p, pins(p))));
    }

    private Pins pins(String program) throws ClassNotFoundException {
        Pins pins = unwoven.loadClass(program).getAnnotation(Pins.class);
        return pins == null ? None.class.getAnnotation(Pins.class) : pins;
    }

    @Pins(0)
    private static final class None {}

    private void check(WovenLoader woven, String program, int pins) throws ClassNotFoundException {
        boolean suspends = InferenceTest.hasOverload(woven.loadClass(program));
        Mode mode = suspends ? Mode.SUSPENDING : Mode.PINNED;
        Outcome expected = Execution.run(Mode.UNWOVEN, unwoven, program, n -> false);
        Outcome outcome = Execution.run(mode, woven, program, n -> false);
        assertEquals(expected.observed(), outcome.observed());
        assertEquals(pins, outcome.pinnedLeaves, "pinned leaf calls");
        assertTrue(outcome.suspensions + pins > 0, "it calls leaves");
    }

    private static byte[] withoutMarks(byte[] file) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(file).accept(new Unmarking(writer), 0);
        return writer.toByteArray();
    }

    private static final class Unmarking extends ClassVisitor {
        private static final String MARK = "Ldev/weft/Suspendable;";

        Unmarking(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return type.equals(MARK) ? null : super.visitAnnotation(type, visible);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String desc, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return type.equals(MARK) ? null : super.visitAnnotation(type, visible);
                }
            };
        }
    }

    /** The library's classes and the scenarios, woven when they are loaded. */
    private static final class OnDemand extends AbstractMap<String, byte[]> {
        private final Classes own;
        private final Weaver weaver;
        private final String[] library;
        private final Map<String, byte[]> read = new ConcurrentHashMap<>();

        OnDemand(Classes own, Weaver weaver, String[] library) {
            this.own = own;
            this.weaver = weaver;
            this.library = library;
        }

        @Override
        public byte[] get(Object key) {
            String name = (String) key;
            boolean known = own.files().containsKey(name) || isLibrary(name);
            return known ? read.computeIfAbsent(name, this::weave) : null;
        }

        private boolean isLibrary(String name) {
            return Stream.of(library)
                    .map(pattern -> pattern.replace("**", "").replace('.', '/'))
                    .anyMatch(name::startsWith);
        }

        /** Null when there is no such class. */
        private byte[] weave(String name) {
            byte[] file = own.find(name);
            WeaveResult result = file == null ? null : weaver.weave(file);
            return result == null || !result.changed() ? file : result.bytes();
        }

        @Override
        public Set<Map.Entry<String, byte[]>> entrySet() {
            return own.files().entrySet();
        }
    }
}
