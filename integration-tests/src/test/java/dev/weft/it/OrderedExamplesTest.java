package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.examples.FooBarBaz;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples whose order of events is promised, woven: what happens when. */
@Timeout(120)
class OrderedExamplesTest {
    private static WovenLoader woven;

    @BeforeAll
    static void weave() {
        Map<String, byte[]> files = new TreeMap<>();
        String folder = FooBarBaz.class.getPackageName().replace('.', '/');
        for (String name :
                List.of("SelectFibonacci", "SeededRace", "FooBarBaz", "SelectTimeouts")) {
            files.put(folder + "/" + name, Classes.resource(folder + "/" + name));
        }
        woven = new WovenLoader(Weaving.of(new Classes(files), false).files());
        woven.linkAll();
    }

    private static Object run(String program, Class<?> type, Object argument) throws Exception {
        Method run =
                woven.loadClass(FooBarBaz.class.getPackageName() + "." + program)
                        .getMethod("run", type);
        return run.invoke(null, argument);
    }

    @Test
    void selectFibonacci() throws Exception {
        List<String> expected =
                List.of("0", "1", "1", "2", "3", "5", "8", "13", "21", "34", "quit");
        assertEquals(expected, run("SelectFibonacci", int.class, 10));
    }

    @Test
    void oneSeedOneRaceAndOtherSeedsOtherRaces() throws Exception {
        Set<Object> outcomes = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            Object first = run("SeededRace", long.class, seed);
            assertEquals(first, run("SeededRace", long.class, seed));
            outcomes.add(first);
        }
        assertTrue(outcomes.size() > 1, "the race has one outcome only: " + outcomes);
    }

    @Test
    void fooBarBaz() throws Exception {
        List<String> expected =
                List.of(
                        "foo running",
                        "baz jump",
                        "foo DONE, visiting bar",
                        "baz back",
                        "bar DONE");
        assertEquals(expected, run("FooBarBaz", long.class, 50L));
    }

    @Test
    void selectTimeouts() throws Exception {
        List<String> expected =
                List.of("g1 start", "g2 start", "g3 start", "g2 finish", "g3 finish", "g1 finish");
        assertEquals(expected, run("SelectTimeouts", long.class, 50L));
    }
}
