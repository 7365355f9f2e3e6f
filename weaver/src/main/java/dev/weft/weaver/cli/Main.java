package dev.weft.weaver.cli;

import dev.weft.weaver.io.ClassPath;
import dev.weft.weaver.io.FolderWeaver;
import dev.weft.weaver.io.JarWeaver;
import dev.weft.weaver.io.ReportFile;
import dev.weft.weaver.io.WeaveSummary;
import dev.weft.weaver.model.WeaveException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.zip.ZipException;

/** Weaves folders and jars from the command line. */
public final class Main {
    static final int DONE = 0;
    static final int NOT_WOVEN = 1;
    static final int USAGE = 2;
    static final int INPUT_OUTPUT = 3;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs and ends the JVM with the exit status that the usage text explains.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    int run(String... args) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("weft-weaver: " + e.getMessage());
            err.println("weft-weaver: --help explains the arguments");
            return USAGE;
        }
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return DONE;
        }
        return guarded(arguments);
    }

    private int guarded(Arguments arguments) {
        try {
            return weave(arguments);
        } catch (WeaveException e) {
            err.println("weft-weaver: " + e.getMessage());
            return NOT_WOVEN;
        } catch (ZipException e) {
            err.println("weft-weaver: " + arguments.in() + " is not a jar: " + e.getMessage());
        } catch (FileSystemException e) {
            err.println(
                    "weft-weaver: " + e.getMessage() + " (" + e.getClass().getSimpleName() + ")");
        } catch (IOException | UncheckedIOException e) {
            err.println("weft-weaver: " + e.getMessage());
        }
        return INPUT_OUTPUT;
    }

    private int weave(Arguments arguments) throws IOException {
        try (ClassPath classPath = ClassPath.of(arguments.classPath())) {
            WeaveSummary summary = weave(arguments, classPath);
            summary.failures().forEach(failure -> err.println("weft-weaver: " + failure));
            if (!summary.failures().isEmpty()) {
                err.println(
                        "weft-weaver: "
                                + summary.failures().size()
                                + " classes not woven, nothing written");
                return NOT_WOVEN;
            }
            if (arguments.report() != null) {
                ReportFile.write(arguments.report(), summary.reports());
            }
            if (!arguments.quiet()) {
                summary.pins().forEach(pin -> out.println("pinned: " + pin));
                summary.blocking().forEach(call -> out.println("blocks: " + call));
                out.println(arguments.out() + ": " + summary);
            }
            return DONE;
        }
    }

    private static WeaveSummary weave(Arguments arguments, ClassPath classPath) throws IOException {
        if (Files.isDirectory(arguments.in())) {
            return new FolderWeaver(arguments.options(), classPath, arguments.declare())
                    .weave(arguments.in(), arguments.out());
        }
        JarWeaver weaver =
                new JarWeaver(
                        arguments.options(), classPath, arguments.unsign(), arguments.declare());
        return weaver.weave(arguments.in(), arguments.out());
    }
}
