package dev.weft.weaver.io;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinSite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What weaving a folder or a jar gave. Immutable. */
public final class WeaveSummary {
    private final int classes;
    private final boolean upToDate;
    private final List<ClassReport> reports;
    private final List<String> failures;

    private WeaveSummary(
            int classes, boolean upToDate, List<ClassReport> reports, List<String> failures) {
        this.classes = classes;
        this.upToDate = upToDate;
        this.reports = List.copyOf(reports);
        this.failures = List.copyOf(failures);
    }

    static WeaveSummary unchanged(int classes) {
        return new WeaveSummary(classes, true, List.of(), List.of());
    }

    static WeaveSummary of(int classes, List<ClassReport> reports, List<String> failures) {
        return new WeaveSummary(classes, false, reports, failures);
    }

    static WeaveSummary sum(List<WeaveSummary> parts) {
        List<ClassReport> reports = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int classes = 0;
        for (WeaveSummary part : parts) {
            classes += part.classes;
            reports.addAll(part.reports);
            failures.addAll(part.failures);
        }
        return of(classes, reports, failures);
    }

    /**
     * The number of class files looked at.
     *
     * @return 0 or more
     */
    public int classes() {
        return classes;
    }

    /**
     * Whether nothing had changed since the last time, so that nothing was done and {@link
     * #reports()} is empty.
     *
     * @return true when skipped
     */
    public boolean upToDate() {
        return upToDate;
    }

    /**
     * The reports on classes with anything woven or pinned.
     *
     * @return never null
     */
    public List<ClassReport> reports() {
        return reports;
    }

    /**
     * The classes that could not be woven, one message each. When there is any, nothing was
     * written.
     *
     * @return never null
     */
    public List<String> failures() {
        return failures;
    }

    /**
     * The number of woven methods.
     *
     * @return 0 or more
     */
    public int wovenMethods() {
        return reports.stream().mapToInt(r -> r.woven().size()).sum();
    }

    /**
     * All pinned methods and call sites.
     *
     * @return never null
     */
    public List<PinSite> pins() {
        List<PinSite> pins = new ArrayList<>();
        reports.forEach(r -> pins.addAll(r.pins()));
        return pins;
    }

    /**
     * All calls that hold a thread while they wait.
     *
     * @return never null
     */
    public List<PinSite> blocking() {
        List<PinSite> sites = new ArrayList<>();
        reports.forEach(r -> sites.addAll(r.blocking()));
        return sites;
    }

    @Override
    public String toString() {
        if (upToDate) {
            return classes + " classes, nothing has changed";
        }
        long woven = reports.stream().filter(r -> !r.woven().isEmpty()).count();
        return String.format(
                "%d of %d classes woven, %d methods, %d pinned, %d calls hold a thread",
                woven, classes, wovenMethods(), pins().size(), blocking().size());
    }

    static List<ClassReport> worthKeeping(List<ClassReport> reports) {
        return reports.stream()
                .filter(r -> !r.woven().isEmpty() || !r.pins().isEmpty())
                .collect(Collectors.toList());
    }
}
