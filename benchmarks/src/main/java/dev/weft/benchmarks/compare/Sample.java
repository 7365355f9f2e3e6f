package dev.weft.benchmarks.compare;

/**
 * One repetition's line of a contender's output: {@code sample QUANTITY RESULT PEAK_KB [PLAIN]}.
 */
final class Sample {
    /** Nanoseconds, or bytes for the workloads that measure memory. */
    final long quantity;

    final long result;
    final long peakKb;

    /** Nanoseconds of the plain method, where the workload compares with one; otherwise 0. */
    final long plain;

    private Sample(long quantity, long result, long peakKb, long plain) {
        this.quantity = quantity;
        this.result = result;
        this.peakKb = peakKb;
        this.plain = plain;
    }

    static Sample parse(String line) {
        String[] words = line.trim().split(" +");
        if (words.length < 4 || words.length > 5) {
            throw new IllegalArgumentException("not a sample: " + line);
        }
        long plain = words.length == 5 ? Long.parseLong(words[4]) : 0;
        return new Sample(
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                plain);
    }
}
