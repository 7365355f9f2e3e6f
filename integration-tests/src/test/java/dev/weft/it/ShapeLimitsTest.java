package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.WeaveException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Class files at the limits of the format: sizes, parameters, versions; weaving twice, loading
 * twice.
 */
@Timeout(120)
class ShapeLimitsTest {
    private static Weaver weaver(Classes classes) {
        return new Weaver(WeaverOptions.builder().build(), classes::find);
    }

    private static void leafAndEnd(ShapeBody b) {
        b.push('I', 1).leaf('I').log('I').end();
    }

    private static List<PinReason> reasons(ThreeWay weaving) {
        return weaving.weaving().pins().stream().map(p -> p.reason()).collect(Collectors.toList());
    }

    /**
     * {@code run()} passes {@code n} ints to a method that adds the first to the last across a
     * leaf.
     */
    private static ThreeWay parameters(int n, String kind) {
        String descriptor = "(" + kind.repeat(n) + ")I";
        ShapeClass shape = new ShapeClass("Parameters", Opcodes.V1_8);
        shape.method(
                "many",
                descriptor,
                b -> {
                    b.load(0, kind.charAt(0));
                    b.leaf(kind.charAt(0))
                            .load((n - 1) * (kind.equals("J") ? 2 : 1), kind.charAt(0));
                    b.op(kind.equals("J") ? Opcodes.LADD : Opcodes.IADD);
                    if (kind.equals("J")) {
                        b.op(Opcodes.L2I);
                    }
                    b.leaf('I').op(Opcodes.IRETURN);
                });
        shape.run(
                b -> {
                    for (int i = 0; i < n; i++) {
                        b.push(kind.charAt(0), i);
                    }
                    b.invokestatic(b.owner, "many", descriptor, false);
                    b.log('I').v().end();
                });
        ThreeWay weaving = new ThreeWay(shape.classes());
        weaving.check(shape.binaryName());
        return weaving;
    }

    @Test
    void methodsWithRoomForOneMoreParameterAreWoven() {
        for (ThreeWay weaving : List.of(parameters(254, "I"), parameters(127, "J"))) {
            assertEquals(List.of(), reasons(weaving));
            assertEquals(3, weaving.run(Mode.SUSPENDING, "shape.Parameters").suspensions);
        }
    }

    @Test
    void methodWithoutRoomIsPinnedAndTheOthersAreWoven() {
        ThreeWay weaving = parameters(255, "I");
        assertTrue(
                reasons(weaving).contains(PinReason.TOO_MANY_PARAMETERS),
                reasons(weaving).toString());
        Outcome outcome = weaving.run(Mode.SUSPENDING, "shape.Parameters");
        assertEquals(1, outcome.suspensions, "run() itself suspends");
        assertEquals(2, outcome.pinnedLeaves, "the leaves under the method with 255 parameters");
    }

    /** Code of the wanted size without any suspension, in one straight line. */
    private static void padding(ShapeBody b, int bytes) {
        for (int i = 0; i < bytes / 3; i++) {
            b.iinc(1, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 31_000, 40_000, 65_400})
    void largeMethods(int size) {
        ShapeClass shape = new ShapeClass("Large" + size, Opcodes.V1_8);
        shape.method(
                "large",
                "()I",
                b -> {
                    Label head = new Label();
                    Label out = new Label();
                    b.op(Opcodes.ICONST_2)
                            .store(2, 'I')
                            .op(Opcodes.ICONST_0)
                            .store(1, 'I')
                            .at(head);
                    b.load(2, 'I').leaf('I').jump(Opcodes.IFEQ, out);
                    padding(b, size);
                    b.iinc(2, -1);
                    Label back = new Label();
                    b.load(2, 'I').jump(Opcodes.IFEQ, back).jump(Opcodes.GOTO, head).at(back);
                    b.at(out).load(1, 'I').leaf('I').op(Opcodes.IRETURN);
                });
        shape.run(
                b -> {
                    b.v();
                    b.invokestatic(b.owner, "large", "()I", false);
                    b.log('I').v().end();
                });
        ThreeWay weaving = new ThreeWay(shape.classes());
        Map<Mode, Outcome> outcomes = weaving.check(shape.binaryName());
        assertEquals(size > 64_000 ? List.of(PinReason.TOO_LARGE) : List.of(), reasons(weaving));
        int pinned = size > 64_000 ? 3 : 0;
        assertEquals(pinned, outcomes.get(Mode.SUSPENDING).pinnedLeaves);
        assertEquals(
                outcomes.get(Mode.WOVEN).pinnedLeaves - pinned,
                outcomes.get(Mode.SUSPENDING).suspensions);
    }

    @Test
    void thousandSuspensionPoints() {
        ShapeClass shape =
                new ShapeClass("ThousandPoints", Opcodes.V1_8)
                        .run(
                                b -> {
                                    for (int i = 0; i < 1000; i++) {
                                        b.v();
                                    }
                                    b.end();
                                });
        ThreeWay weaving = new ThreeWay(shape.classes());
        assertEquals(List.of(), reasons(weaving));
        assertEquals(1000, weaving.check(shape.binaryName()).get(Mode.SUSPENDING).suspensions);
    }

    /** {@code jsr} and {@code ret}: legal up to version 49. */
    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_4, Opcodes.V1_5})
    void subroutinesStayPinned(int version) {
        ShapeClass shape =
                new ShapeClass("Subroutine", version, org.objectweb.asm.ClassWriter.COMPUTE_MAXS)
                        .run(
                                b -> {
                                    Label subroutine = new Label();
                                    b.v().jump(Opcodes.JSR, subroutine)
                                            .v()
                                            .jump(Opcodes.JSR, subroutine)
                                            .end();
                                    b.at(subroutine)
                                            .store(1, 'A')
                                            .v()
                                            .event("subroutine")
                                            .visitVarInsn(Opcodes.RET, 1);
                                });
        refusedButRuns(shape);
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_6, Opcodes.V1_7})
    void olderThanJava8IsWovenAsJava8(int version) {
        ShapeClass shape = new ShapeClass("Old", version).run(ShapeLimitsTest::leafAndEnd);
        ThreeWay weaving = new ThreeWay(shape.classes());
        assertEquals(List.of(), reasons(weaving));
        assertTrue(weaving.check(shape.binaryName()).get(Mode.SUSPENDING).suspensions > 0);
    }

    /** Legal in Java 6, where the JVM then infers types. */
    @Test
    void java6WithoutStackMapsStaysPinned() {
        refusedButRuns(
                new ShapeClass("NoMaps", Opcodes.V1_6, org.objectweb.asm.ClassWriter.COMPUTE_MAXS)
                        .run(
                                b -> {
                                    Label end = new Label();
                                    b.v().jump(Opcodes.GOTO, end);
                                    b.at(end).event("end").end();
                                }));
    }

    private static void refusedButRuns(ShapeClass shape) {
        Classes classes = shape.classes();
        byte[] file = classes.files().get(shape.name);
        WeaveResult result = weaver(classes).weave(file);
        assertFalse(result.changed());
        assertEquals(1, result.report().pins().size());
        assertEquals(PinReason.OLD_CLASS_FILE, result.report().pins().get(0).reason());
        WovenLoader loader = new WovenLoader(classes.files());
        loader.linkAll();
        Outcome outcome = Execution.run(Mode.PINNED, loader, shape.binaryName(), name -> true);
        assertTrue(outcome.result.startsWith("returns"), outcome.toString());
    }

    /** A woven caller reaches the class that can't be woven through its plain method. */
    @Test
    void callerOfAnOldClassIsWoven() {
        ShapeClass old = new ShapeClass("OldCallee", Opcodes.V1_5).run(ShapeLimitsTest::leafAndEnd);
        ShapeClass caller =
                new ShapeClass("NewCaller", Opcodes.V11)
                        .run(
                                b -> {
                                    b.v();
                                    b.invokestatic(
                                            "shape/OldCallee",
                                            "run",
                                            "()Ljava/lang/Object;",
                                            false);
                                    b.log('A').v().end();
                                });
        Map<String, byte[]> files = new TreeMap<>(old.classes().files());
        files.putAll(caller.classes().files());
        Outcome outcome =
                new ThreeWay(new Classes(files)).check("shape.NewCaller").get(Mode.SUSPENDING);
        assertEquals(2, outcome.suspensions);
        assertEquals(1, outcome.pinnedLeaves);
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 71, 200})
    void unknownVersionsAreRefusedInWords(int version) {
        ShapeClass shape = new ShapeClass("Newer", Opcodes.V11).run(ShapeLimitsTest::leafAndEnd);
        byte[] file = shape.bytes();
        file[7] = (byte) version;
        Weaver weaver = weaver(new Classes(Map.of()));
        WeaveException e = assertThrows(WeaveException.class, () -> weaver.weave(file));
        assertTrue(e.getMessage().contains("shape.Newer"), e.getMessage());
        assertTrue(e.getMessage().contains(String.valueOf(version)), e.getMessage());
    }

    @Test
    void wovenTwiceIsWovenOnce() {
        ShapeClass shape = new ShapeClass("Twice", Opcodes.V11).run(ShapeLimitsTest::leafAndEnd);
        Classes classes = shape.classes();
        byte[] woven = weaver(classes).weave(classes.files().get(shape.name)).bytes();
        Classes again = new Classes(Map.of(shape.name, woven));
        assertFalse(weaver(again).weave(woven).changed());
        assertFalse(weaver(classes).weave(woven).changed());
    }

    @Test
    void oneClassInTwoLoadersSuspendsInBoth() {
        ShapeClass shape =
                new ShapeClass("TwoLoaders", Opcodes.V11).run(ShapeLimitsTest::leafAndEnd);
        Weaving weaving = Weaving.of(shape.classes(), false);
        for (int i = 0; i < 2; i++) {
            WovenLoader loader = new WovenLoader(weaving.files());
            assertEquals(
                    1,
                    Execution.run(Mode.SUSPENDING, loader, shape.binaryName(), name -> true)
                            .suspensions);
        }
    }

    /**
     * Code that nothing reaches, with frames of its own as old compilers leave it, and a leaf in
     * it.
     */
    @Test
    void deadCode() {
        ShapeClass shape =
                new ShapeClass("Dead", Opcodes.V1_8, org.objectweb.asm.ClassWriter.COMPUTE_MAXS)
                        .run(
                                b -> {
                                    Label over = new Label();
                                    Label end = new Label();
                                    Label handler = new Label();
                                    Label dead = new Label();
                                    b.visitTryCatchBlock(dead, end, handler, null);
                                    b.v().jump(Opcodes.GOTO, over).at(dead);
                                    b.visitFrame(
                                            Opcodes.F_NEW,
                                            1,
                                            new Object[] {Opcodes.LONG},
                                            1,
                                            new Object[] {"java/lang/String"});
                                    b.v().log('A')
                                            .load(0, 'J')
                                            .leaf('J')
                                            .log('J')
                                            .jump(Opcodes.GOTO, dead2(b, dead))
                                            .at(end)
                                            .at(handler);
                                    b.visitFrame(
                                            Opcodes.F_NEW,
                                            0,
                                            new Object[0],
                                            1,
                                            new Object[] {"java/lang/Throwable"});
                                    b.v().op(Opcodes.ATHROW).at(over);
                                    b.visitFrame(Opcodes.F_NEW, 0, new Object[0], 0, new Object[0]);
                                    b.v().end();
                                });
        ThreeWay weaving = new ThreeWay(shape.classes());
        assertEquals(List.of(), reasons(weaving));
        assertEquals(2, weaving.check(shape.binaryName()).get(Mode.SUSPENDING).suspensions);
    }

    private static Label dead2(ShapeBody b, Label dead) {
        b.push('A', 1);
        b.checkcast(org.objectweb.asm.Type.getObjectType("java/lang/String"));
        return dead;
    }

    @Test
    void dynamicConstantsBetween() {
        Handle bootstrap =
                new Handle(
                        Opcodes.H_INVOKESTATIC,
                        "java/lang/invoke/ConstantBootstraps",
                        "enumConstant",
                        "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Enum;",
                        false);
        ConstantDynamic unit =
                new ConstantDynamic("SECONDS", "Ljava/util/concurrent/TimeUnit;", bootstrap);
        Consumer<ShapeBody> code =
                b -> {
                    b.push('J', 1).visitLdcInsn(unit);
                    b.op(Opcodes.DUP)
                            .store(1, 'A')
                            .v()
                            .leaf('A')
                            .log('A')
                            .load(1, 'A')
                            .log('A')
                            .log('J')
                            .end();
                };
        ShapeClass shape = new ShapeClass("Condy", Opcodes.V11).run(code);
        ThreeWay weaving = new ThreeWay(shape.classes());
        assertEquals(List.of(), reasons(weaving));
        assertEquals(2, weaving.check(shape.binaryName()).get(Mode.SUSPENDING).suspensions);
    }
}
