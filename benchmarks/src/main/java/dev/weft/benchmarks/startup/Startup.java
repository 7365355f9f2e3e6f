package dev.weft.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a program without and with the agent, in turns and in both orders, so that what the
 * machine does meanwhile meets both; prints medians and the ratio of each pair's median.
 */
public final class Startup {
    private Startup() {}

    /**
     * Measures.
     *
     * @param args rounds, agent jar, agent options (or -), then the program: JVM options, main
     *     class, arguments
     * @throws IOException when a JVM can't be started
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        String agent = "-javaagent:" + args[1] + (args[2].equals("-") ? "" : "=" + args[2]);
        List<String> program = Arrays.asList(args).subList(3, args.length);
        List<long[]> without = new ArrayList<>();
        List<long[]> with = new ArrayList<>();
        run(program, null); // fills the file cache
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                without.add(run(program, null));
                with.add(run(program, agent));
            } else {
                with.add(run(program, agent));
                without.add(run(program, null));
            }
        }
        print("wall ms", without, with, 1);
        print("CPU ms", without, with, 2);
    }

    private static void print(String what, List<long[]> without, List<long[]> with, int column) {
        double[] ratios = new double[with.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) with.get(i)[column] / without.get(i)[column];
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%d classes, %s: without %d, with %d (medians of %d), median of the pairs' ratios %.3f (%.3f to %.3f)%n",
                with.get(0)[0],
                what,
                median(without, column),
                median(with, column),
                ratios.length,
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private static long median(List<long[]> runs, int column) {
        return runs.stream()
                .mapToLong(r -> r[column])
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long[] run(List<String> program, String agent)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        if (agent != null) {
            command.add(agent);
        }
        command.addAll(program);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long[] cost = null;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("cost ")) {
                    cost =
                            Arrays.stream(line.substring(5).split(" "))
                                    .mapToLong(Long::parseLong)
                                    .toArray();
                }
            }
        }
        if (process.waitFor() != 0 || cost == null) {
            throw new IllegalStateException("failed: " + command);
        }
        return cost;
    }
}
