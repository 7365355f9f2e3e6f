package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output of child processes, read by fibers: with a thread each, and without. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ProcessInputTest {
    private static final int MANY = 40;

    @Test
    void wovenCodeGetsOne() throws Exception {
        Process child = new ProcessBuilder("cat").redirectErrorStream(true).start();
        assertInstanceOf(ProcessInput.class, child.getInputStream());
        assertEquals(-1, child.getErrorStream().read());
        child.destroy();
    }

    /** A dialogue, then the end; with no thread to block, with one, and in virtual time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void dialogue(int slots) {
        assertEquals("a1b2-1", Weft.run(Scheduler.workStealing(1), () -> talk(slots)));
        assertEquals("a1b2-1", Weft.run(Scheduler.singleThreaded(), () -> talk(slots)));
        assertEquals("a1b2-1", Weft.run(Scheduler.deterministic(1), () -> talk(slots)));
    }

    @Suspendable
    private static String talk(int slots) throws IOException {
        Process cat = new ProcessBuilder("cat").start();
        InputStream in = input(cat, slots);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String all = exchange(cat, lines, "a1") + exchange(cat, lines, "b2");
        cat.getOutputStream().close();
        return all + lines.read();
    }

    @Suspendable
    private static String exchange(Process cat, BufferedReader lines, String line)
            throws IOException {
        cat.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        cat.getOutputStream().flush();
        return lines.readLine();
    }

    private static ProcessInput input(Process child, int slots) {
        return new ProcessInput(child, UnwovenBodies.output(child), new ProcessInput.Slots(slots));
    }

    /** What a child wrote before it ended is read to the last byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsLostAtTheEnd(int slots) {
        int count =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            Process child =
                                    new ProcessBuilder("sh", "-c", "seq 1 20000; sleep 0.1; seq 5")
                                            .start();
                            return input(child, slots).readAllBytes().length;
                        });
        assertEquals(108_894 + 10, count);
    }

    /** Where a read blocks a thread, a child that closes its output and lives on is noticed. */
    @Test
    void aChildThatClosesItsOutput() {
        boolean alive =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            Process child = new ProcessBuilder("sh", "-c", "exec >&-; cat").start();
                            assertEquals(-1, input(child, 1).read());
                            boolean lives = child.isAlive();
                            child.destroy();
                            return lives;
                        });
        assertTrue(alive);
    }

    @Test
    void interruptsAreKeptAndCancellationsEndARead() {
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    Process child = new ProcessBuilder("cat").start();
                    InputStream in = input(child, 0);
                    Fiber<Integer> reader = Weft.go(() -> in.read());
                    Weft.yield();
                    reader.interrupt();
                    child.getOutputStream().write(7);
                    child.getOutputStream().flush();
                    assertEquals(7, reader.join());
                    Fiber<Integer> cancelled = Weft.go(() -> in.read());
                    Weft.yield();
                    cancelled.cancel();
                    CompletionException e =
                            assertThrows(CompletionException.class, cancelled::join);
                    assertInstanceOf(FiberCancelledException.class, e.getCause());
                    child.destroy();
                    return null;
                });
    }

    @Test
    void manyChildrenTakeFewThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("children");
        FutureTask<Integer> run =
                new FutureTask<>(() -> Weft.run(Scheduler.workStealing(1), () -> many(group)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        int threads = run.get();
        caller.join();
        assertTrue(threads < 15, "threads: " + threads);
    }

    @Suspendable
    private static int many(ThreadGroup group) throws Exception {
        ProcessInput.Slots slots = new ProcessInput.Slots(4);
        List<Process> children = new ArrayList<>();
        List<Fiber<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Process child = new ProcessBuilder("cat").start();
            children.add(child);
            InputStream in = new ProcessInput(child, UnwovenBodies.output(child), slots);
            readers.add(Weft.go(() -> in.read()));
        }
        Weft.sleep(1);
        int threads = group.activeCount();
        for (int i = MANY - 1; i >= 0; i--) {
            children.get(i).getOutputStream().write(i);
            children.get(i).getOutputStream().flush();
            assertEquals(i, readers.get(i).join());
            children.get(i).destroy();
        }
        return threads;
    }
}
