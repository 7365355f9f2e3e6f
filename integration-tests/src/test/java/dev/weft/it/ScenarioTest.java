package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every scenario source, compiled for every release that the JDK knows, in every mode. */
@Timeout(300)
class ScenarioTest {
    private static final int WATCHED_RELEASE = 17;

    @TestFactory
    Stream<DynamicContainer> scenarios() {
        return Scenarios.releases().stream()
                .flatMap(
                        release ->
                                Scenarios.sources(release).entrySet().stream()
                                        .map(
                                                source ->
                                                        container(
                                                                release,
                                                                source.getKey(),
                                                                source.getValue())));
    }

    /** Those of one release record what their handlers get. */
    private static DynamicContainer container(int release, String name, String text) {
        Classes classes = Compiler.compile(release, Map.of(name, text));
        return container(
                name + " release " + release,
                HandlerEvents.in(classes, n -> release == WATCHED_RELEASE && !returns(n)));
    }

    /** Whether it makes an exception in a method that waits, and returns it (docs/limits.md). */
    private static boolean returns(String className) {
        return className.equals("scenario/HigherOrder$Optionals");
    }

    /** The tests of one compiled source. */
    static DynamicContainer container(String title, Classes classes) {
        WovenLoader unwoven = new WovenLoader(classes.files());
        ThreeWay[] weaving = new ThreeWay[1];
        DynamicTest weaves = dynamicTest("weaves", () -> weaving[0] = new ThreeWay(classes));
        Stream<DynamicTest> runs =
                Scenarios.programs(unwoven, classes).stream()
                        .map(
                                program ->
                                        dynamicTest(
                                                program, () -> run(weaving[0], unwoven, program)));
        return dynamicContainer(title, Stream.concat(Stream.of(weaves), runs));
    }

    private static void run(ThreeWay weaving, WovenLoader unwoven, String program)
            throws ClassNotFoundException {
        assertTrue(weaving != null, "its file does not weave");
        Map<Mode, Outcome> outcomes = weaving.check(program);
        assertFalse(
                outcomes.get(Mode.UNWOVEN).observed().contains("WRONG"),
                "the scenario's own check failed");
        Pins pins = unwoven.loadClass(program).getAnnotation(Pins.class);
        int expected = pins == null ? 0 : pins.value();
        Outcome suspending = outcomes.get(Mode.SUSPENDING);
        assertEquals(
                expected,
                suspending.pinnedLeaves,
                () -> "pinned leaf calls; reported: " + weaving.weaving().pins());
        int leaves = outcomes.get(Mode.WOVEN).pinnedLeaves;
        assertEquals(leaves - expected, suspending.suspensions, "suspensions");
        assertTrue(
                outcomes.get(Mode.CHAOS).suspensions >= leaves - expected,
                "chaos suspends at least at each leaf");
    }
}
