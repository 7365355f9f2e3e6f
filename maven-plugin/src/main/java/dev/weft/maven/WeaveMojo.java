package dev.weft.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the module's classes in place, after they are compiled. */
@Mojo(
        name = "weave",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class WeaveMojo extends AbstractWeaveMojo {
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true, readonly = true)
    private File outputDirectory;

    @Parameter(
            defaultValue = "${project.compileClasspathElements}",
            required = true,
            readonly = true)
    private List<String> classPathElements;

    /**
     * Where the woven class files go, with copies of all other files; by default they are woven in
     * place.
     */
    @Parameter(
            property = "weft.wovenDirectory",
            defaultValue = "${project.build.outputDirectory}",
            required = true)
    private File wovenDirectory;

    /** For Maven. */
    public WeaveMojo() {}

    @Override
    File classes() {
        return outputDirectory;
    }

    @Override
    File woven() {
        return wovenDirectory;
    }

    @Override
    List<String> classPath() {
        return classPathElements;
    }

    @Override
    String scope() {
        return "main";
    }
}
