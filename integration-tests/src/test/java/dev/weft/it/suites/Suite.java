package dev.weft.it.suites;

import dev.weft.woven.Chaos;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.MethodFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the JUnit tests in one jar, in this JVM, and prints each one's outcome. */
public final class Suite {
    /** The JVM's own: some tests replace {@code System.out}. */
    private static final PrintStream OUT = System.out;

    /** What tests get for it: some close it, and that would close the JVM's own. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen() {
            super(OUT);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            OUT.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private Suite() {}

    /**
     * Runs them.
     *
     * @param args the jar, a pattern for class names, one for tests to leave out ({@code
     *     class#method}); {@code fibers} as a fourth argument runs each test method in a fiber
     */
    public static void main(String[] args) {
        boolean fibers = args.length > 3 && args[3].equals("fibers");
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(
                                DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[0]))))
                        .filters(
                                ClassNameFilter.includeClassNamePatterns(args[1]),
                                MethodFilter.excludeMethodNamePatterns(args[2]))
                        .configurationParameter(
                                "junit.jupiter.extensions.autodetection.enabled", "" + fibers)
                        .build();
        System.setOut(new PrintStream(new StaysOpen(), true));
        long start = System.nanoTime();
        LauncherFactory.create().execute(request, new Printer());
        OUT.printf(
                "%s%d %d %d%n",
                Suites.COUNTS,
                Chaos.suspended(),
                Chaos.pinned(),
                (System.nanoTime() - start) / 1_000_000);
        OUT.flush();
        // libraries leave threads behind
        Runtime.getRuntime().halt(0);
    }

    private static final class Printer implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                OUT.println(
                        Suites.MARK
                                + result.getStatus()
                                + " "
                                + test.getUniqueId().replaceAll("\\s+", " ")
                                + result.getThrowable().map(t -> "\t" + oneLine(t)).orElse(""));
            }
        }

        private static String oneLine(Throwable thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            String text = thrown.toString() + (trace.length == 0 ? "" : " at " + trace[0]);
            return text.replaceAll("\\s+", " ");
        }
    }
}
