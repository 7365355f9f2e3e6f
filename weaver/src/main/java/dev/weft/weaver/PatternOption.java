package dev.weft.weaver;

/** An option whose value is a list of class name patterns. */
public enum PatternOption {
    /** Classes whose methods are all suspendable. */
    SUSPENDABLE("suspendable"),
    /** Classes that are not woven. */
    EXCLUDE("exclude"),
    /**
     * Classes of which it is computed what can suspend; only for weaving whole folders and jars,
     * one class alone doesn't tell.
     */
    INFER("infer"),
    /**
     * Classes in which blocking calls are replaced; a pattern that begins with {@code !} names
     * classes in which they are not. By default all that are woven.
     */
    PATCH("patch"),
    /** Classes whose threads, executors and timers become fibers. */
    THREADS("threads"),
    /** Classes whose {@code synchronized} belongs to the fiber. */
    MONITORS("monitors"),
    /** Classes whose loops yield when the fiber has used its time slice. */
    YIELD_LOOPS("yield-loops");

    private final String text;

    PatternOption(String text) {
        this.text = text;
    }

    /**
     * The option as users write it.
     *
     * @return for example {@code yield-loops}
     */
    public String text() {
        return text;
    }

    /**
     * Whether a class must be looked at because of this option, marks or none.
     *
     * @return false only for {@link #EXCLUDE} and {@link #INFER}
     */
    public boolean chooses() {
        return this != EXCLUDE && this != INFER;
    }
}
