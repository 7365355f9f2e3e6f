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
 * Runs a library's own tests twice, each in a JVM of its own: as they are, and woven with
 * everything suspendable, every test method in a fiber, with a forced suspension at every
 * suspendable call. The outcome of each test must be the same.
 */
public final class Suites {
    static final String MARK = "weft-suite ";
    static final String COUNTS = "weft-counts ";
    private static final int ROUNDS = 4;
    private static final List<String> OPENED =
            List.of(
                    "lang",
                    "lang.invoke",
                    "lang.reflect",
                    "text",
                    "time",
                    "time.chrono",
                    "util",
                    "util.concurrent",
                    "util.stream");

    /** What a JVM printed: the outcome of each test, and numbers of the whole run. */
    private static final class Run {
        private final Map<String, String> outcomes = new TreeMap<>();
        private final List<String> rest = new ArrayList<>();
        private long suspended;
        private long pinned;
        private long millis;

        private void read(String line) {
            int test = line.indexOf(MARK);
            int counts = line.indexOf(COUNTS);
            if (test >= 0) {
                String[] parts = line.substring(test + MARK.length()).split(" ", 2);
                String[] named = parts[1].split("\t", 2);
                outcomes.put(named[0], parts[0] + (named.length > 1 ? "\t" + named[1] : ""));
            } else if (counts >= 0) {
                String[] parts = line.substring(counts + COUNTS.length()).split(" ");
                suspended = Long.parseLong(parts[0]);
                pinned = Long.parseLong(parts[1]);
                millis = Long.parseLong(parts[2]);
            } else {
                rest.add(line);
            }
        }

        private long failed() {
            return outcomes.values().stream().filter(o -> !o.startsWith("SUCCESSFUL")).count();
        }
    }

    /** A jar of tests and what of it runs. */
    static final class Library {
        private final String jar;
        private final String names;
        private final String without;
        private final String suspendable;

        Library(String jar, String names, String without, String suspendable) {
            this.jar = jar;
            this.names = names;
            this.without = without;
            this.suspendable = suspendable;
        }

        String name() {
            return new File(jar).getName();
        }

        /** The same with the jar of that name in another folder. */
        Library in(String folder) {
            return new Library(folder + "/" + name(), names, without, suspendable);
        }
    }

    private final String agent;
    private final String classPath;
    private final List<String> differences = new ArrayList<>();
    private long forced;
    private int tests;

    Suites(String agent, String classPath) {
        this.agent = agent;
        this.classPath = classPath;
    }

    /**
     * Prints a line for each jar. Exit status 1 when a test's outcome differs.
     *
     * @param args {@code --cost} and a folder of woven jars, or nothing; the agent's jar, then for
     *     each library: jar of tests, pattern of the class names to run, pattern of the tests to
     *     leave out, pattern of the classes that are suspendable
     * @throws IOException when a JVM can't be started
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean cost = args[0].equals("--cost");
        boolean equal = true;
        for (int k = cost ? 3 : 1; k < args.length; k += 4) {
            Suites suites = new Suites(args[cost ? 2 : 0], System.getProperty("java.class.path"));
            Library library = new Library(args[k], args[k + 1], args[k + 2], args[k + 3]);
            System.out.println(cost ? suites.cost(library, args[1]) : suites.compare(library));
            suites.differences.forEach(System.out::println);
            equal &= suites.differences.isEmpty();
        }
        System.exit(equal ? 0 : 1);
    }

    /** What came of it, in a line; {@link #differences()} has the tests that differ. */
    String compare(Library library) throws IOException, InterruptedException {
        Run plain = run(List.of(), classPath, library, "plain");
        Run woven = run(List.of(agent("chaos,", library)), classPath, library, "fibers");
        differ(plain, woven);
        forced += woven.suspended;
        tests += woven.outcomes.size();
        return String.format(
                "%s: %d tests, %d failed; woven with chaos %d tests, %d failed; %d differ;"
                        + " %d suspensions forced, %d calls pinned; %d ms and %d ms",
                library.name(),
                plain.outcomes.size(),
                plain.failed(),
                woven.outcomes.size(),
                woven.failed(),
                differences.size(),
                woven.suspended,
                woven.pinned,
                plain.millis,
                woven.millis);
    }

    /**
     * The tests in fibers, in turns unwoven, woven ahead and woven by the agent, nothing
     * suspending: what they cost. The first round is not counted.
     */
    private String cost(Library library, String wovenJars)
            throws IOException, InterruptedException {
        String ahead = String.join(File.pathSeparator, wovenJars, wovenJars + "/*", classPath);
        List<Long> unwoven = new ArrayList<>();
        List<Double> woven = new ArrayList<>();
        List<Double> byAgent = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Run before = run(List.of(), classPath, library, "fibers");
            Run after = run(List.of(), ahead, library.in(wovenJars), "fibers");
            Run agent = run(List.of(agent("", library)), classPath, library, "fibers");
            differ(before, after);
            differ(before, agent);
            System.out.printf(
                    "%s, round %d: %d ms unwoven, %d woven ahead, %d woven by the agent%n",
                    library.name(), round, before.millis, after.millis, agent.millis);
            if (round > 0) {
                unwoven.add(before.millis);
                woven.add((double) after.millis / before.millis);
                byAgent.add((double) agent.millis / before.millis);
            }
        }
        unwoven.sort(null);
        return String.format(
                "%s: %d ms unwoven; nothing suspending ÷ unwoven: woven ahead %s, woven by the agent %s",
                library.name(), unwoven.get(unwoven.size() / 2), median(woven), median(byAgent));
    }

    private static String median(List<Double> ratios) {
        ratios.sort(null);
        return String.format(
                "%.2f (%.2f to %.2f)",
                ratios.get(ratios.size() / 2), ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private String agent(String options, Library library) {
        return "-javaagent:" + agent + "=" + options + "suspendable=" + library.suspendable;
    }

    private void differ(Run plain, Run woven) {
        Map<String, String> all = new TreeMap<>(plain.outcomes);
        woven.outcomes.forEach(all::putIfAbsent);
        for (String test : all.keySet()) {
            String expected = outcome(plain.outcomes.get(test));
            if (!expected.equals(outcome(woven.outcomes.get(test)))) {
                String difference =
                        "  " + expected + ", woven " + woven.outcomes.get(test) + ": " + test;
                if (!differences.contains(difference)) {
                    differences.add(difference);
                }
            }
        }
    }

    List<String> differences() {
        return differences;
    }

    /** How many tests ran in fibers. */
    int tests() {
        return tests;
    }

    /** How many suspensions chaos forced. */
    long forced() {
        return forced;
    }

    private static String outcome(String text) {
        return text == null ? "not run" : text.replaceFirst("\t.*", "");
    }

    private static Run run(List<String> options, String classPath, Library library, String how)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-XX:+UseSerialGC");
        OPENED.forEach(p -> command.add("--add-opens=java.base/java." + p + "=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Suite.class.getName()));
        command.addAll(List.of(library.jar, library.names, library.without, how));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Run run = new Run();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(run::read);
        }
        if (process.waitFor() != 0 || run.outcomes.isEmpty()) {
            throw new IllegalStateException(
                    command + " failed: " + run.rest.subList(0, Math.min(20, run.rest.size())));
        }
        return run;
    }
}
