package dev.weft.benchmarks.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The ratios that Weft sets itself, against what this run measured. Of two settings of a peer the
 * better counts.
 */
final class Targets {
    private final Results results;
    private final StringBuilder out = new StringBuilder();

    Targets(Results results) {
        this.results = results;
    }

    String markdown() {
        gophers();
        switching(Contenders.WEFT, "default scheduler", 1.5);
        switching(Contenders.WEFT_SINGLE, "single-threaded", 3);
        plainCalls();
        parked();
        if (out.length() == 0) {
            return "";
        }
        return "\n### Targets\n\n| target | wanted | measured | |\n|---|---|---|---|\n" + out;
    }

    private void gophers() {
        String weft = Contenders.WEFT;
        against(
                "gopher chain, first, Go ÷ Weft",
                3,
                weft,
                c -> results.first(Workload.GOPHERS, c),
                "go",
                "go-1");
        against(
                "gopher chain, later, Go ÷ Weft",
                3,
                weft,
                c -> results.later(Workload.GOPHERS, c),
                "go",
                "go-1");
        against(
                "gopher chain, first, virtual threads ÷ Weft",
                5,
                weft,
                c -> results.first(Workload.GOPHERS, c),
                "loom",
                "loom-1");
        against(
                "gopher chain, later, virtual threads ÷ Weft",
                5,
                weft,
                c -> results.later(Workload.GOPHERS, c),
                "loom",
                "loom-1");
        against(
                "gopher chain, peak memory, Go ÷ Weft",
                3,
                weft,
                c -> results.peak(Workload.GOPHERS, c),
                "go",
                "go-1");
    }

    private void switching(String weft, String scheduler, double wanted) {
        against(
                "ring hop, " + scheduler + ", Go ÷ Weft",
                wanted,
                weft,
                c -> results.later(Workload.RING, c),
                "go",
                "go-1");
        against(
                "ping-pong, " + scheduler + ", Go ÷ Weft",
                wanted,
                weft,
                c -> results.later(Workload.PINGPONG, c),
                "go",
                "go-1");
    }

    private void plainCalls() {
        double ratio = results.later(Workload.FIB, Contenders.WEFT);
        if (!Double.isNaN(ratio)) {
            row("fib(38), suspendable ÷ plain", "≤ 1.6", ratio, ratio <= 1.6);
        }
    }

    private void parked() {
        double bytes = results.first(Workload.PARKED1, Contenders.WEFT);
        if (!Double.isNaN(bytes)) {
            row("bytes of a parked fiber, depth 1", "≤ 200", bytes, bytes <= 200);
        }
        for (Workload workload :
                new Workload[] {Workload.PARKED1, Workload.PARKED10, Workload.PARKED50}) {
            against(
                    workload.title + ", best of Go and virtual threads ÷ Weft",
                    3,
                    Contenders.WEFT,
                    c -> results.first(workload, c),
                    "go",
                    "go-1",
                    "loom",
                    "loom-1");
        }
    }

    private void against(
            String title,
            double wanted,
            String weft,
            ToDoubleFunction<String> figure,
            String... settings) {
        double best =
                Stream.of(settings)
                        .mapToDouble(figure)
                        .filter(d -> !Double.isNaN(d))
                        .min()
                        .orElse(Double.NaN);
        double ratio = best / figure.applyAsDouble(weft);
        if (!Double.isNaN(ratio)) {
            row(title, String.format(Locale.ROOT, "≥ %.1f", wanted), ratio, ratio >= wanted);
        }
    }

    private void row(String title, String wanted, double measured, boolean reached) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s |%n",
                        title,
                        wanted,
                        Report.figure(measured),
                        reached ? "reached" : "missed"));
    }
}
