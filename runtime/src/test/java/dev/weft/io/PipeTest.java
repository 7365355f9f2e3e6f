package dev.weft.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.AllAsleepException;
import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.SuspendableCallable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runtime's piped streams beside the JDK's, from threads and from fibers. */
@Timeout(120)
class PipeTest {
    private static final Wrappers JDK = new UnwovenBodies();
    private static final Wrappers OWN = new WovenBodies();
    private static List<String> expected;

    /** Threads. */
    @Suspendable
    private static final class Threads implements PipeScenarios.Party {
        @Override
        public String alone(SuspendableCallable<String> body) throws Exception {
            return join(start(body));
        }

        @Override
        public String both(SuspendableCallable<String> one, SuspendableCallable<String> two)
                throws Exception {
            Object[] a = start(one);
            return join(start(two)) + join(a);
        }

        private static Object[] start(SuspendableCallable<String> body) {
            FutureTask<String> task = new FutureTask<>(body::call);
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
            return new Object[] {task, thread};
        }

        private static String join(Object[] started) throws Exception {
            ((Thread) started[1]).join();
            return (String) ((FutureTask<?>) started[0]).get();
        }
    }

    /** Fibers. */
    @Suspendable
    private static final class Fibers implements PipeScenarios.Party {
        @Override
        public String alone(SuspendableCallable<String> body) {
            return Weft.go(body).join();
        }

        @Override
        public String both(SuspendableCallable<String> one, SuspendableCallable<String> two) {
            Fiber<String> a = Weft.go(one);
            return Weft.go(two).join() + a.join();
        }
    }

    @Suspendable
    private static List<String> all(Wrappers in, Wrappers out, PipeScenarios.Party party)
            throws Exception {
        List<String> texts = new ArrayList<>();
        texts.add(PipeScenarios.notConnected(in, out));
        texts.add(PipeScenarios.connecting(in, out));
        texts.add(PipeScenarios.closing(in, out));
        texts.add(PipeScenarios.arguments(in, out));
        texts.add(PipeScenarios.bytes(in, out, party, 0));
        texts.add(PipeScenarios.characters(in, out, party, 0));
        texts.add(PipeScenarios.deadWriter(in, out, party));
        texts.add(PipeScenarios.deadReader(in, out, party));
        texts.add(PipeScenarios.readerCloses(in, out, party));
        return texts;
    }

    /** What the JDK's do; once, as their writers look for room only every second. */
    private static synchronized List<String> expected() throws Exception {
        if (expected == null) {
            expected = all(JDK, JDK, new Threads());
        }
        return expected;
    }

    private static void inFibers(Scheduler scheduler, Wrappers in, Wrappers out) throws Exception {
        List<String> texts = Weft.run(scheduler, () -> all(in, out, new Fibers()));
        assertEquals(String.join("\n", expected()), String.join("\n", texts));
    }

    @Test
    void wovenCodeMakesTheRuntimes() {
        assertInstanceOf(FiberPipedInputStream.class, OWN.pipedInput(0));
        assertInstanceOf(FiberPipedOutputStream.class, OWN.pipedOutput());
        assertInstanceOf(FiberPipedReader.class, OWN.pipedReader(3));
        assertInstanceOf(FiberPipedWriter.class, OWN.pipedWriter());
        assertEquals(PipedWriter.class, JDK.pipedWriter().getClass());
    }

    @Test
    void threads() throws Exception {
        List<String> texts = all(OWN, OWN, new Threads());
        assertEquals(String.join("\n", expected()), String.join("\n", texts));
    }

    @Test
    void fibersOnCarriers() throws Exception {
        inFibers(Scheduler.workStealing(2), OWN, OWN);
    }

    @Test
    void fibersOnOneThread() throws Exception {
        inFibers(Scheduler.singleThreaded(), OWN, OWN);
    }

    @Test
    void fibersInVirtualTime() throws Exception {
        inFibers(Scheduler.deterministic(7), OWN, OWN);
    }

    @Test
    void smallPipes() throws Exception {
        for (int size : new int[] {1, 2, 7}) {
            Weft.run(
                    Scheduler.workStealing(2),
                    () -> {
                        PipeScenarios.Party fibers = new Fibers();
                        assertEquals(
                                PipeScenarios.bytes(OWN, OWN, fibers, 0),
                                PipeScenarios.bytes(OWN, OWN, fibers, size));
                        assertEquals(
                                PipeScenarios.characters(OWN, OWN, fibers, 0),
                                PipeScenarios.characters(OWN, OWN, fibers, size));
                        return null;
                    });
        }
    }

    /** One end is the JDK's, made by code that is not woven. */
    @Test
    void mixed() throws Exception {
        String jdk = String.join("\n", expected());
        assertEquals(jdk, String.join("\n", all(JDK, OWN, new Threads())));
        assertEquals(jdk, String.join("\n", all(OWN, JDK, new Threads())));
    }

    /** The writer's end wakes the reader, who waits two more seconds, virtual ones here. */
    @Test
    void aReaderThatWaitsForADeadWriterFails() {
        String text =
                Weft.run(
                        Scheduler.deterministic(3),
                        () -> {
                            PipedOutputStream out = new PipedOutputStream();
                            PipedInputStream in = new PipedInputStream(out);
                            Fiber<?> writer = Weft.go(() -> writeAndLinger(out));
                            String got = PipeScenarios.text(() -> in.read());
                            return got + PipeScenarios.text(() -> in.read()) + writer.isDone();
                        });
        assertEquals("1; java.io.IOException: Pipe broken; true", text);
    }

    @Suspendable
    private static void writeAndLinger(PipedOutputStream out) throws IOException {
        out.write(1);
        Weft.sleep(Duration.ofMillis(10));
    }

    /** Nobody will ever write: that is found, as for any other wait. */
    @Test
    void aReaderThatNobodyWillWakeIsFound() {
        assertThrows(
                AllAsleepException.class,
                () ->
                        Weft.run(
                                Scheduler.deterministic(3),
                                () -> {
                                    PipedWriter out = new PipedWriter();
                                    return new PipedReader(out).read();
                                }));
    }

    @Test
    void interruptsAndCancellations() {
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    PipedOutputStream out = new PipedOutputStream();
                    PipedInputStream in = new PipedInputStream(out);
                    Fiber<Integer> reader = Weft.go(() -> in.read());
                    Weft.yield();
                    reader.interrupt();
                    CompletionException e = assertThrows(CompletionException.class, reader::join);
                    assertInstanceOf(InterruptedIOException.class, e.getCause());
                    Fiber<Integer> cancelled = Weft.go(() -> in.read());
                    Weft.yield();
                    cancelled.cancel();
                    e = assertThrows(CompletionException.class, cancelled::join);
                    assertInstanceOf(FiberCancelledException.class, e.getCause());
                    return null;
                });
    }

    @Test
    void manyWaitAtPipesWithoutThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("pipes");
        FutureTask<Integer> run =
                new FutureTask<>(() -> Weft.run(Scheduler.workStealing(1), () -> lines(group)));
        Thread caller = new Thread(group, run, "caller");
        caller.start();
        int threads = run.get();
        caller.join();
        assertTrue(threads < 10, "threads: " + threads);
    }

    @Suspendable
    private static int lines(ThreadGroup group) throws Exception {
        List<PipedOutputStream> ends = new ArrayList<>();
        List<Fiber<String>> readers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            PipedOutputStream out = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(out);
            ends.add(out);
            readers.add(Weft.go(() -> line(in)));
        }
        Weft.yield();
        int threads = group.activeCount();
        for (int i = 0; i < 300; i++) {
            ends.get(i).write((i + "\n").getBytes(StandardCharsets.UTF_8));
            assertEquals("" + i, readers.get(i).join());
        }
        return threads;
    }

    @Suspendable
    private static String line(PipedInputStream in) throws IOException {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }
}
