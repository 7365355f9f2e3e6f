package dev.weft.actor;

/** Message: a monitored actor has ended. Immutable. */
public final class Down {
    private final Monitor monitor;
    private final Throwable reason;

    Down(Monitor monitor, Throwable reason) {
        this.monitor = monitor;
        this.reason = reason;
    }

    /**
     * Which monitor has seen it.
     *
     * @return what {@link Actor#monitor} returned
     */
    public Monitor monitor() {
        return monitor;
    }

    /**
     * Who has ended.
     *
     * @return never null
     */
    public Actor actor() {
        return monitor.target();
    }

    /**
     * Why.
     *
     * @return null when its body returned; else what it threw or was killed with
     */
    public Throwable reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "Down[" + actor() + ", " + (reason == null ? "normal" : reason) + "]";
    }
}
