package dev.weft.benchmarks.jmh;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Runs {@link GoChannelBenchmark} without JMH, in a fraction of its time: many short rounds. {@code
 * LeastOfRounds PATTERN SECONDS [CARRIERS,...]} prints lines of {@code Weft BENCHMARK CARRIERS
 * NANOSECONDS}. For a machine that is not quiet the shortest round counts, as some are not
 * interrupted by anything else: compare with the least of Go's rounds only (channels.sh, LEAST=1).
 * With {@code -Dmedian=true} it is the median of the second half of the rounds.
 */
final class LeastOfRounds {
    private LeastOfRounds() {}

    public static void main(String[] args) throws Exception {
        Pattern pattern = Pattern.compile(args[0]);
        long nanos = (long) (Double.parseDouble(args[1]) * 1e9);
        String[] settings = (args.length > 2 ? args[2] : "1,2,single,confined").split(",");
        Method[] methods = GoChannelBenchmark.class.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.isAnnotationPresent(Benchmark.class)
                    && pattern.matcher(method.getName()).find()) {
                for (String carriers : settings) {
                    System.out.printf(
                            "Weft %s %s %.1f%n",
                            method.getName(), carriers, least(method, carriers, nanos));
                }
            }
        }
    }

    private static double least(Method method, String carriers, long nanos) throws Exception {
        GoChannelBenchmark benchmark = new GoChannelBenchmark();
        benchmark.carriers = carriers;
        benchmark.prepare();
        long begin = System.nanoTime();
        List<Long> times = new ArrayList<>();
        for (int rounds = 0; rounds < 40 || System.nanoTime() - begin < nanos; rounds++) {
            Object[] arguments = {};
            if (method.getParameterCount() == 1) {
                GoChannelBenchmark.Filled filled = new GoChannelBenchmark.Filled();
                filled.fill();
                arguments = new Object[] {filled};
            }
            long start = System.nanoTime();
            method.invoke(benchmark, arguments);
            times.add(System.nanoTime() - start);
        }
        long chosen = Boolean.getBoolean("median") ? median(times) : Collections.min(times);
        return (double) chosen / method.getAnnotation(OperationsPerInvocation.class).value();
    }

    private static long median(List<Long> times) {
        List<Long> warm = new ArrayList<>(times.subList(times.size() / 2, times.size()));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }
}
