package dev.weft.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one contender's process for one workload and reads and checks its samples. */
final class Runner {
    private static final long LIMIT_SECONDS = 600;
    private static final int MESSAGE_LENGTH = 300;

    private Runner() {}

    /** What one process gave: samples, or the reason why there are none. */
    static final class Outcome {
        final List<Sample> samples;
        final String problem;

        private Outcome(List<Sample> samples, String problem) {
            this.samples = samples;
            this.problem = problem;
        }

        static Outcome failed(String problem) {
            String message = problem.replace('|', '/');
            boolean cut = message.length() > MESSAGE_LENGTH;
            return new Outcome(
                    List.of(), cut ? message.substring(0, MESSAGE_LENGTH) + "…" : message);
        }
    }

    static Outcome run(Contender contender, Workload workload, int size, int repetitions)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("compare", ".txt");
        try {
            Process process =
                    contender
                            .process(workload, size, repetitions)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Outcome.failed("took more than " + LIMIT_SECONDS + " s");
            }
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            return process.exitValue() == 0
                    ? read(lines, workload.expected(size))
                    : Outcome.failed(
                            "exit code " + process.exitValue() + ": " + String.join(" ", lines));
        } finally {
            Files.delete(output);
        }
    }

    private static Outcome read(List<String> lines, long expected) {
        List<Sample> samples = new ArrayList<>();
        for (String line : lines) {
            if (line.equals("unsupported")) {
                return new Outcome(List.of(), null);
            }
            if (!line.startsWith("sample ")) {
                continue;
            }
            Sample sample = Sample.parse(line);
            if (sample.result != expected) {
                return Outcome.failed("gave " + sample.result + " instead of " + expected);
            }
            samples.add(sample);
        }
        return samples.isEmpty()
                ? Outcome.failed("printed no sample: " + String.join(" ", lines))
                : new Outcome(samples, null);
    }
}
