package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All samples of one run of the comparison, and the figures drawn from them. */
final class Results {
    /** One process's samples in the workload's unit; peaks in MB. */
    private static final class Series {
        private final double first;
        private final List<Double> later;
        private final double firstPeak;
        private final double peak;

        Series(Workload workload, int size, List<Sample> samples) {
            List<Double> all =
                    samples.stream()
                            .map(s -> workload.measure(s, size))
                            .collect(Collectors.toList());
            first = all.get(0);
            later = all.subList(1, all.size());
            firstPeak = samples.get(0).peakKb / 1024.0;
            peak = samples.get(samples.size() - 1).peakKb / 1024.0;
        }
    }

    private final Map<Workload, Map<String, List<Series>>> series = new EnumMap<>(Workload.class);
    private final Map<Workload, Map<String, String>> problems = new EnumMap<>(Workload.class);

    void add(Workload workload, String contender, int size, Runner.Outcome outcome) {
        if (outcome.problem != null) {
            problems.computeIfAbsent(workload, w -> new TreeMap<>())
                    .put(contender, outcome.problem);
        } else if (!outcome.samples.isEmpty()) {
            series.computeIfAbsent(workload, w -> new TreeMap<>())
                    .computeIfAbsent(contender, c -> new ArrayList<>())
                    .add(new Series(workload, size, outcome.samples));
        }
    }

    boolean has(Workload workload, String contender) {
        return series.getOrDefault(workload, Map.of()).containsKey(contender);
    }

    String problem(Workload workload, String contender) {
        return problems.getOrDefault(workload, Map.of()).get(contender);
    }

    /** Median over the processes of their first repetition; NaN when there is none. */
    double first(Workload workload, String contender) {
        return median(
                of(workload, contender).stream().map(s -> s.first).collect(Collectors.toList()));
    }

    /** Median of all repetitions but each process's first; NaN when there is none. */
    double later(Workload workload, String contender) {
        return median(
                of(workload, contender).stream()
                        .flatMap(s -> s.later.stream())
                        .collect(Collectors.toList()));
    }

    /** Median over the processes of the peak memory after the first repetition, in MB. */
    double firstPeak(Workload workload, String contender) {
        return median(
                of(workload, contender).stream()
                        .map(s -> s.firstPeak)
                        .collect(Collectors.toList()));
    }

    /** Median over the processes of the peak memory at the end, in MB. */
    double peak(Workload workload, String contender) {
        return median(
                of(workload, contender).stream().map(s -> s.peak).collect(Collectors.toList()));
    }

    private List<Series> of(Workload workload, String contender) {
        return series.getOrDefault(workload, Map.of()).getOrDefault(contender, List.of());
    }

    static double median(List<Double> values) {
        List<Double> sorted =
                values.stream()
                        .filter(Predicate.not(d -> d.isNaN()))
                        .sorted()
                        .collect(Collectors.toList());
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
