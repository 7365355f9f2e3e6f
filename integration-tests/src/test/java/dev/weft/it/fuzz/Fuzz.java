package dev.weft.it.fuzz;

import dev.weft.it.Classes;
import dev.weft.it.Compiler;
import dev.weft.it.HandlerEvents;
import dev.weft.it.ThreeWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates random Java programs and runs each in all modes of {@link ThreeWay}. A failing program
 * is shrunk and written to a folder with its seed; documented in docs/testing.md.
 */
public final class Fuzz {
    private static final int BATCH = 100;
    private static final int CHECKED = 20;
    private static final int SHRINKING_STEPS = 400;

    private final int release;
    private final Path failures;
    private int failed;
    private int batches;
    private int javacFaults;

    /**
     * Makes a fuzzer.
     *
     * @param release the Java release of the class files
     * @param failures where failing programs go; created when needed
     */
    public Fuzz(int release, Path failures) {
        this.release = release;
        this.failures = failures;
    }

    /**
     * Runs programs until the count or the time is reached.
     *
     * @param arguments {@code --programs N}, {@code --seed S}, {@code --minutes M}, {@code
     *     --release R}, {@code --out folder}
     * @throws IOException when a failing program can't be written
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        long programs = Long.parseLong(options.get("--programs"));
        long seed = Long.parseLong(options.get("--seed"));
        long start = System.nanoTime();
        long deadline = start + Long.parseLong(options.get("--minutes")) * 60_000_000_000L;
        Fuzz fuzz =
                new Fuzz(Integer.parseInt(options.get("--release")), Path.of(options.get("--out")));
        long done = 0;
        while (done < programs && System.nanoTime() < deadline) {
            int batch = (int) Math.min(BATCH, programs - done);
            fuzz.batch(seed + done, batch);
            done += batch;
            System.out.printf(
                    "%d programs, %d failed, %d made javac fail; next seed %d; %.0f a second%n",
                    done,
                    fuzz.failed,
                    fuzz.javacFaults,
                    seed + done,
                    done / ((System.nanoTime() - start) / 1e9));
        }
        System.exit(fuzz.failed == 0 ? 0 : 1);
    }

    /** How many programs failed. */
    int failed() {
        return failed;
    }

    /**
     * Runs the programs of consecutive seeds, compiled in one go. ASM's checker sees every
     * twentieth batch.
     *
     * @param seed the first
     * @param count how many
     * @throws IOException when a failing program can't be written
     */
    void batch(long seed, int count) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (long s = seed; s < seed + count; s++) {
            sources.put(JavaGenerator.className(s), new JavaGenerator(s, release).source());
        }
        Classes classes;
        try {
            classes = Compiler.compileAgainstThisJdk(release, sources);
        } catch (IllegalArgumentException e) {
            halves(seed, count, e);
            return;
        }
        run(seed, count, classes);
    }

    /**
     * javac has bugs too: the program that makes it crash or write a class that doesn't verify is
     * left out, and counted.
     */
    private void halves(long seed, int count, IllegalArgumentException problem) throws IOException {
        if (!problem.getMessage().contains("An exception has occurred in the compiler")
                && !problem.getMessage().contains("unwoven")) {
            throw problem;
        }
        if (count == 1) {
            javacFaults++;
        } else {
            batch(seed, count / 2);
            batch(seed + count / 2, count - count / 2);
        }
    }

    private void run(long seed, int count, Classes classes) throws IOException {
        ThreeWay weaving;
        try {
            weaving = new ThreeWay(watched(classes), batches++ % CHECKED == 0);
        } catch (IllegalArgumentException e) {
            halves(seed, count, e);
            return;
        } catch (AssertionError one) {
            // Which one? Each alone.
            for (long s = seed; s < seed + count; s++) {
                alone(s);
            }
            return;
        }
        for (long s = seed; s < seed + count; s++) {
            try {
                weaving.check(JavaGenerator.className(s));
            } catch (AssertionError e) {
                alone(s);
            }
        }
    }

    /** Every second program records what its handlers get. */
    private static Classes watched(Classes classes) {
        return HandlerEvents.in(classes, name -> name.matches(".*[13579]/[^/]*"));
    }

    private void alone(long seed) throws IOException {
        String source = new JavaGenerator(seed, release).source();
        Throwable failure = failure(seed, source);
        if (failure != null) {
            failed++;
            report(seed, source, failure);
        }
    }

    private void report(long seed, String source, Throwable failure) throws IOException {
        String kind = kind(failure);
        Shrinker shrinker =
                new Shrinker(
                        candidate -> kind.equals(kind(failure(seed, candidate))), SHRINKING_STEPS);
        String small = shrinker.shrink(source);
        Throwable smallFailure = failure(seed, small);
        Files.createDirectories(failures);
        Path file = failures.resolve("seed" + seed + ".java");
        Files.writeString(
                file,
                small
                        + "\n/*\n"
                        + describe(smallFailure == null ? failure : smallFailure)
                        + "\n*/\n");
        System.out.println("seed " + seed + " fails: " + kind + "; see " + file);
    }

    /** What goes wrong with one program; null when nothing does or it does not compile. */
    private Throwable failure(long seed, String source) {
        Classes classes;
        try {
            classes =
                    Compiler.compileAgainstThisJdk(
                            release, Map.of(JavaGenerator.className(seed), source));
        } catch (IllegalArgumentException doesNotCompile) {
            return null;
        }
        try {
            new ThreeWay(watched(classes)).check(JavaGenerator.className(seed));
            return null;
        } catch (IllegalArgumentException notVerified) {
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }

    /** The failure without its particulars, so that shrinking keeps to one fault. */
    private static String kind(Throwable failure) {
        if (failure == null) {
            return "";
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage());
        String first =
                text.lines().findFirst().orElse("").replaceAll("[\\w/$.]*fuzz[\\w/$.]*", "X");
        return cause.getClass().getSimpleName() + " " + first.replaceAll("\\d+", "N");
    }

    private static String describe(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString().replace("*/", "* /");
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options =
                new TreeMap<>(
                        Map.of(
                                "--programs",
                                "1000",
                                "--seed",
                                "0",
                                "--minutes",
                                "10",
                                "--release",
                                "8",
                                "--out",
                                "target/fuzz"));
        for (int k = 0; k < arguments.length; k += 2) {
            if (!options.containsKey(arguments[k]) || k + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "unknown or without a value: " + arguments[k] + "; known: " + options);
            }
            options.put(arguments[k], arguments[k + 1]);
        }
        return options;
    }
}
