package dev.weft.weaver.io;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as a file: UTF-8, one line a fact, fields separated by tabs. {@code woven, class,
 * method} or {@code pinned, class, method, line, reason, detail} or the same with {@code blocks},
 * for calls that hold a thread; the first line names the version.
 */
public final class ReportFile {
    /** The first line. */
    public static final String HEADER = "# weft report 1";

    private ReportFile() {}

    /**
     * Writes reports, atomically.
     *
     * @param file where to; its folder is made when missing
     * @param reports what to write
     * @throws IOException when that fails
     */
    public static void write(Path file, List<ClassReport> reports) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        reports.forEach(report -> text.append(lines(report)));
        Bytes.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The lines of one class, each with its line feed, as {@link #write} writes them.
     *
     * @param report of the class
     * @return empty when nothing is woven or pinned
     */
    public static String lines(ClassReport report) {
        StringBuilder text = new StringBuilder();
        for (String method : report.woven()) {
            text.append("woven\t")
                    .append(report.className())
                    .append('\t')
                    .append(method)
                    .append('\n');
        }
        sites("pinned", report.pins(), text);
        sites("blocks", report.blocking(), text);
        return text.toString();
    }

    private static void sites(String kind, List<PinSite> sites, StringBuilder text) {
        for (PinSite pin : sites) {
            text.append(kind)
                    .append('\t')
                    .append(pin.className())
                    .append('\t')
                    .append(pin.method())
                    .append('\t');
            text.append(pin.line()).append('\t').append(pin.reason()).append('\t');
            text.append(pin.detail().replaceAll("\\s+", " ")).append('\n');
        }
    }

    /**
     * Reads a report that {@link #write} wrote.
     *
     * @param file the report
     * @return one entry for each class, in the file's order
     * @throws IOException when it can't be read or is something else
     */
    public static List<ClassReport> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(
                    file + " is not a Weft report: its first line is not \"" + HEADER + "\"");
        }
        Map<String, List<String>> woven = new LinkedHashMap<>();
        Map<String, List<PinSite>> pins = new LinkedHashMap<>();
        Map<String, List<PinSite>> blocking = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                parse(lines.get(i).split("\t", -1), woven, pins, blocking);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(
                        file + ":" + (i + 1) + ": not a line of a Weft report: " + lines.get(i), e);
            }
        }
        List<ClassReport> reports = new ArrayList<>();
        woven.forEach(
                (name, methods) ->
                        reports.add(
                                new ClassReport(
                                        name,
                                        methods,
                                        pins.getOrDefault(name, List.of()),
                                        blocking.getOrDefault(name, List.of()))));
        return reports;
    }

    private static void parse(
            String[] f,
            Map<String, List<String>> woven,
            Map<String, List<PinSite>> pins,
            Map<String, List<PinSite>> blocking) {
        List<String> methods = woven.computeIfAbsent(f[1], name -> new ArrayList<>());
        switch (f[0]) {
            case "woven":
                methods.add(f[2]);
                break;
            case "pinned":
                pins.computeIfAbsent(f[1], name -> new ArrayList<>()).add(site(f));
                break;
            case "blocks":
                blocking.computeIfAbsent(f[1], name -> new ArrayList<>()).add(site(f));
                break;
            default:
                throw new IllegalArgumentException(f[0]);
        }
    }

    private static PinSite site(String[] f) {
        return new PinSite(f[1], f[2], Integer.parseInt(f[3]), PinReason.valueOf(f[4]), f[5]);
    }
}
