package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.model.PinReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;

/**
 * Random stack code in every mode; a slice of it in each build. More with {@code
 * -Dweft.shapes.programs} and {@code -Dweft.shapes.seed}.
 */
class ShapeFuzzTest {
    private static final int PROGRAMS = Integer.getInteger("weft.shapes.programs", 200);
    private static final long SEED = Long.getLong("weft.shapes.seed", 0);

    @Test
    @Timeout(3600)
    void randomStackCodeBehavesTheSameInAllModes() {
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            check(seed, failures);
        }
        assertEquals(List.of(), failures);
    }

    private static void check(long seed, List<String> failures) {
        Map<String, byte[]> files = new TreeMap<>();
        String name = "Random" + seed;
        ShapeClass shape = new ShapeClass(name, Opcodes.V1_8);
        try {
            shape.run(b -> new ShapeGenerator(seed, b).write());
            files.put(shape.name, shape.bytes());
        } catch (MethodTooLargeException e) {
            return;
        }
        try {
            ThreeWay weaving = new ThreeWay(new Classes(files));
            Map<Mode, Outcome> outcomes = weaving.check(shape.binaryName());
            boolean tooLarge =
                    weaving.weaving().pins().stream()
                            .anyMatch(p -> p.reason() == PinReason.TOO_LARGE);
            if (!tooLarge && outcomes.get(Mode.SUSPENDING).pinnedLeaves > 0) {
                failures.add("seed " + seed + ": leaves are pinned " + weaving.weaving().pins());
            }
        } catch (AssertionError e) {
            failures.add("seed " + seed + ": " + e + " " + e.getCause());
        }
    }
}
