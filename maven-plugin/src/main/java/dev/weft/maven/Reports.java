package dev.weft.maven;

import dev.weft.weaver.io.ReportFile;
import dev.weft.weaver.model.ClassReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads what {@code weave} and {@code test-weave} have reported. */
final class Reports {
    private Reports() {}

    /** Those of a module; none of one that only has other modules. */
    static List<ClassReport> read(File workDirectory, String packaging)
            throws MojoExecutionException {
        List<ClassReport> reports = new ArrayList<>();
        boolean any = false;
        for (String scope : new String[] {"main", "test"}) {
            Path file = workDirectory.toPath().resolve(scope + "-report.tsv");
            if (Files.exists(file)) {
                any = true;
                reports.addAll(read(file));
            }
        }
        if (!any && !packaging.equals("pom")) {
            throw new MojoExecutionException(
                    "Weft: no report in "
                            + workDirectory
                            + "; run the goal weave or test-weave first");
        }
        return reports;
    }

    private static List<ClassReport> read(Path file) throws MojoExecutionException {
        try {
            return ReportFile.read(file);
        } catch (IOException e) {
            throw new MojoExecutionException("Weft: " + e.getMessage(), e);
        }
    }
}
