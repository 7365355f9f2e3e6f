package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monitors: the runtime's under the option {@code monitors}, else the JVM's with a hand-off. */
@Timeout(20)
class MonitorsOptionTest {
    /** By the Java language's rules, whatever the monitors are. */
    private static final Map<String, String> RESULTS =
            new TreeMap<>(
                    Map.of(
                            "shapes", "2 5 3.0xxtrue3 22-122falsefalse",
                            "exceptions", "failedfalseinsidefalsenull",
                            "exclusion", "1160",
                            "waiting", "wokentrue2",
                            "timedWaiting", "truenegative",
                            "bounded", "870",
                            "initialisers", "3early"));

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void followsTheLanguage(boolean monitors, boolean chaos) throws Exception {
        Map<String, byte[]> woven = weave(compile(), monitors, chaos);
        Map<String, String> seen = new TreeMap<>();
        for (String scenario : RESULTS.keySet()) {
            seen.put(scenario, run(woven, scenario));
        }
        assertEquals(RESULTS, seen);
    }

    @Test
    void fibersSuspendInsideAndAreInterrupted() throws Exception {
        Map<String, byte[]> woven = weave(compile(), true, false);
        assertEquals("ok", run(woven, "othersGoOn"));
        assertEquals("ok", run(woven, "interrupted"));
    }

    @Test
    void mixturesAreRefusedWithTheRemedy() throws Exception {
        assertEquals(
                "notify without holding the monitor of; wait without holding the monitor of",
                run(weave(compile(), true, false), "unowned"));
    }

    /** The JVM's monitors: a carrier that waits in one gives its queue away. */
    @Test
    void withoutTheOptionOthersGoOnAllTheSame() throws Exception {
        assertEquals("ok", run(weave(compile(), false, false), "waitingHandsOff"));
    }

    private static Map<String, byte[]> compile() throws IOException {
        try (InputStream in =
                MonitorsOptionTest.class.getResourceAsStream("/threads/MonitorUser.java")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Compiler.compile(11, Map.of("m.MonitorUser", text)).files();
        }
    }

    private static Map<String, byte[]> weave(
            Map<String, byte[]> plain, boolean monitors, boolean chaos) {
        WeaverOptions.Builder options = WeaverOptions.builder().suspendable("m.**").chaos(chaos);
        if (monitors) {
            options.add(PatternOption.MONITORS, "m.**");
        }
        Classes classes = new Classes(plain);
        Weaver weaver = new Weaver(options.build(), classes::find);
        Map<String, byte[]> woven = new HashMap<>(plain);
        woven.replaceAll(
                (name, bytes) -> {
                    WeaveResult result = weaver.weave(bytes);
                    return result.changed() ? result.bytes() : bytes;
                });
        return woven;
    }

    private static String run(Map<String, byte[]> files, String scenario) throws Exception {
        WovenLoader loader = new WovenLoader(files);
        loader.linkAll();
        return (String)
                loader.loadClass("m.MonitorUser")
                        .getMethod("run", String.class)
                        .invoke(null, scenario);
    }
}
