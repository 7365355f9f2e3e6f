package dev.weft.benchmarks.startup;

import java.lang.management.ManagementFactory;

/** What this process has used since it started. */
final class Cost {
    private Cost() {}

    /**
     * Prints loaded classes, wall-clock time since the JVM's start and CPU time, in milliseconds.
     */
    static void print(int classes) {
        // reading /proc costs less than the management bean that knows the CPU time
        long wall =
                System.currentTimeMillis()
                        - ProcessHandle.current()
                                .info()
                                .startInstant()
                                .orElseThrow()
                                .toEpochMilli();
        long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println("cost " + classes + " " + wall + " " + cpu);
    }

    /** How many classes the JVM has loaded. */
    static int loaded() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
