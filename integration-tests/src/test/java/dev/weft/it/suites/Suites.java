package dev.weft.it.suites;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a library's own tests twice, each in a JVM of its own: as they are, and woven with everything
 * suspendable, every test method in a fiber, with a forced suspension at every suspendable call. The
 * outcome of each test must be the same.
 */
public final class Suites {
    static final String MARK = "weft-suite ";

    private final String agent;
    private final String classPath;
    private final List<String> differences = new ArrayList<>();

    Suites(String agent, String classPath) {
        this.agent = agent;
        this.classPath = classPath;
    }

    /**
     * Prints a line for each jar. Exit status 1 when a test's outcome differs.
     *
     * @param args the agent's jar, then for each library: jar of tests, pattern of the class names to
     *     run, pattern of the classes that are suspendable
     * @throws IOException when a JVM can't be started
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean equal = true;
        for (int k = 1; k < args.length; k += 3) {
            Suites suites = new Suites(args[0], System.getProperty("java.class.path"));
            System.out.println(suites.compare(args[k], args[k + 1], args[k + 2]));
            suites.differences.forEach(System.out::println);
            equal &= suites.differences.isEmpty();
        }
        System.exit(equal ? 0 : 1);
    }

    /** What came of it, in a line; {@link #differences()} has the tests that differ. */
    String compare(String jar, String names, String suspendable)
            throws IOException, InterruptedException {
        Map<String, String> plain = run(List.of(), jar, names, "plain");
        Map<String, String> woven =
                run(
                        List.of("-javaagent:" + agent + "=chaos,suspendable=" + suspendable),
                        jar,
                        names,
                        "fibers");
        Map<String, String> all = new TreeMap<>(plain);
        woven.forEach(all::putIfAbsent);
        for (String test : all.keySet()) {
            String expected = outcome(plain.get(test));
            String found = outcome(woven.get(test));
            if (!expected.equals(found)) {
                differences.add("  " + expected + ", woven " + woven.get(test) + ": " + test);
            }
        }
        return String.format(
                "%s: %d tests, %d failed; woven with chaos %d tests, %d failed; %d differ",
                new File(jar).getName(),
                plain.size(),
                failed(plain),
                woven.size(),
                failed(woven),
                differences.size());
    }

    List<String> differences() {
        return differences;
    }

    private static String outcome(String text) {
        return text == null ? "not run" : text.replaceFirst("\t.*", "");
    }

    private static long failed(Map<String, String> outcomes) {
        return outcomes.values().stream().filter(o -> !o.startsWith("SUCCESSFUL")).count();
    }

    private Map<String, String> run(List<String> options, String jar, String names, String how)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Suite.class.getName(), jar, names, how));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .start();
        Map<String, String> outcomes = new TreeMap<>();
        List<String> rest = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                int at = line.indexOf(MARK);
                if (at >= 0) {
                    String[] parts = line.substring(at + MARK.length()).split(" ", 2);
                    String[] test = parts[1].split("\t", 2);
                    outcomes.put(test[0], parts[0] + (test.length > 1 ? "\t" + test[1] : ""));
                } else {
                    rest.add(line);
                }
            }
        }
        if (process.waitFor() != 0 || outcomes.isEmpty()) {
            throw new IllegalStateException(
                    command + " failed: " + rest.subList(0, Math.min(20, rest.size())));
        }
        return outcomes;
    }
}
