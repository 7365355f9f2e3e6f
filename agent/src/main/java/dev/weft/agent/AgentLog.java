package dev.weft.agent;

import dev.weft.weaver.io.ReportFile;
import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinSite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the agent says: errors on the standard error stream, and the report file and dumps if
 * wanted. The report is written class by class, so that it is there even when the JVM is killed.
 * Uses no logging library, the JDK's included: the application must find it as if there were no
 * agent. Thread-safe.
 */
final class AgentLog {
    private final PrintStream err;
    private final boolean verbose;
    private final OutputStream report;
    private final Path dump;
    private boolean writeFailed;

    AgentLog(AgentOptions options, PrintStream err) {
        this.err = err;
        this.verbose = options.verbose();
        this.report = options.report() == null ? null : open(options.report());
        this.dump = options.dump() == null ? null : folder(options.dump());
    }

    private static OutputStream open(Path file) {
        try {
            OutputStream out = Files.newOutputStream(file);
            out.write((ReportFile.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            return out;
        } catch (IOException e) {
            throw new OptionException("Weft: agent option report: can't write " + file + ": " + e);
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OptionException(
                    "Weft: agent option dump: can't make the folder " + folder + ": " + e);
        }
    }

    void woven(String internalName, ClassReport classReport, byte[] bytes) {
        if (verbose) {
            say(
                    "wove "
                            + internalName.replace('/', '.')
                            + ": "
                            + String.join(", ", classReport.woven()));
            for (PinSite pin : classReport.pins()) {
                say("pinned: " + pin);
            }
        }
        try {
            write(internalName, classReport, bytes);
        } catch (IOException e) {
            once("can't write the report or the dump: " + e);
        }
    }

    private synchronized void write(String internalName, ClassReport classReport, byte[] bytes)
            throws IOException {
        if (report != null) {
            report.write(ReportFile.lines(classReport).getBytes(StandardCharsets.UTF_8));
        }
        if (dump != null && bytes != null) {
            Path file = dump.resolve(internalName + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    private synchronized void once(String message) {
        if (!writeFailed) {
            writeFailed = true;
            say(message);
        }
    }

    void verbose(String message) {
        if (verbose) {
            say(message);
        }
    }

    void say(String message) {
        err.println("[weft] " + message);
    }

    /** A bug of Weft's, with all that is needed to report it. */
    void bug(String internalName, Throwable thrown) {
        StringBuilder text = new StringBuilder("BUG: could not weave ");
        text.append(internalName.replace('/', '.')).append("; please report this: ").append(thrown);
        for (StackTraceElement element : thrown.getStackTrace()) {
            text.append(System.lineSeparator()).append("        at ").append(element);
        }
        say(text.toString());
    }
}
