package dev.weft.it;

/** The ways in which one program runs. */
public enum Mode {
    /** The bytes as compiled. */
    UNWOVEN(false, false, false),
    /** Woven, called through the plain method: nothing can suspend. */
    PINNED(true, false, false),
    /** Woven, able to suspend, never suspending. */
    WOVEN(true, false, true),
    /** Woven, every leaf suspends. */
    SUSPENDING(true, false, true),
    /** Woven with a forced suspension at every suspendable call. */
    CHAOS(true, true, true);

    final boolean woven;
    final boolean chaos;
    final boolean driven;

    Mode(boolean woven, boolean chaos, boolean driven) {
        this.woven = woven;
        this.chaos = chaos;
        this.driven = driven;
    }
}
