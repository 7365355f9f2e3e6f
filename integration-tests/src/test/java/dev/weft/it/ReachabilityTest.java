package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.woven.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a suspended stack keeps reachable: the live values and nothing else, at first suspensions
 * and at later ones of the same frame (Quasar issue 282, Kotlin KT-16222).
 */
@Timeout(120)
class ReachabilityTest {
    private static WovenLoader loader;

    @BeforeAll
    static void weave() throws IOException {
        try (InputStream in =
                ReachabilityTest.class.getResourceAsStream("/reachability/Reachability.java")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Classes classes = Compiler.compile(8, Map.of("scenario.Reachability", source));
            loader = new WovenLoader(Weaving.of(classes, false).files());
        }
    }

    /** Programs, and for each suspension the reachable objects. */
    @ParameterizedTest
    @CsvSource({
        "deadLocal,         ''",
        "liveThenDead,      a | ''",
        "inLoop,            o0 | '' | o1 | ''",
        "operand,           a | ''",
        "parameter,         p | p | '' | ''",
        "deadParameter,     ''",
        "callersLocals,     kept p | kept p | kept",
        "handler,           o | '' | ''",
        "exception,         e | ''",
        "resultOfLeaf,      r | ''",
        "resultOfWoven,     '' | ''",
        "shrinking,         a b c | b c | c | ''",
        "manyThenNone,      a b c d e f g h i | a b c d e f g h | ''",
        "receiver,          this | ''",
        "slotReused,        a | '' | ''",
        "overwritten,       a | '' | b",
        "branch,            a | '' | ''",
        "underConstruction, a | ''",
    })
    void onlyLiveValuesAreReachable(String program, String expected) throws Throwable {
        List<List<String>> wanted =
                Arrays.stream(expected.split("\\|", -1))
                        .map(
                                s ->
                                        Arrays.stream(s.replace("'", "").trim().split(" "))
                                                .filter(n -> !n.isEmpty()))
                        .map(names -> names.collect(Collectors.toList()))
                        .collect(Collectors.toList());
        List<List<String>> found = new ArrayList<>();
        Method entry =
                loader.loadClass("scenario.Reachability").getDeclaredMethod(program, Stack.class);
        entry.setAccessible(true);
        DriverStack stack =
                new DriverStack(
                        true,
                        () -> {
                            int at = found.size();
                            found.add(
                                    Watched.reachable(
                                            at < wanted.size() ? wanted.get(at) : List.of()));
                        });
        Watched.clear();
        stack.drive(s -> entry.invoke(null, s));
        assertEquals(wanted, found);
    }
}
