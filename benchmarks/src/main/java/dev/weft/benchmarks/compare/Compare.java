package dev.weft.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the same work in Weft and its peers, in one run, and prints a table of ratios as Markdown.
 *
 * <p>Every round runs each workload once in each contender, each in a process of its own, so that
 * slow changes of the machine meet all of them alike. A process repeats its work; the first
 * repetition is the cold figure, the others are the warm ones, and the report shows medians over
 * all rounds. Every result is checked.
 */
public final class Compare {
    private final Options options;
    private final List<Contender> contenders;
    private final Results results = new Results();

    private Compare(Options options, List<Contender> contenders) {
        this.options = options;
        this.contenders = contenders;
    }

    /**
     * Runs the comparison. Started by {@code benchmarks/compare.sh}, which builds everything first.
     *
     * @param args see {@code --help}
     * @throws IOException when a contender can't be started or the report can't be written
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (List.of(args).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(args);
            Path home =
                    Path.of(System.getProperty("weft.benchmarks", "benchmarks")).toAbsolutePath();
            List<Contender> all =
                    Contenders.find(home, System.getenv("JDK25_HOME"), options.javaOptions);
            new Compare(options, choose(all, options.contenders)).run();
        } catch (IllegalArgumentException e) {
            System.err.println("compare: " + e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
        }
    }

    private static List<Contender> choose(List<Contender> all, List<String> keys) {
        List<String> known = all.stream().map(c -> c.key).collect(Collectors.toList());
        for (String key : keys) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "no contender '" + key + "'; there are " + known);
            }
        }
        return all.stream()
                .filter(c -> keys.isEmpty() || keys.contains(c.key))
                .collect(Collectors.toList());
    }

    private void run() throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            if (contender.missing != null) {
                System.err.println("missing: " + contender.title + ": " + contender.missing);
            }
        }
        for (int round = 1; round <= options.rounds; round++) {
            for (Workload workload : options.workloads) {
                System.err.println(
                        "round " + round + " of " + options.rounds + ": " + workload.key());
                for (Contender contender : contenders) {
                    runOne(round, workload, contender);
                }
            }
        }
        String report = new Report(options, contenders, results).markdown();
        System.out.print(report);
        if (options.output != null) {
            Files.writeString(Path.of(options.output), report);
        }
    }

    private void runOne(int round, Workload workload, Contender contender)
            throws IOException, InterruptedException {
        boolean once = contender.slow;
        if (contender.missing != null
                || once && round > 1
                || results.problem(workload, contender.key) != null) {
            return;
        }
        int size = workload.size(options.quick);
        int repetitions = once || workload.parked() ? 1 : workload.repetitions(options.repetitions);
        boolean tooLarge =
                workload == Workload.GOPHERS
                        && !options.quick
                        && contender.gophersGb > availableGb();
        results.add(
                workload,
                contender.key,
                size,
                tooLarge
                        ? Runner.Outcome.failed(
                                "needs " + contender.gophersGb + " GB of free memory")
                        : Runner.run(contender, workload, size, repetitions));
    }

    private static long availableGb() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
                .findFirst()
                .orElse(0);
    }
}
