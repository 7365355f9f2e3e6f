package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.stackend.StackEnd;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A slice of {@link StackEnd}: in the interpreter, as the first and as the second compiler has it.
 */
@Timeout(300)
class StackEndTest {
    private static void run(String mode, String... arguments) throws Exception {
        List<String> options = new ArrayList<>();
        options.add(mode);
        options.add("-Xss256k");
        options.add("-XX:MaxJavaStackTraceDepth=64");
        options.add("-Dweft.stackend.seconds=60"); // for a machine with much else to do
        options.add("-Dweft.stackend.stuck=1"); // then it gives up
        List<String> command = new ArrayList<>();
        command.add(StackEnd.class.getName());
        command.addAll(List.of(arguments));
        String text = ForkedTest.all(ForkedTest.start(options, command.toArray(new String[0])));
        assertTrue(text.endsWith(" overflows, 0 failures\n"), text);
    }

    @Test
    void interpreted() throws Exception {
        run("-Xint", "1");
    }

    @Test
    void compiled() throws Exception {
        run("-XX:TieredStopAtLevel=1", "2");
    }

    @Test
    void optimised() throws Exception {
        run("-XX:TieredStopAtLevel=4", "2", "channel.try", "channel.timed", "sync.cond", "fiber.");
    }
}
