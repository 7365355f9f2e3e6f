package dev.weft.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent in JVMs of their own: its options, late attachment, and other agents beside it. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class AgentTest {
    private static final String SUSPENDS = "42 abc woven true";
    private static final String PINS = "42 abc woven false";
    private static final int STRICT = 70;

    @TempDir static Path folder;
    private static Path classes;
    private static Path second;

    /** A JVM that has ended. */
    private static final class Ended {
        final int status;
        final List<String> out;

        Ended(Forked.Ended jvm) {
            status = jvm.status;
            out = jvm.out.lines().collect(Collectors.toList());
        }

        @Override
        public String toString() {
            return "status " + status + ", printed\n" + String.join("\n", out);
        }

        boolean says(String... words) {
            return out.stream().anyMatch(l -> Arrays.stream(words).allMatch(l::contains));
        }
    }

    @BeforeAll
    static void compile() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String name : List.of("Main", "Second", "Attaching")) {
            sources.put("app." + name, source(name));
        }
        classes = folder.resolve("classes");
        Forked.write(classes, Compiler.compile(11, sources));
        second = agentJar();
    }

    @Test
    void withoutAgentEverythingPins() throws Exception {
        assertEquals(List.of("Twice " + PINS), java(List.of(), "run").out);
    }

    @Test
    void weavesWhatIsLoaded() throws Exception {
        assertEquals(List.of("Twice " + SUSPENDS), java(List.of(agent("")), "run").out);
    }

    /** Nothing else may be printed: a JDK before 16 would warn of access that nobody allowed. */
    @Test
    void opensTheSocketsNativesToTheRuntime() throws Exception {
        boolean linux = System.getProperty("os.name").equals("Linux");
        List<String> agent = List.of(agent(""));
        List<String> closed = List.of("natives false", "echoed 29524");
        assertEquals(List.of("natives " + linux, "echoed 29524"), java(agent, "sockets").out);
        assertEquals(closed, java(List.of(agent(""), "-Dweft.sockets=public"), "sockets").out);
        assertEquals(closed, java(List.of(), "sockets").out);
    }

    @Test
    void excludedClassesPin() throws Exception {
        assertEquals(List.of("Twice " + PINS), java(List.of(agent("=exclude=app.Tw*")), "run").out);
        assertEquals(
                List.of("Twice " + SUSPENDS), java(List.of(agent("=exclude=app.Late")), "run").out);
    }

    @Test
    void anUnknownOptionKeepsTheJvmFromStarting() throws Exception {
        Ended jvm = java(List.of(agent("=exclud=app.*")), "run");
        assertTrue(jvm.status != 0, jvm::toString);
        assertTrue(jvm.says("exclud"), jvm::toString);
    }

    @Test
    void strictStopsAtAClassThatCannotBeWoven() throws Exception {
        Path damaged = folder.resolve("damaged");
        Path file = damaged.resolve("app/Twice.class");
        Files.createDirectories(file.getParent());
        byte[] bytes = Files.readAllBytes(classes.resolve("app/Twice.class"));
        bytes[7] = (byte) 200; // the class file's major version
        Files.write(file, bytes);
        List<Path> path = List.of(damaged, classes);
        Ended strict = javaOf(path, List.of(agent("=strict")), "run");
        assertEquals(STRICT, strict.status, strict::toString);
        assertTrue(strict.says("app.Twice", "200", "newer than"), strict::toString);
        Ended lenient = javaOf(path, List.of(agent("")), "run");
        assertTrue(lenient.says("app.Twice", "stays as it was"), lenient::toString);
        assertTrue(lenient.says("UnsupportedClassVersionError"), lenient::toString);
    }

    @Test
    void attachedLateItWeavesWhatIsLoadedFromThenOn() throws Exception {
        Ended jvm =
                java(
                        List.of("-Djdk.attach.allowAttachSelf=true"),
                        "attach",
                        Forked.agent().toString());
        assertEquals(0, jvm.status, jvm::toString);
        assertTrue(jvm.says("early " + PINS), jvm::toString);
        assertTrue(jvm.says("classes are loaded already and stay as they are"), jvm::toString);
        assertTrue(jvm.says("late 22 woven true"), jvm::toString);
        assertTrue(jvm.says("still 42", "woven false"), jvm::toString);
    }

    @Test
    void anotherAgentMayRetransformBeforeOrAfter() throws Exception {
        List<String> expected = List.of("before " + SUSPENDS, "after " + SUSPENDS);
        assertEquals(expected, java(List.of(agent(""), other()), "retransform").out);
        assertEquals(expected, java(List.of(other(), agent("")), "retransform").out);
    }

    @Test
    void jacocosAgentMayBeBeforeOrAfter() throws Exception {
        String jacoco = "-javaagent:" + jacoco() + "=output=none";
        assertEquals(List.of("Twice " + SUSPENDS), java(List.of(agent(""), jacoco), "run").out);
        assertEquals(List.of("Twice " + SUSPENDS), java(List.of(jacoco, agent("")), "run").out);
    }

    @Test
    void aRedefinedClassIsWovenAgain() throws Exception {
        String changed = changed("2 * n", "3 * n");
        Ended jvm = java(List.of(agent(""), other()), "redefine", changed);
        assertEquals(
                List.of("before " + SUSPENDS, "redefined", "after 63 abc woven true"),
                jvm.out,
                jvm::toString);
    }

    /**
     * The JVM's own rule: a redefinition can't add methods, and a new suspension point needs one.
     */
    @Test
    void aRedefinitionThatAddsAMethodIsRefused() throws Exception {
        String changed =
                changed(
                        "class Twice {",
                        "class Twice { @Suspendable static void more() { Weft.yield(); }");
        Ended jvm = java(List.of(agent(""), other()), "redefine", changed);
        assertEquals("before " + SUSPENDS, jvm.out.get(0), jvm::toString);
        assertTrue(jvm.says("refused:", "add a method"), jvm::toString);
        assertEquals("after " + SUSPENDS, jvm.out.get(jvm.out.size() - 1), jvm::toString);
    }

    private static String changed(String from, String to) throws IOException {
        String source = source("Main").replace(from, to);
        assertTrue(!source.equals(source("Main")), from);
        Map<String, String> sources = new TreeMap<>();
        sources.put("app.Main", source);
        sources.put("app.Second", source("Second"));
        sources.put("app.Attaching", source("Attaching"));
        Path changed = Files.createTempDirectory(folder, "changed");
        Forked.write(changed, Compiler.compile(11, sources));
        return changed.resolve("app/Twice.class").toString();
    }

    private static String agent(String options) {
        return "-javaagent:" + Forked.agent() + options;
    }

    private static String other() {
        return "-javaagent:" + second;
    }

    private static String jacoco() {
        return classPath("org.jacoco.agent");
    }

    private static String classPath(String part) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " is not on the class path"));
    }

    private static Ended java(List<String> options, String... arguments) throws Exception {
        return javaOf(List.of(classes), options, arguments);
    }

    private static Ended javaOf(List<Path> path, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        all.addAll(options);
        List<String> command = Forked.command(all, path, "app.Main");
        command.addAll(List.of(arguments));
        return new Ended(Forked.end(command));
    }

    private static String source(String name) throws IOException {
        return new String(
                AgentTest.class.getResourceAsStream("/agent/" + name + ".java").readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** Its class is on the program's class path. */
    private static Path agentJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Premain-Class", "app.Second");
        main.putValue("Can-Retransform-Classes", "true");
        main.putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("second.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.finish();
        }
        return jar;
    }
}
