package dev.weft.benchmarks.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a program without an agent, with one that does nothing, and with Weft's, in turns and in
 * changing order, so that what the machine does meanwhile meets all of them; prints medians and the
 * median of the ratios of runs that stood side by side.
 */
public final class Startup {
    private static final String[] COLUMNS = {"classes", "wall ms", "CPU ms"};

    private final List<String> program;

    /** The JVM's options of each contestant; the first has none. */
    private final List<List<String>> contestants;

    private final List<List<long[]>> runs = new ArrayList<>();

    private Startup(List<String> program, List<List<String>> contestants) {
        this.program = program;
        this.contestants = contestants;
        contestants.forEach(c -> runs.add(new ArrayList<>()));
    }

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
        String empty = "-javaagent:" + EmptyAgent.jar();
        Startup startup = new Startup(program, List.of(List.of(), List.of(empty), List.of(agent)));
        startup.measure(rounds);
        for (int column = 1; column < COLUMNS.length; column++) {
            startup.print("an empty agent", 1, 0, column);
            startup.print("the agent", 2, 0, column);
            startup.print("the agent, over an empty one", 2, 1, column);
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        int all = contestants.size();
        for (int i = 0; i < all; i++) {
            run(contestants.get(i)); // fills the file cache
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < all; i++) {
                int turn = (round % 2 == 0 ? i : all - 1 - i) % all;
                runs.get(turn).add(run(contestants.get(turn)));
            }
        }
    }

    private void print(String what, int with, int without, int column) {
        double[] ratios = new double[runs.get(with).size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = (double) runs.get(with).get(i)[column] / runs.get(without).get(i)[column];
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%d classes, %s, %s: %d to %d (medians of %d); ratio %.3f (%.3f to %.3f)%n",
                runs.get(with).get(0)[0],
                COLUMNS[column],
                what,
                median(runs.get(without), column),
                median(runs.get(with), column),
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

    private long[] run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(options);
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
