package dev.weft.weaver;

import dev.weft.weaver.model.ClassReport;

/** What weaving one class gave. */
public final class WeaveResult {
    private final byte[] bytes;
    private final ClassReport report;

    WeaveResult(byte[] bytes, ClassReport report) {
        this.bytes = bytes;
        this.report = report;
    }

    /**
     * Whether the class had anything to weave.
     *
     * @return false when {@link #bytes()} is the input
     */
    public boolean changed() {
        return bytes != null;
    }

    /**
     * The woven class file.
     *
     * @return null when nothing had to change
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * What was woven and what pins.
     *
     * @return never null
     */
    public ClassReport report() {
        return report;
    }
}
