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
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Programs in JVMs of their own: the JVM that runs the tests, the agent's jar, the runtime. */
final class Forked {
    private static final int SECONDS = 120;

    /** What a JVM that has ended left. */
    static final class Ended {
        final int status;
        final String out;

        private Ended(int status, String out) {
            this.status = status;
            this.out = out;
        }
    }

    private Forked() {}

    static Path agent() {
        Path agent = Path.of(System.getProperty("weft.agent"));
        assertTrue(Files.exists(agent), () -> agent + " is missing: run the build's verify phase");
        return agent;
    }

    static String runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        p ->
                                p.contains("weft-runtime")
                                        || p.contains("runtime" + File.separator + "target"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("weft-runtime is not on the class path"));
    }

    /** The command for a program; the class path gets the runtime. */
    static List<String> command(List<String> options, List<Path> classPath, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        StringBuilder path = new StringBuilder(runtime());
        classPath.forEach(p -> path.append(File.pathSeparator).append(p));
        command.add(path.toString());
        command.add(main);
        return command;
    }

    /** Runs a command to its end; what it printed on both streams. Its status must be 0. */
    static String run(List<String> command) throws IOException, InterruptedException {
        return run(command, SECONDS);
    }

    /** The same, for a program that has to end within so many seconds. */
    static String run(List<String> command, int seconds) throws IOException, InterruptedException {
        Ended ended = end(command, seconds);
        assertEquals(0, ended.status, () -> command + " printed\n" + ended.out);
        return ended.out;
    }

    /** Runs a command to its end, whatever its status. */
    static Ended end(List<String> command) throws IOException, InterruptedException {
        return end(command, SECONDS);
    }

    private static Ended end(List<String> command, int seconds)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile("weft-forked", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            String text = Files.readString(printed, StandardCharsets.UTF_8);
            assertTrue(ended, () -> command + " hangs; it printed\n" + text);
            return new Ended(process.exitValue(), text);
        } finally {
            Files.delete(printed);
        }
    }

    /** Writes class files, and other files by path, to a folder. */
    static void write(Path folder, Classes classes) throws IOException {
        for (Map.Entry<String, byte[]> file : classes.files().entrySet()) {
            Path to = folder.resolve(file.getKey() + ".class");
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
    }

    static void jar(Path jar, Classes classes, Map<String, String> others) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> c : classes.files().entrySet()) {
                out.putNextEntry(new JarEntry(c.getKey() + ".class"));
                out.write(c.getValue());
            }
            for (Map.Entry<String, String> other : others.entrySet()) {
                out.putNextEntry(new JarEntry(other.getKey()));
                out.write(other.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
