package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Opcodes;

/** Class-file shapes that javac never makes, written by hand, in every mode. None may pin. */
@Timeout(120)
class ShapeTest {
    private static final List<Integer> VERSIONS = List.of(Opcodes.V1_8, Opcodes.V11);

    @TestFactory
    Stream<DynamicTest> shapes() {
        Map<String, Consumer<ShapeBody>> all = new LinkedHashMap<>();
        OperandShapes.all(all);
        CreationShapes.all(all);
        HandlerShapes.all(all);
        FlowShapes.all(all);
        return all.entrySet().stream()
                .flatMap(
                        shape ->
                                VERSIONS.stream()
                                        .map(
                                                version ->
                                                        dynamicTest(
                                                                shape.getKey()
                                                                        + ", version "
                                                                        + version,
                                                                () ->
                                                                        check(
                                                                                shape.getKey(),
                                                                                version,
                                                                                shape
                                                                                        .getValue()))));
    }

    private static void check(String name, int version, Consumer<ShapeBody> code) {
        ShapeClass shape = new ShapeClass(name, version).run(code);
        ThreeWay weaving = new ThreeWay(shape.classes());
        assertEquals(List.of(), weaving.weaving().pins(), "pins");
        Map<Mode, Outcome> outcomes = weaving.check(shape.binaryName());
        int leaves = outcomes.get(Mode.WOVEN).pinnedLeaves;
        assertTrue(leaves > 0, "the shape calls a leaf");
        assertEquals(leaves, outcomes.get(Mode.SUSPENDING).suspensions, "every leaf suspends");
    }
}
