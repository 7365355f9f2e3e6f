package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.examples.EventText;
import dev.weft.examples.SerialCounter;
import dev.weft.generator.AbstractGenerator;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The example programs on generators and coroutines, woven, with and without forced suspensions.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ExamplesTest {
    private static final String EXPECTED =
            EventText.report(EventText.VOWELS, EventText.CONSONANTS, EventText.OTHERS);

    private static WovenLoader woven;
    private static WovenLoader chaos;

    @BeforeAll
    static void weave() {
        Classes examples = new Classes(examples());
        woven = new WovenLoader(Weaving.of(examples, false).files());
        chaos = new WovenLoader(Weaving.of(examples, true).files());
        woven.linkAll();
        chaos.linkAll();
    }

    private static Map<String, byte[]> examples() {
        try {
            Path root =
                    Path.of(
                            EventText.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(root.resolve("dev/weft/examples"))) {
                for (Path file :
                        (Iterable<Path>)
                                all.filter(f -> f.toString().endsWith(".class"))::iterator) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    files.put(
                            name.substring(0, name.length() - ".class".length()),
                            Files.readAllBytes(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(WovenLoader loader, String program, String method, Object... args)
            throws Exception {
        for (Method m : loader.loadClass("dev.weft.examples." + program).getDeclaredMethods()) {
            if (m.getName().equals(method)
                    && m.getParameterCount() == args.length
                    && !m.isSynthetic()
                    && isPublic(m)) {
                return m.invoke(null, args);
            }
        }
        throw new AssertionError(program + " has no method " + method);
    }

    private static boolean isPublic(Method m) {
        return java.lang.reflect.Modifier.isPublic(m.getModifiers());
    }

    @Test
    void theTextHasTheCountsOfTheOriginal() {
        assertEquals(5_590_193, EventText.full().length());
        assertEquals(EXPECTED, SerialCounter.run(EventText.full()));
    }

    @ParameterizedTest
    @CsvSource({
        "SerialCounter,run",
        "WorkerCounter,tasks",
        "WorkerCounter,fibers",
        "FeedCounter,run",
        "TrampolineCounters,bare",
        "TrampolineCounters,symmetric",
        "TrampolineCounters,trampoline",
        "TrampolineCounters,cocalls",
        "TrampolineCounters,scheduled",
        "WeightlessCounter,run",
        "PairCounters,inline",
        "PairCounters,delegated"
    })
    void countersAgreeOnTheWholeText(String program, String method) throws Exception {
        assertEquals(EXPECTED, call(woven, program, method, EventText.full()));
    }

    @ParameterizedTest
    @CsvSource({
        "ProcessPerEvent,run,40",
        "WorkerCounter,threads,50000",
        "WorkerCounter,processes,50000",
        "WorkerCounter,tasks,50000",
        "WorkerCounter,fibers,50000",
        "FeedCounter,run,50000",
        "TrampolineCounters,bare,50000",
        "TrampolineCounters,symmetric,50000",
        "TrampolineCounters,trampoline,50000",
        "TrampolineCounters,cocalls,50000",
        "TrampolineCounters,scheduled,50000",
        "WeightlessCounter,run,50000",
        "PairCounters,inline,50000",
        "PairCounters,delegated,50050"
    })
    void countersAgreeOnAPrefix(String program, String method, int length) throws Exception {
        String text = EventText.full().substring(0, length);
        assertEquals(SerialCounter.run(text), call(woven, program, method, text));
        assertEquals(SerialCounter.run(text), call(chaos, program, method, text));
    }

    @Test
    void feedingFromAnEmptyQueueEndsAtOnce() throws Exception {
        Queue<Character> empty = new ArrayDeque<>();
        assertEquals(0, call(woven, "FeedCounter", "flush", empty, new long[3]));
    }

    @ParameterizedTest
    @CsvSource({
        "BareTrampoline,run,A C B D",
        "SymmetricPair,symmetric,A x C a B c D b",
        "SymmetricPair,trampoline,A x C a B c D b",
        "GeneratorsOnFibers,receiving,first v0 v1 v2 last",
        "GeneratorsOnFibers,cancelled,generator consumer joined DONE",
        "GeneratorsOnFibers,inTurn,<f0> <f1> <f2>",
        "GeneratorsOnFibers,loop,got v0 got v1 on 1",
        "GeneratorsOnFibers,stream,got v0 got v1 on 1",
        "GeneratorsOnFibers,lazyStream,made0 got0 made1 got1 closed sum10",
        "GeneratorsOnFibers,nested,1 3 6",
        "Effects,run,got 5 got 6 got 7 sum 18 | got 5 got 6 got 7 sum 18",
        "Effects,failing,'asked, but: no more numbers'",
        "Effects,unhandled,no running continuation of ContinuationScope[reader] can be reached from here",
        "OwnScheduler,demo,a0 b0 c0 a1 b1 c1 b slept c slept a slept joined a at 30"
    })
    void programsWithOneResult(String program, String method, String expected) throws Exception {
        assertEquals(expected, call(woven, program, method));
        assertEquals(expected, call(chaos, program, method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trampoline", "scheduler"})
    void namedCocallsEndWithTheFirstThatFinishes(String method) throws Exception {
        assertEquals(
                "start:go stage1:d1 stage2:d1' start:d1'' stage1:d2 stage2:d2' start:d2''"
                        + " stage1:d3 stage2:d3' start:d3''",
                call(woven, "NamedCocalls", method));
    }

    @Test
    void pairsInlineAndDelegatedAreIdentical() throws Exception {
        String[] logs = ((String) call(woven, "Pairs", "run")).split("\\|");
        assertEquals("0,0 got s1 0,1 caught t 0,2 got s2 end0 1,0 got s3 1,1 end1", logs[0]);
        assertEquals(logs[0], logs[1]);
    }

    @Test
    void permutations() throws Exception {
        Set<Object> all = new HashSet<>();
        ((Iterator<?>) call(woven, "RecursiveGenerators", "permutations", 6))
                .forEachRemaining(all::add);
        assertEquals(720, all.size());
    }

    @Test
    void traceOfASuspendedGeneratorNamesMethodsAndLines() throws Exception {
        Object generator = call(woven, "RecursiveGenerators", "permutations", 3);
        ((Iterator<?>) generator).next();
        List<StackTraceElement> trace = ((AbstractGenerator) generator).trace();
        assertEquals("permute", trace.get(0).getMethodName());
        assertEquals("permute", trace.get(3).getMethodName());
        assertTrue(
                trace.get(0).getLineNumber() > 0
                        && trace.get(0).getLineNumber() != trace.get(1).getLineNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "nestedWalk"})
    void treeWalk(String method) throws Exception {
        PrimitiveIterator.OfInt nodes =
                (PrimitiveIterator.OfInt) call(woven, "RecursiveGenerators", method, 10);
        long count = 0;
        long sum = 0;
        while (nodes.hasNext()) {
            sum += nodes.nextInt();
            count++;
        }
        assertEquals(1023, count);
        assertEquals(1023L * 1024 / 2, sum);
    }

    /**
     * Every suspendable call inside the generator, the generator's caller and the driver is paused
     * at.
     */
    @Test
    void generatorOnAStackThatIsPausedEverywhere() throws Throwable {
        Class<?> program = chaos.loadClass("dev.weft.examples.RecursiveGenerators");
        // sumOfWalk returns an Integer, so that the outcome is in the reference register
        Method sum = program.getDeclaredMethod("sumOfWalk", int.class, Stack.class);
        DriverStack driver = new DriverStack(false);
        assertEquals(63 * 64 / 2, driver.drive(stack -> sum.invoke(null, 6, stack)));
        assertTrue(driver.suspensions() > 63);
    }
}
