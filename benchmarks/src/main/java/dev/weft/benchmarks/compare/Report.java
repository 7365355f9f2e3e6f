package dev.weft.benchmarks.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The comparison's results as Markdown. */
final class Report {
    private final Options options;
    private final List<Contender> contenders;
    private final Results results;
    private final StringBuilder out = new StringBuilder();

    Report(Options options, List<Contender> contenders, Results results) {
        this.options = options;
        this.contenders = contenders;
        this.results = results;
    }

    String markdown() {
        line(
                "Processors: %d. Java: %s. Rounds: %d, repetitions in a process: %d, of brief work six"
                        + " times as many%s.",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                options.rounds,
                options.repetitions,
                options.quick
                        ? ", quick (a tenth of the size: for trying out, not for figures)"
                        : "");
        if (!options.javaOptions.isEmpty()) {
            line("");
            line("Options of every JVM: `%s`.", String.join(" ", options.javaOptions));
        }
        line("");
        line(
                "*First* is the median of each process's first repetition, *later* the median of all others. *Peak* is the");
        line(
                "process's peak resident memory (VmHWM) after the first repetition and at the end. The ratios are against");
        line("Weft with as many threads: more than 1 means that Weft is faster.");
        options.workloads.forEach(this::table);
        out.append(new Targets(results).markdown());
        missing();
        return out.toString();
    }

    private void table(Workload workload) {
        line("");
        line("### %s (%s), n = %,d", workload.title, workload.unit, workload.size(options.quick));
        line("");
        line(
                "| contender | first | later | peak MB, first | peak MB | first ÷ Weft | later ÷ Weft |");
        line("|---|---|---|---|---|---|---|");
        for (Contender contender : contenders) {
            if (contender.missing == null) {
                row(workload, contender);
            }
        }
        String without =
                contenders.stream()
                        .filter(c -> c.missing == null && !results.has(workload, c.key))
                        .filter(c -> results.problem(workload, c.key) == null)
                        .map(c -> c.title)
                        .collect(Collectors.joining("; "));
        if (!without.isEmpty()) {
            line("");
            line("Has no such thing, or is not programmed here: %s.", without);
        }
    }

    private void row(Workload workload, Contender contender) {
        String problem = results.problem(workload, contender.key);
        if (problem != null) {
            line("| %s | failed: %s | | | | | |", contender.title, problem);
        } else if (results.has(workload, contender.key)) {
            double first = results.first(workload, contender.key);
            double later = results.later(workload, contender.key);
            line(
                    "| %s | %s | %s | %s | %s | %s | %s |",
                    contender.title,
                    figure(first),
                    figure(later),
                    figure(results.firstPeak(workload, contender.key)),
                    figure(results.peak(workload, contender.key)),
                    ratio(first, results.first(workload, contender.reference)),
                    ratio(later, results.later(workload, contender.reference)));
        }
    }

    private void missing() {
        if (contenders.stream().allMatch(c -> c.missing == null)) {
            return;
        }
        line("");
        line("Not compared here:");
        contenders.stream()
                .filter(c -> c.missing != null)
                .forEach(c -> line("- %s: %s", c.title, c.missing));
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(
                Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String ratio(double value, double reference) {
        double ratio = value / reference;
        return Double.isNaN(ratio) ? "–" : figure(ratio) + "×";
    }
}
