package dev.weft.weaver.model;

/** A method, or a call in it, that cannot suspend: where, why, and what to do about it. */
public final class PinSite {
    private final String className;
    private final String method;
    private final int line;
    private final PinReason reason;
    private final String detail;

    /**
     * Makes a site.
     *
     * @param className the binary name
     * @param method the method's name and descriptor
     * @param line the line, or -1 when not known
     * @param reason why it pins
     * @param detail what is called or where, may be empty
     */
    public PinSite(String className, String method, int line, PinReason reason, String detail) {
        this.className = className;
        this.method = method;
        this.line = line;
        this.reason = reason;
        this.detail = detail;
    }

    /**
     * The class.
     *
     * @return its binary name
     */
    public String className() {
        return className;
    }

    /**
     * The method.
     *
     * @return name and descriptor
     */
    public String method() {
        return method;
    }

    /**
     * The line.
     *
     * @return -1 when not known
     */
    public int line() {
        return line;
    }

    /**
     * Why it pins.
     *
     * @return the reason, which knows the remedy
     */
    public PinReason reason() {
        return reason;
    }

    /**
     * What is called.
     *
     * @return may be empty
     */
    public String detail() {
        return detail;
    }

    @Override
    public String toString() {
        return className
                + "."
                + method
                + (line < 0 ? "" : ":" + line)
                + ": "
                + reason.text()
                + (detail.isEmpty() ? "" : " (" + detail + ")")
                + "; "
                + reason.remedy();
    }
}
