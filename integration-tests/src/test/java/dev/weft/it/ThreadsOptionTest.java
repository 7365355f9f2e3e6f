package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaveResult;
import dev.weft.weaver.Weaver;
import dev.weft.weaver.WeaverOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The option {@code threads}: a program that uses threads, pools, timers and thread-locals prints
 * the same as without Weft, and its threads are fibers.
 */
@Timeout(120)
class ThreadsOptionTest {
    private static Map<String, byte[]> plain;
    private static Map<String, byte[]> woven;

    @BeforeAll
    static void compile() throws IOException {
        plain = Compiler.compile(11, Map.of("t.ThreadUser", source("ThreadUser"))).files();
        woven = weave(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "subclass",
                "joining",
                "interrupts",
                "locals",
                "inheritance",
                "uncaught",
                "parking",
                "fixedPool",
                "rejecting",
                "hooks",
                "scheduled",
                "timers",
                "async",
                "stages",
                "invoking"
            })
    void behavesAsThreads(String scenario) throws Exception {
        compare(plain, woven, "t.ThreadUser", scenario);
    }

    @ParameterizedTest
    @CsvSource({
        "11, StageUser, asInterface",
        "11, StageUser, pairs",
        "12, NewerThreadUser, failures",
        "12, NewerThreadUser, failuresOfStages",
        "21, BuilderUser, builders",
        "21, BuilderUser, factories",
        "21, BuilderUser, handler",
    })
    void behavesAsThreadsOfLaterReleases(int release, String user, String scenario)
            throws Exception {
        assumeTrue(Runtime.version().feature() >= release);
        Map<String, String> sources =
                Map.of("t.ThreadUser", source("ThreadUser"), "t." + user, source(user));
        int target = release == 11 ? 11 : Math.max(release, 17);
        Map<String, byte[]> compiled = Compiler.compile(target, sources).files();
        compare(compiled, weave(compiled), "t." + user, scenario);
    }

    private static void compare(
            Map<String, byte[]> plain, Map<String, byte[]> woven, String user, String scenario)
            throws Exception {
        String expected = run(plain, user, scenario);
        assertTrue(expected.endsWith(" fibers=0"), expected);
        String result = run(woven, user, scenario);
        assertEquals(
                expected.replaceAll(" fibers=\\d+$", ""), result.replaceAll(" fibers=\\d+$", ""));
        assertFalse(result.endsWith(" fibers=0"), result);
    }

    private static String source(String user) throws IOException {
        try (InputStream in =
                ThreadsOptionTest.class.getResourceAsStream("/threads/" + user + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, byte[]> weave(Map<String, byte[]> plain) {
        WeaverOptions options = WeaverOptions.builder().add(PatternOption.THREADS, "t.**").build();
        Classes classes = new Classes(plain);
        Weaver weaver = new Weaver(options, classes::find);
        Map<String, byte[]> woven = new HashMap<>(plain);
        woven.replaceAll(
                (name, bytes) -> {
                    WeaveResult result = weaver.weave(bytes);
                    return result.changed() ? result.bytes() : bytes;
                });
        return woven;
    }

    private static String run(Map<String, byte[]> files, String user, String scenario)
            throws Exception {
        WovenLoader loader = new WovenLoader(files);
        loader.linkAll();
        Method run =
                loader.loadClass("t.ThreadUser")
                        .getDeclaredMethod("run", Class.class, String.class);
        run.setAccessible(true);
        return (String) run.invoke(null, loader.loadClass(user), scenario);
    }
}
