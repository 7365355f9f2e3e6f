package dev.weft.benchmarks.jmh;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Runs {@link GoChannelBenchmark} without JMH, for a machine that is not quiet: many short rounds,
 * of which the shortest counts, as some of them are not interrupted by anything else. {@code
 * LeastOfRounds PATTERN SECONDS} prints lines of {@code Weft BENCHMARK CARRIERS NANOSECONDS}.
 * Compare with the least of Go's rounds only (channels.sh, LEAST=1).
 */
final class LeastOfRounds {
    private LeastOfRounds() {}

    public static void main(String[] args) throws Exception {
        Pattern pattern = Pattern.compile(args[0]);
        long nanos = (long) (Double.parseDouble(args[1]) * 1e9);
        Method[] methods = GoChannelBenchmark.class.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.isAnnotationPresent(Benchmark.class)
                    && pattern.matcher(method.getName()).find()) {
                for (String carriers : new String[] {"1", "2", "single"}) {
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
        long least = Long.MAX_VALUE;
        for (int rounds = 0; rounds < 40 || System.nanoTime() - begin < nanos; rounds++) {
            Object[] arguments = {};
            if (method.getParameterCount() == 1) {
                GoChannelBenchmark.Filled filled = new GoChannelBenchmark.Filled();
                filled.fill();
                arguments = new Object[] {filled};
            }
            long start = System.nanoTime();
            method.invoke(benchmark, arguments);
            least = Math.min(least, System.nanoTime() - start);
        }
        return (double) least / method.getAnnotation(OperationsPerInvocation.class).value();
    }
}
