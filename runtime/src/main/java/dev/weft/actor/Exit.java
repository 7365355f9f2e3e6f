package dev.weft.actor;

/**
 * Message: a linked actor has ended. Comes to actors that {@linkplain Actor#trapExits trap exits}
 * only. Immutable.
 */
public final class Exit {
    private final Actor actor;
    private final Throwable reason;

    Exit(Actor actor, Throwable reason) {
        this.actor = actor;
        this.reason = reason;
    }

    /**
     * Who has ended.
     *
     * @return never null
     */
    public Actor actor() {
        return actor;
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
        return "Exit[" + actor + ", " + (reason == null ? "normal" : reason) + "]";
    }
}
