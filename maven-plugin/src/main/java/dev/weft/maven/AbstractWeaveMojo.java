package dev.weft.maven;

import dev.weft.weaver.PatternOption;
import dev.weft.weaver.WeaverOptions;
import dev.weft.weaver.io.ClassPath;
import dev.weft.weaver.io.FolderWeaver;
import dev.weft.weaver.io.ReportFile;
import dev.weft.weaver.io.WeaveSummary;
import dev.weft.weaver.model.WeaveException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What {@code weave} and {@code test-weave} have in common. */
abstract class AbstractWeaveMojo extends AbstractMojo {
    /**
     * Classes whose methods are all suspendable; {@code *} within a name, {@code **} across names.
     */
    @Parameter(property = "weft.suspendable")
    private List<String> suspendable;

    /** Classes that are not woven; patterns as for {@code suspendable}. */
    @Parameter(property = "weft.exclude")
    private List<String> exclude;

    /**
     * Classes of which it is computed which methods can reach a suspension; only these are woven.
     * Patterns as for {@code suspendable}.
     */
    @Parameter(property = "weft.infer")
    private List<String> infer;

    /**
     * Where to write what was inferred, in the form of {@code META-INF/weft/suspendables}, so that
     * the agent and other modules know it.
     */
    @Parameter(property = "weft.declare")
    private File declare;

    /**
     * Classes in which blocking calls are replaced, all that are woven by default; a pattern that
     * begins with {@code !} names classes in which they are not.
     */
    @Parameter(property = "weft.patch")
    private List<String> patch;

    /** Classes whose threads, executors and timers become fibers. */
    @Parameter(property = "weft.threads")
    private List<String> threads;

    /** Classes whose {@code synchronized} belongs to the fiber. */
    @Parameter(property = "weft.monitors")
    private List<String> monitors;

    /** Classes whose loops yield when the fiber has used its time slice. */
    @Parameter(property = "weft.yieldLoops")
    private List<String> yieldLoops;

    /** Suspends and resumes at every suspendable call; for tests. */
    @Parameter(property = "weft.chaos", defaultValue = "false")
    private boolean chaos;

    /** Keeps no frame for a method whose last call suspends: it is missing in stack traces. */
    @Parameter(property = "weft.tailCalls", defaultValue = "false")
    private boolean tailCalls;

    /** Does nothing. */
    @Parameter(property = "weft.skip", defaultValue = "false")
    private boolean skip;

    /** Where reports and the state of incremental weaving are kept. */
    @Parameter(defaultValue = "${project.build.directory}/weft", required = true)
    private File workDirectory;

    @Parameter(defaultValue = "${project.packaging}", required = true, readonly = true)
    private String packaging;

    /** The folder of class files. */
    abstract File classes();

    /** Where the woven class files go; the same folder to weave in place. */
    abstract File woven();

    abstract List<String> classPath();

    /** The name of the report and of the state, one for each goal. */
    abstract String scope();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Weft: skipped");
            return;
        }
        WeaverOptions options = options();
        Path folder = classes().toPath();
        if (!Files.isDirectory(folder)) {
            getLog().info("Weft: no classes in " + folder);
            nothingToReport();
            return;
        }
        report(weave(folder, options));
    }

    /** So that {@code check} and {@code report} know that there was nothing to weave. */
    private void nothingToReport() throws MojoExecutionException {
        if (packaging.equals("pom")) {
            return;
        }
        try {
            ReportFile.write(reportFile(), List.of());
        } catch (IOException e) {
            throw new MojoExecutionException("Weft: " + e, e);
        }
    }

    private Path reportFile() {
        return workDirectory.toPath().resolve(scope() + "-report.tsv");
    }

    private WeaveSummary weave(Path folder, WeaverOptions options)
            throws MojoExecutionException, MojoFailureException {
        List<Path> others =
                classPath().stream()
                        .map(Path::of)
                        .filter(path -> !path.equals(folder))
                        .collect(Collectors.toList());
        try (ClassPath lookUps = ClassPath.of(others)) {
            Path state = workDirectory.toPath().resolve(scope());
            WeaveSummary summary =
                    weave(
                            new FolderWeaver(
                                    options, lookUps, declare == null ? null : declare.toPath()),
                            folder,
                            state);
            if (!summary.upToDate() && summary.failures().isEmpty()) {
                ReportFile.write(reportFile(), summary.reports());
            }
            return summary;
        } catch (WeaveException e) {
            throw new MojoFailureException("Weft: " + e.getMessage(), e);
        } catch (FileSystemException e) {
            // the message of most of these is the file's name alone
            throw new MojoExecutionException(
                    "Weft: " + e.getMessage() + " (" + e.getClass().getSimpleName() + ")", e);
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("Weft: " + e.getMessage(), e);
        }
    }

    private WeaveSummary weave(FolderWeaver weaver, Path folder, Path state) throws IOException {
        Path target = woven().toPath();
        return target.equals(folder)
                ? weaver.weaveInPlace(folder, state)
                : weaver.weave(folder, target);
    }

    private void report(WeaveSummary summary) throws MojoFailureException {
        if (!summary.failures().isEmpty()) {
            summary.failures().forEach(failure -> getLog().error("Weft: " + failure));
            throw new MojoFailureException(
                    "Weft: "
                            + summary.failures().size()
                            + " classes can't be woven; nothing was written");
        }
        summary.pins().forEach(pin -> getLog().debug("pinned: " + pin));
        getLog().info("Weft: " + classes() + ": " + summary);
    }

    private WeaverOptions options() throws MojoExecutionException {
        if (declare != null && (infer == null || infer.isEmpty())) {
            throw new MojoExecutionException(
                    "Weft: declare writes what infer finds, and infer names no classes");
        }
        WeaverOptions.Builder options = WeaverOptions.builder().chaos(chaos).tailCalls(tailCalls);
        addAll(options, PatternOption.SUSPENDABLE, suspendable);
        addAll(options, PatternOption.INFER, infer);
        addAll(options, PatternOption.EXCLUDE, exclude);
        addAll(options, PatternOption.PATCH, patch);
        addAll(options, PatternOption.THREADS, threads);
        addAll(options, PatternOption.MONITORS, monitors);
        addAll(options, PatternOption.YIELD_LOOPS, yieldLoops);
        return options.build();
    }

    private static void addAll(
            WeaverOptions.Builder options, PatternOption option, List<String> patterns)
            throws MojoExecutionException {
        if (patterns == null) {
            return;
        }
        for (String pattern : patterns) {
            String text = pattern == null ? "" : pattern.trim();
            try {
                option.check(text);
            } catch (IllegalArgumentException e) {
                throw new MojoExecutionException("Weft: " + e.getMessage());
            }
            options.add(option, text);
        }
    }
}
