package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.weaver.WeaverOptions;
import dev.weft.woven.Stack;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The option for calls without a frame: same results, and a stack that doesn't grow. */
@Timeout(300)
class TailCallsTest {
    private static final String TEXT =
            String.join(
                    "\n",
                    "package tail;",
                    "import static dev.weft.it.SuspendingCall.*;",
                    "public class Main {",
                    "  @dev.weft.Suspendable",
                    "  static Object count(int n, Object sum) {",
                    "    int left = i(n);",
                    "    return left == 0 ? end(sum) : count(left - 1, (Integer) sum + 1);",
                    "  }",
                    "  @dev.weft.Suspendable static Object end(Object sum) { return o(sum); }",
                    "  @dev.weft.Suspendable static Object run() { return count(200, 0); }",
                    "}");

    private static int deepest(boolean tailCalls) throws Throwable {
        Classes classes = Compiler.compile(11, Map.of("tail.Main", TEXT));
        WeaverOptions options = WeaverOptions.builder().tailCalls(tailCalls).build();
        WovenLoader loader = new WovenLoader(Weaving.with(options, classes).files());
        Method run = loader.loadClass("tail.Main").getDeclaredMethod("run", Stack.class);
        run.setAccessible(true);
        List<Integer> depths = new ArrayList<>();
        DriverStack[] stack = new DriverStack[1];
        stack[0] = new DriverStack(true, () -> depths.add(stack[0].trace().size()));
        SuspendingCall.reset();
        assertEquals(200, stack[0].drive(s -> run.invoke(null, s)));
        assertEquals(202, depths.size(), "suspensions");
        return depths.stream().mapToInt(d -> d).max().orElse(0);
    }

    @Test
    void stackDoesNotGrow() throws Throwable {
        assertTrue(deepest(false) > 200, "each activation has a frame");
        assertTrue(deepest(true) <= 2, "tail calls have none");
    }

    @Test
    void scenariosGiveTheSame() {
        Classes classes = Compiler.compile(11, Scenarios.sources(11));
        WovenLoader unwoven = new WovenLoader(classes.files());
        WeaverOptions options = WeaverOptions.builder().tailCalls(true).chaos(true).build();
        WovenLoader woven = new WovenLoader(Weaving.with(options, classes).files());
        woven.linkAll();
        List<String> wrong = new ArrayList<>();
        for (String program : Scenarios.programs(unwoven, classes)) {
            // without its line: the frame that would show it may be gone
            Outcome expected = Execution.run(Mode.UNWOVEN, unwoven, program, name -> false);
            Outcome outcome = Execution.run(Mode.CHAOS, woven, program, name -> false);
            if (!outcome.observed().equals(expected.observed())) {
                wrong.add(program + " expected " + expected + " was " + outcome);
            }
        }
        assertEquals(List.of(), wrong);
    }
}
