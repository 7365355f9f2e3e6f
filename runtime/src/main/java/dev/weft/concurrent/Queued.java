package dev.weft.concurrent;

/**
 * Who waits in a lock or semaphore of this package. The JDK's classes answer that in final methods,
 * which woven code replaces by these.
 */
public interface Queued {
    /**
     * How many fibers and threads wait.
     *
     * @return a snapshot
     */
    int waiting();

    /**
     * Whether it is among them.
     *
     * @param caller a {@link dev.weft.fiber.Fiber} or {@link Thread}, not null
     * @return a snapshot
     */
    boolean isWaiting(Object caller);
}
