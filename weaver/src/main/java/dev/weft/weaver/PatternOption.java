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

    /** Names between single dots. */
    private static final String PATTERN = "[\\p{L}\\p{N}_$*]+(\\.[\\p{L}\\p{N}_$*]+)*";

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
     * Says what is wrong with a pattern.
     *
     * @param pattern as a user wrote it
     * @throws IllegalArgumentException when it can't name any class; the message says what would be
     *     right
     */
    public void check(String pattern) {
        boolean negated = this == PATCH && pattern.startsWith("!");
        // no Pattern in a field: making one would delay each start under the agent
        if (!(negated ? pattern.substring(1) : pattern).matches(PATTERN)) {
            throw new IllegalArgumentException(
                    text
                            + " has a bad pattern \""
                            + pattern
                            + "\"; write names of classes with dots, * within a name and ** across"
                            + " names, for example com.acme.** or org.example.Main");
        }
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
