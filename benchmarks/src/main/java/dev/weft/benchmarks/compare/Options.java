package dev.weft.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of the comparison. A wrong option is an error with the right ones listed. */
final class Options {
    static final String USAGE =
            "options: --quick, --rounds N (default 3), --repetitions N (default 5),\n"
                    + "  --workloads A,B (default all: "
                    + Workload.keys()
                    + "),\n  --contenders A,B (default all), --output FILE (default: standard output only),\n"
                    + "  --java-options \"A B\" (for every contender that runs in a JVM)";

    final boolean quick;
    final int rounds;
    final int repetitions;
    final List<Workload> workloads;

    /** Keys of contenders; empty means all. */
    final List<String> contenders;

    /** Where the report is written besides standard output; null for nowhere. */
    final String output;

    /** Options for every JVM, so that they stay comparable; usually none. */
    final List<String> javaOptions;

    private Options(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        quick = rest.remove("--quick");
        rounds = positive("--rounds", take(rest, "--rounds", "3"));
        repetitions = positive("--repetitions", take(rest, "--repetitions", "5"));
        String names = take(rest, "--workloads", Workload.keys().replace(" ", ""));
        workloads =
                Arrays.stream(names.split(",")).map(Workload::named).collect(Collectors.toList());
        String chosen = take(rest, "--contenders", "");
        contenders = chosen.isEmpty() ? List.of() : List.of(chosen.split(","));
        output = take(rest, "--output", null);
        String java = take(rest, "--java-options", "").trim();
        javaOptions = java.isEmpty() ? List.of() : List.of(java.split(" +"));
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("unknown option '" + rest.get(0) + "'");
        }
    }

    static Options parse(String... args) {
        return new Options(List.of(args));
    }

    private static String take(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        words.remove(at);
        if (at == words.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return words.remove(at);
    }

    private static int positive(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    name + " needs a positive number, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
