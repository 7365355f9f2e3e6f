package dev.weft.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the module's test classes in place, after they are compiled. */
@Mojo(
        name = "test-weave",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class TestWeaveMojo extends AbstractWeaveMojo {
    @Parameter(
            defaultValue = "${project.build.testOutputDirectory}",
            required = true,
            readonly = true)
    private File testOutputDirectory;

    @Parameter(defaultValue = "${project.testClasspathElements}", required = true, readonly = true)
    private List<String> classPathElements;

    /** Where {@code weave} put the woven main classes, when not in place. */
    @Parameter(property = "weft.wovenDirectory", defaultValue = "${project.build.outputDirectory}")
    private File wovenDirectory;

    /** For Maven. */
    public TestWeaveMojo() {}

    @Override
    File classes() {
        return testOutputDirectory;
    }

    @Override
    File woven() {
        return testOutputDirectory;
    }

    @Override
    List<String> classPath() {
        List<String> all = new ArrayList<>();
        all.add(wovenDirectory.getPath());
        all.addAll(classPathElements);
        return all;
    }

    @Override
    String scope() {
        return "test";
    }
}
