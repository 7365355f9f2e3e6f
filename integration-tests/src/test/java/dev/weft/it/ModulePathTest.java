package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An unmodified program that is a module and knows nothing of Weft, under the agent. */
@Timeout(300)
class ModulePathTest {
    private static final String MAIN =
            String.join(
                    "\n",
                    "package plain;",
                    "import java.util.concurrent.locks.ReentrantLock;",
                    "public class Main {",
                    "  static final ReentrantLock LOCK = new ReentrantLock();",
                    "  public static void main(String[] args) throws Exception {",
                    "    Thread t = new Thread(() -> {",
                    "      LOCK.lock();",
                    "      try {",
                    "        Thread.sleep(1);",
                    "        System.out.print(Thread.currentThread().getClass().getSimpleName());",
                    "      } catch (InterruptedException e) {",
                    "        throw new AssertionError(e);",
                    "      } finally { LOCK.unlock(); }",
                    "    });",
                    "    t.start();",
                    "    t.join();",
                    "    System.out.println(\" in \" + Main.class.getModule().getName());",
                    "  }",
                    "}");

    @TempDir private Path folder;

    @BeforeEach
    void compile() throws IOException {
        Forked.write(
                folder,
                Compiler.compile(
                        11, Map.of("module-info", "module plainmod {}", "plain.Main", MAIN)));
    }

    @Test
    void theRuntimeMayBeAModuleThatItDoesNotRequire() throws Exception {
        String path = folder + File.pathSeparator + Forked.runtime();
        assertEquals(
                "FiberThread in plainmod",
                run("-p", path, "--add-modules", "dev.weft.runtime", "-m", "plainmod/plain.Main"));
    }

    @Test
    void theRuntimeMayBeOnTheClassPath() throws Exception {
        assertEquals(
                "FiberThread in plainmod",
                run("-cp", Forked.runtime(), "-p", "" + folder, "-m", "plainmod/plain.Main"));
    }

    @Test
    void aMissingRuntimeIsNamedAndTheProgramRuns() throws Exception {
        String printed = run("-p", "" + folder, "-m", "plainmod/plain.Main");
        assertTrue(printed.contains("finds no Weft runtime"), printed);
        assertTrue(printed.contains("Thread in plainmod"), printed);
        assertTrue(!printed.contains("FiberThread"), printed);
    }

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + Forked.agent() + "=threads=plain.**");
        command.addAll(List.of(arguments));
        return Forked.run(command).trim();
    }
}
