package dev.weft.maven;

import java.io.File;
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
        return classPathElements;
    }

    @Override
    String scope() {
        return "test";
    }
}
