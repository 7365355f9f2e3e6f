package dev.weft.weaver.model;

import java.util.List;

/** What the weaver did to one class. Immutable. */
public final class ClassReport {
    private final String className;
    private final List<String> woven;
    private final List<PinSite> pins;
    private final List<PinSite> blocking;

    /**
     * Makes a report.
     *
     * @param className the binary name
     * @param woven the woven methods, name and descriptor
     * @param pins the methods and call sites that stay pinned
     */
    public ClassReport(String className, List<String> woven, List<PinSite> pins) {
        this(className, woven, pins, List.of());
    }

    /**
     * Makes a report.
     *
     * @param className the binary name
     * @param woven the woven methods, name and descriptor
     * @param pins the methods and call sites that stay pinned
     * @param blocking the calls that hold a thread while they wait
     */
    public ClassReport(
            String className, List<String> woven, List<PinSite> pins, List<PinSite> blocking) {
        this.className = className;
        this.woven = List.copyOf(woven);
        this.pins = List.copyOf(pins);
        this.blocking = List.copyOf(blocking);
    }

    /**
     * The calls that hold a thread while they wait: those that the patch table hands off, and those
     * that it leaves alone.
     *
     * @return never null
     */
    public List<PinSite> blocking() {
        return blocking;
    }

    /**
     * The class's binary name.
     *
     * @return for example {@code com.acme.Main}
     */
    public String className() {
        return className;
    }

    /**
     * The woven methods.
     *
     * @return name and descriptor of each
     */
    public List<String> woven() {
        return woven;
    }

    /**
     * What stays pinned.
     *
     * @return never null
     */
    public List<PinSite> pins() {
        return pins;
    }
}
