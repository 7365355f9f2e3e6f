package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that can do the workloads: a command, and how it is to be used. Immutable. */
final class Contender {
    final String key;
    final String title;

    /** The Weft variant that it is compared with: the one with as many threads. */
    final String reference;

    /** Why it can't run here; null when it can. */
    final String missing;

    /** True when one repetition takes so long that it runs once, whatever was asked. */
    final boolean slow;

    /** Memory that the gopher chain needs; 0 when it is nothing special. */
    final int gophersGb;

    private final List<String> command;
    private final Map<String, String> environment;

    private Contender(Builder b) {
        key = b.key;
        title = b.title;
        reference = b.reference;
        missing = b.missing;
        slow = b.slow;
        gophersGb = b.gophersGb;
        command = List.copyOf(b.command);
        environment = Map.copyOf(b.environment);
    }

    ProcessBuilder process(Workload workload, int size, int repetitions) {
        List<String> words = new ArrayList<>(command);
        words.add(workload.program());
        words.add(Integer.toString(size));
        words.add(Integer.toString(repetitions));
        if (workload.parked()) {
            words.add(Integer.toString(workload.depth()));
        }
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    static final class Builder {
        private final String key;
        private final String title;
        private final String reference;
        private List<String> command = List.of();
        private Map<String, String> environment = Map.of();
        private String missing;
        private boolean slow;
        private int gophersGb;

        Builder(String key, String title, String reference) {
            this.key = key;
            this.title = title;
            this.reference = reference;
        }

        Builder command(List<String> words) {
            command = words;
            return this;
        }

        Builder environment(String name, String value) {
            environment = Map.of(name, value);
            return this;
        }

        Builder missing(String reason) {
            missing = reason;
            return this;
        }

        Builder slow() {
            slow = true;
            return this;
        }

        Builder gophersGb(int gigabytes) {
            gophersGb = gigabytes;
            return this;
        }

        Contender build() {
            return new Contender(this);
        }
    }
}
