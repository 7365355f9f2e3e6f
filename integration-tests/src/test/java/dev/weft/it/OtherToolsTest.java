package dev.weft.it;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The scenarios in class files of another compiler, and with JaCoCo's probes in them before they
 * are woven.
 */
@Timeout(300)
class OtherToolsTest {
    private static final int RELEASE = 11;

    @TestFactory
    Stream<DynamicContainer> compiledByEcj() {
        Assumptions.assumeTrue(Runtime.version().feature() >= 17, "ECJ needs Java 17");
        return Scenarios.sources(RELEASE).entrySet().stream()
                .map(
                        s ->
                                ScenarioTest.container(
                                        s.getKey() + " by ECJ",
                                        compile(
                                                s.getKey().replace("scenario.", ""),
                                                s.getValue())));
    }

    private static Classes compile(String name, String text) {
        try {
            Path folder = Files.createTempDirectory("weft-compiled");
            Path source = Files.writeString(folder.resolve(name + ".java"), text);
            String[] options = {
                "--release",
                String.valueOf(RELEASE),
                "-g",
                "-nowarn",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString()
            };
            batchCompile(options);
            return new Classes(takeAll(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By reflection: the tests are compiled for Java 11, which can't read ECJ's class files. */
    private static void batchCompile(String[] options) {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        try {
            String parameter = "org.eclipse.jdt.core.compiler.CompilationProgress";
            Object compiled =
                    Class.forName("org.eclipse.jdt.core.compiler.batch.BatchCompiler")
                            .getMethod(
                                    "compile",
                                    String[].class,
                                    PrintWriter.class,
                                    PrintWriter.class,
                                    Class.forName(parameter))
                            .invoke(null, options, out, out, null);
            if (!Boolean.TRUE.equals(compiled)) {
                throw new AssertionError("does not compile:\n" + messages);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, byte[]> takeAll(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (name.endsWith(".class")) {
                files.put(
                        name.substring(0, name.length() - ".class".length()),
                        Files.readAllBytes(path));
            }
            Files.delete(path);
        }
        return files;
    }

    @TestFactory
    Stream<DynamicContainer> instrumentedByJacoco() throws Exception {
        IRuntime runtime = new LoggerRuntime();
        runtime.startup(new RuntimeData());
        Instrumenter instrumenter = new Instrumenter(runtime);
        return Scenarios.sources(RELEASE).entrySet().stream()
                .map(
                        s ->
                                ScenarioTest.container(
                                        s.getKey() + " by JaCoCo",
                                        instrumented(
                                                instrumenter,
                                                Compiler.compile(
                                                        RELEASE,
                                                        Map.of(s.getKey(), s.getValue())))));
    }

    private static Classes instrumented(Instrumenter instrumenter, Classes classes) {
        Map<String, byte[]> files = new TreeMap<>();
        classes.files()
                .forEach(
                        (name, file) -> {
                            try {
                                files.put(name, instrumenter.instrument(file, name));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        return new Classes(files);
    }
}
