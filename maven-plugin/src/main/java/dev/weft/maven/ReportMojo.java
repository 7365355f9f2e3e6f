package dev.weft.maven;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Logs what is woven and what stays pinned, by reason, with the remedy. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractMojo {
    /** Where the reports are. */
    @Parameter(defaultValue = "${project.build.directory}/weft", required = true)
    private File workDirectory;

    @Parameter(defaultValue = "${project.packaging}", required = true, readonly = true)
    private String packaging;

    /** For Maven. */
    public ReportMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        Map<PinReason, List<PinSite>> pins = new EnumMap<>(PinReason.class);
        Map<PinReason, List<PinSite>> blocking = new EnumMap<>(PinReason.class);
        int methods = 0;
        for (ClassReport report : Reports.read(workDirectory, packaging)) {
            methods += report.woven().size();
            sort(report.pins(), pins);
            sort(report.blocking(), blocking);
        }
        getLog().info("Weft: " + methods + " methods woven");
        pins.forEach((reason, sites) -> log("pinned", reason, sites));
        blocking.forEach((reason, sites) -> log("calls", reason, sites));
    }

    private static void sort(List<PinSite> sites, Map<PinReason, List<PinSite>> byReason) {
        sites.forEach(
                site -> byReason.computeIfAbsent(site.reason(), r -> new ArrayList<>()).add(site));
    }

    private void log(String what, PinReason reason, List<PinSite> sites) {
        getLog().info(
                        "Weft: "
                                + sites.size()
                                + " "
                                + what
                                + ": "
                                + reason.text()
                                + "; "
                                + reason.remedy());
        for (PinSite site : sites) {
            String line = site.line() < 0 ? "" : ":" + site.line();
            getLog().info(
                            "    "
                                    + site.className()
                                    + "."
                                    + site.method()
                                    + line
                                    + " "
                                    + site.detail());
        }
    }
}
