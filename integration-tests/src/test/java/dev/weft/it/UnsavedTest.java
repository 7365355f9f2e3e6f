package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A method whose values can't be saved (its resumer can't be linked) takes the wait back before any
 * handler of its callers runs: they can wait themselves, and the call can be repeated.
 */
@Timeout(120)
class UnsavedTest {
    private static Map<String, byte[]> plain;
    private static Map<String, byte[]> compact;

    @BeforeAll
    static void weave() throws IOException {
        try (InputStream in = UnsavedTest.class.getResourceAsStream("/unsaved/Unsaved.java")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Classes classes = Compiler.compile(8, Map.of("scenario.Unsaved", source));
            plain = redirected(Weaving.of(classes, false));
            WeaverOptions small = WeaverOptions.builder().compact(true).build();
            compact = redirected(Weaving.with(small, classes));
        }
    }

    private static Map<String, byte[]> redirected(Weaving woven) {
        Map<String, byte[]> files = new TreeMap<>();
        woven.files().forEach((name, file) -> files.put(name, UnlinkedResumers.redirect(file)));
        return files;
    }

    /** The method called, the one that can't be linked, and what {@code call} returns. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "narrow narrow 6",
                "none none 1",
                "operands operands 15",
                "wide wide 64",
                "withHandlers withHandlers own finally;6",
                "outer narrow 11",
                "outer outer 11",
                "middle narrow 16",
                "middle outer 16",
                "middle middle 16",
                "middle call 16"
            })
    void theWaitIsTakenBack(String line) throws Throwable {
        String[] words = line.split(" ", 3);
        for (Map<String, byte[]> files : Arrays.asList(plain, compact)) {
            for (String program : new String[] {"caught", "caughtWhenResumed"}) {
                check(files, program, words);
            }
        }
    }

    private static void check(Map<String, byte[]> files, String program, String[] words)
            throws Throwable {
        Method entry =
                new WovenLoader(files)
                        .loadClass("scenario.Unsaved")
                        .getDeclaredMethod(program, String.class, Stack.class);
        entry.setAccessible(true);
        UnlinkedResumers.fail(words[1], new OutOfMemoryError("none"));
        DriverStack stack = new DriverStack(true);
        Object result = stack.drive(s -> invoke(entry, words[0], s));
        assertTrue(UnlinkedResumers.haveFailed(), words[1] + " was to be linked");
        assertEquals("none2;finally3;" + words[2] + ";7", result);
        boolean resumed = program.endsWith("Resumed");
        assertEquals(resumed ? 4 : 3, stack.suspensions(), "waits: handler, finally, the call");
        assertFalse(stack.suspending);
    }

    private static Object invoke(Method entry, Object... arguments) throws Throwable {
        try {
            return entry.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
