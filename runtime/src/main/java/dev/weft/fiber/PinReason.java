package dev.weft.fiber;

/** Why a fiber kept its thread where it might have given it up, and what to do about it. */
public enum PinReason {
    /** The call is inside {@code synchronized}, or goes through a converted method reference. */
    SYNCHRONIZED(
            "move the call out of synchronized, use a lock, or weave with the option monitors"),
    /** A constructor waits. */
    CONSTRUCTOR("wait in a factory method instead"),
    /** A static initialiser waits. */
    STATIC_INITIALISER("initialise lazily, from a method"),
    /** A frame of the JDK's own code is between: a stream, a sort, a callback. */
    JDK_FRAME("call it from a loop of your own instead of through the JDK"),
    /** A method of a woven class that is not suspendable is between. */
    NOT_SUSPENDABLE("annotate the method or its interface with @Suspendable"),
    /** A class that was not woven is between. */
    NOT_WOVEN("weave its jar, or take it out of the agent's excludes"),
    /** The fiber holds a lock that belongs to its thread. */
    BOUND("hold a lock of dev.weft.sync instead, or release it before waiting"),
    /** A long turn: a computation, or a blocking call that nobody marked. */
    LONG_TURN("mark a blocking call by Weft.blocking; call Weft.yield in a long computation");

    private final String remedy;

    PinReason(String remedy) {
        this.remedy = remedy;
    }

    /**
     * What to do.
     *
     * @return one sentence
     */
    public String remedy() {
        return remedy;
    }
}
