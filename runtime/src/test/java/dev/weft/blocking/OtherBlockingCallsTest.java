package dev.weft.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The calls that block without saying so by an exception have rows of the patch table too. Which
 * these are nothing in the JDK tells: they are listed in {@code blocking-calls.txt}.
 */
class OtherBlockingCallsTest {
    @Test
    void everyOneHasARow() throws Exception {
        List<PatchRow> rows = PatchTable.rows();
        List<String> missing = new ArrayList<>();
        int looked = 0;
        for (String line : lines()) {
            List<String> words = List.of(line.split(" "));
            Class<?> type = Class.forName(words.get(0));
            for (String name : words.subList(1, words.size())) {
                List<Executable> calls = calls(type, name);
                looked += calls.size();
                calls.stream()
                        .filter(call -> rows.stream().noneMatch(row -> covers(row, type, call)))
                        .forEach(call -> missing.add(call.toString()));
            }
        }
        assertEquals("", String.join("\n", missing));
        assertTrue(looked > 250, "looked at " + looked);
    }

    /** A name that this JDK does not have is a mistake. */
    private static List<Executable> calls(Class<?> type, String word) {
        String[] parts = word.split("[()]");
        String name = parts[0];
        Stream<? extends Executable> all =
                name.equals("new")
                        ? Arrays.stream(type.getConstructors())
                        : Arrays.stream(type.getMethods()).filter(m -> isMeant(m, name));
        List<Executable> found =
                all.filter(call -> parts.length == 1 || parameters(call).equals(parts[1]))
                        .collect(Collectors.toList());
        assertTrue(!found.isEmpty(), () -> type + " has no " + word);
        return found;
    }

    private static String parameters(Executable call) {
        return PatchRow.names(call.getParameterTypes()).replace(" ", "");
    }

    private static boolean isMeant(Method m, String name) {
        return m.getName().equals(name) && !m.isBridge() && !m.isSynthetic();
    }

    private static boolean covers(PatchRow row, Class<?> type, Executable call) {
        if (call instanceof Method && !Modifier.isStatic(call.getModifiers())) {
            return row.covers((Method) call)
                    || row.type().equals(type.getName()) && named(row, call, call.getName());
        }
        String name = call instanceof Constructor ? "new" : call.getName();
        return row.type().equals(call.getDeclaringClass().getName()) && named(row, call, name);
    }

    private static boolean named(PatchRow row, Executable call, String name) {
        boolean all = row.parameters().equals("*");
        return row.method().equals(name)
                && (all || row.parameters().equals(PatchRow.names(call.getParameterTypes())));
    }

    private static List<String> lines() throws IOException {
        try (InputStream in =
                OtherBlockingCallsTest.class.getResourceAsStream("/blocking-calls.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toList());
        }
    }
}
