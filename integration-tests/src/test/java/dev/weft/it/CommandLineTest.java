package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command line prints of calls that pin or hold a thread. */
@Timeout(120)
class CommandLineTest {
    private static final String CALLS =
            String.join(
                    "\n",
                    "package b;",
                    "public class Calls {",
                    "  void handsOff(java.util.concurrent.ForkJoinTask<String> t) {",
                    "    t.invoke();",
                    "  }",
                    "  synchronized void pinned() throws InterruptedException {",
                    "    Thread.sleep(1);",
                    "  }",
                    "  void free() throws InterruptedException { Thread.sleep(1); }",
                    "}");

    @TempDir private Path folder;

    @Test
    void listsCallsThatHoldAThread() throws Exception {
        String printed = weave(List.of());
        assertTrue(
                printed.contains(
                        "blocks: b.Calls.handsOff(Ljava/util/concurrent/ForkJoinTask;)V:4: "),
                printed);
        assertTrue(printed.contains("pinned: b.Calls.pinned()V"), printed);
        assertTrue(printed.contains("1 of 1 classes woven"), printed);
        assertTrue(printed.contains(" 1 calls hold a thread"), printed);
    }

    @Test
    void quietPrintsNothing() throws Exception {
        assertEquals("", weave(List.of("--quiet")));
    }

    private String weave(List<String> options) throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Forked.write(in, Compiler.compile(11, Map.of("b.Calls", CALLS)));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.weft.weaver.cli.Main",
                                "-cp",
                                Forked.runtime(),
                                "--suspendable",
                                "b.**"));
        command.addAll(options);
        command.add(in.toString());
        command.add(folder.resolve("out").toString());
        return Forked.run(command);
    }
}
