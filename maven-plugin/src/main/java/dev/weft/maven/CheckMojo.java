package dev.weft.maven;

import dev.weft.weaver.model.ClassReport;
import dev.weft.weaver.model.PinReason;
import dev.weft.weaver.model.PinSite;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build when too much stays pinned, or anything does for a reason that is not accepted.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    /** The number of pinned methods and calls that is still accepted. */
    @Parameter(property = "weft.maxPins", defaultValue = "0")
    private int maxPins;

    /**
     * Reasons, such as {@code SYNCHRONIZED_BLOCK}: any pin for one of them fails, and for {@code
     * HANDS_OFF} and {@code LEFT_ALONE} any call that holds a thread. When empty, pins are only
     * counted.
     */
    @Parameter(property = "weft.failOn")
    private List<String> failOn;

    /** Does nothing. */
    @Parameter(property = "weft.skip", defaultValue = "false")
    private boolean skip;

    /** Where the reports are. */
    @Parameter(defaultValue = "${project.build.directory}/weft", required = true)
    private File workDirectory;

    @Parameter(defaultValue = "${project.packaging}", required = true, readonly = true)
    private String packaging;

    /** For Maven. */
    public CheckMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Weft: skipped");
            return;
        }
        if (maxPins < 0) {
            throw new MojoExecutionException(
                    "Weft: maxPins is " + maxPins + "; it must be 0 or more");
        }
        List<PinReason> reasons = reasons();
        List<PinSite> pins = new ArrayList<>();
        for (ClassReport report : Reports.read(workDirectory, packaging)) {
            pins.addAll(report.pins());
            report.blocking().stream()
                    .filter(call -> reasons.contains(call.reason()))
                    .forEach(pins::add);
        }
        check(pins, reasons);
    }

    private void check(List<PinSite> pins, List<PinReason> reasons) throws MojoFailureException {
        long listed = pins.stream().filter(pin -> reasons.contains(pin.reason())).count();
        boolean tooMany = reasons.isEmpty() ? pins.size() > maxPins : listed > 0;
        if (!tooMany) {
            getLog().info("Weft: " + pins.size() + " pinned, accepted");
            return;
        }
        pins.stream()
                .filter(pin -> reasons.isEmpty() || reasons.contains(pin.reason()))
                .forEach(pin -> getLog().error(what(pin) + pin));
        throw new MojoFailureException(
                reasons.isEmpty()
                        ? "Weft: " + pins.size() + " pinned, more than maxPins=" + maxPins
                        : "Weft: " + listed + " for " + reasons);
    }

    private static String what(PinSite site) {
        boolean call =
                site.reason() == PinReason.HANDS_OFF || site.reason() == PinReason.LEFT_ALONE;
        return call ? "blocks: " : "pinned: ";
    }

    private List<PinReason> reasons() throws MojoExecutionException {
        List<PinReason> reasons = new ArrayList<>();
        if (failOn == null) {
            return reasons;
        }
        for (String name : failOn) {
            try {
                reasons.add(PinReason.valueOf(name.trim()));
            } catch (IllegalArgumentException e) {
                throw new MojoExecutionException(
                        "Weft: failOn names the unknown reason "
                                + name
                                + "; there are "
                                + Arrays.toString(PinReason.values()));
            }
        }
        return reasons;
    }
}
