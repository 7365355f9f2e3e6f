package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.model.PinReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
    private static final int BATCH = 100;
    private static final int CHECKED = 20;

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void randomStackCodeBehavesTheSameInAllModes() {
        assertEquals(List.of(), run(SEED, PROGRAMS));
    }

    /**
     * The whole run, without JUnit.
     *
     * @param arguments how many programs, and the first seed
     */
    public static void main(String[] arguments) {
        List<String> failures = new ArrayList<>();
        int programs = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int slice = 50 * BATCH;
        for (int done = 0; done < programs; done += slice) {
            failures.addAll(run(seed + done, Math.min(slice, programs - done)));
            System.out.println((done + slice) + " programs, failures " + failures);
        }
    }

    private static List<String> run(long seed, int programs) {
        List<String> failures = new ArrayList<>();
        for (int done = 0; done < programs; done += BATCH) {
            boolean checked = done / BATCH % CHECKED == 0;
            batch(seed + done, Math.min(BATCH, programs - done), checked, failures);
        }
        return failures;
    }

    /** ASM's checker, slower than all the rest, sees every twentieth batch; HotSpot sees all. */
    private static void batch(long seed, int count, boolean checked, List<String> failures) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<Long, String> names = new TreeMap<>();
        for (long s = seed; s < seed + count; s++) {
            write(s, files, names);
        }
        ThreeWay weaving;
        try {
            weaving = new ThreeWay(new Classes(files), checked);
        } catch (IllegalArgumentException e) {
            // ASM computed frames that HotSpot refuses, unwoven: one in a thousand is left out
            if (count > 1) {
                batch(seed, count / 2, checked, failures);
                batch(seed + count / 2, count - count / 2, checked, failures);
            }
            return;
        } catch (AssertionError e) {
            if (count == 1) {
                failures.add("seed " + seed + ": " + e + " " + e.getCause());
            } else {
                batch(seed, count / 2, true, failures);
                batch(seed + count / 2, count - count / 2, true, failures);
            }
            return;
        }
        names.forEach((s, name) -> check(weaving, s, name, failures));
    }

    private static void write(long seed, Map<String, byte[]> files, Map<Long, String> names) {
        ShapeClass shape = new ShapeClass("Random" + seed, Opcodes.V1_8);
        try {
            shape.run(b -> new ShapeGenerator(seed, b).write());
            files.put(shape.name, shape.bytes());
            names.put(seed, shape.binaryName());
        } catch (MethodTooLargeException e) {
            // not a class file
        }
    }

    private static void check(ThreeWay weaving, long seed, String name, List<String> failures) {
        try {
            Map<Mode, Outcome> outcomes = weaving.check(name);
            boolean tooLarge =
                    weaving.weaving().pins().stream()
                            .anyMatch(
                                    p ->
                                            p.reason() == PinReason.TOO_LARGE
                                                    && p.className().equals(name));
            if (!tooLarge && outcomes.get(Mode.SUSPENDING).pinnedLeaves > 0) {
                failures.add("seed " + seed + ": leaves are pinned " + weaving.weaving().pins());
            }
        } catch (AssertionError e) {
            failures.add("seed " + seed + ": " + e + " " + e.getCause());
        }
    }
}
