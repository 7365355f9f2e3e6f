package dev.weft.diagnosis;

/** What JMX clients see of a process's fibers, as {@value #NAME}. */
public interface FiberDiagnosisMXBean {
    /** The bean's object name. */
    String NAME = "dev.weft:type=FiberDiagnosis";

    /**
     * How many fibers are tracked and have not ended.
     *
     * @return those of all schedulers
     */
    int getFiberCount();

    /**
     * Whether fibers of work-stealing and executor schedulers are tracked from now on.
     *
     * @return see {@link dev.weft.fiber.Weft#track}
     */
    boolean isTracking();

    /**
     * Switches that on or off.
     *
     * @param on whether to track
     */
    void setTracking(boolean on);

    /**
     * All tracked fibers with their logical stacks.
     *
     * @return text
     */
    String dump();

    /**
     * The same for programs.
     *
     * @return JSON
     */
    String dumpJson();

    /**
     * Where fibers kept their threads.
     *
     * @return text
     */
    String pinReport();

    /** Forgets the pins so far. */
    void resetPins();

    /**
     * Which calls held a thread while they were counted.
     *
     * @return text, see {@link dev.weft.blocking.HandOffs}
     */
    String handOffs();

    /**
     * Starts or stops counting them.
     *
     * @param on whether to count from now on
     */
    void countHandOffs(boolean on);
}
