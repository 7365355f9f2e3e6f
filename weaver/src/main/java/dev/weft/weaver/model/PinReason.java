package dev.weft.weaver.model;

/** Why a method or a call cannot suspend, and the remedy. */
public enum PinReason {
    /** An {@code ACC_SYNCHRONIZED} method. */
    SYNCHRONIZED_METHOD(
            "the method is synchronized",
            "use dev.weft.sync.ReentrantLock, or the option monitors"),
    /** A call between monitorenter and monitorexit. */
    SYNCHRONIZED_BLOCK(
            "the call is inside a synchronized block",
            "move it out, use dev.weft.sync.ReentrantLock instead, or the option monitors"),
    /** A call in a constructor. */
    CONSTRUCTOR("the call is in a constructor", "move it to a factory method"),
    /** A call in a static initialiser. */
    STATIC_INITIALISER("the call is in a static initialiser", "initialise lazily from a method"),
    /** A native method. */
    NATIVE("the method is native", "wrap what it waits for in a Java method"),
    /** Would pass the class file limit of 64 KB. */
    TOO_LARGE("the method would be too large after weaving", "split it"),
    /** 255 parameter slots are used already. */
    TOO_MANY_PARAMETERS("the method has no room for the hidden parameter", "pass fewer parameters"),
    /** An uninitialised object that can't be made again is live across the call. */
    UNINITIALISED(
            "an object under construction is live across the call", "evaluate the call before new"),
    /** A value's class can't be named here. */
    INACCESSIBLE_TYPE(
            "a live value has a type that is not accessible here",
            "hold it in a variable of an accessible type"),
    /** Class file older than 52: jsr or no stack map frames. */
    OLD_CLASS_FILE(
            "the class file is older than Java 7 and has no stack maps, or older than Java 6",
            "compile it with --release 8 or later"),
    /** A dependency that is marked suspendable but not woven. */
    CALLEE_NOT_WOVEN(
            "the callee is suspendable but its class is not woven",
            "weave its jar, or use the agent"),
    /** A call in a lambda that its interface can't suspend. */
    LAMBDA_INTERFACE(
            "the call is in a lambda whose interface is not suspendable",
            "annotate the interface, use one of Weft's or the JDK's, or have its jar woven by the"
                    + " agent's option suspendable"),
    /** A call in a synthetic method that nothing says is suspendable. */
    SYNTHETIC_METHOD(
            "the call is in a method that the compiler made", "write it in a method of its own"),
    /** A subclass of a class whose constructor has a stand-in. */
    PATCHED_SUPERCLASS(
            "the superclass is one that is replaced by the runtime's own, a subclass of it is not",
            "hold an object of that class instead of extending it"),
    /** A constructor reference that is serialized by name. */
    SERIALIZABLE_CONSTRUCTOR(
            "a serializable reference to a method or constructor that is replaced",
            "write a lambda that is not serializable"),
    /** A call that the patch table hands off; in reports only, nothing is pinned by it. */
    HANDS_OFF(
            "the call holds a thread while it waits, the other fibers go on",
            "nothing, unless very many wait at once"),
    /** A call that the patch table leaves alone; in reports only. */
    LEFT_ALONE("the call blocks its thread", "wrap it in Weft.blocking, or call something else"),
    /** A bug of the weaver. */
    INTERNAL_ERROR("the weaver failed on the method", "please report it with the class file"),
    /** Found no sound way; the detail says what. */
    UNSUPPORTED("the shape is not supported", "please report it");

    private final String text;
    private final String remedy;

    PinReason(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    /**
     * The reason in words.
     *
     * @return a clause
     */
    public String text() {
        return text;
    }

    /**
     * What the user can do.
     *
     * @return a clause
     */
    public String remedy() {
        return remedy;
    }
}
