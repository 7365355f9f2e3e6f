package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void aNewerClassFileIsRefused() throws Exception {
        Forked.Ended ended = Forked.end(command(ofVersion(70), List.of()));
        assertEquals(1, ended.status, ended.out);
        String message = "b.Calls: its class file version 70 is newer than 69 (Java 25)";
        assertTrue(ended.out.contains(message), ended.out);
        assertFalse(Files.exists(folder.resolve("out/b/Calls.class")), "nothing is written");
    }

    @Test
    void anOlderClassFileStaysPinned() throws Exception {
        String printed = Forked.run(command(ofVersion(49), List.of()));
        assertTrue(printed.contains("pinned: b.Calls.free()V"), printed);
        assertTrue(printed.contains("compile it with --release 8 or later"), printed);
        assertTrue(printed.contains("0 of 1 classes woven"), printed);
    }

    private static Classes ofVersion(int major) {
        byte[] file = Compiler.compile(11, Map.of("b.Calls", CALLS)).files().get("b/Calls");
        file[7] = (byte) major;
        return new Classes(Map.of("b/Calls", file));
    }

    private String weave(List<String> options) throws IOException, InterruptedException {
        return Forked.run(command(Compiler.compile(11, Map.of("b.Calls", CALLS)), options));
    }

    private List<String> command(Classes classes, List<String> options) throws IOException {
        Path in = folder.resolve("in");
        Forked.write(in, classes);
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
        return command;
    }
}
