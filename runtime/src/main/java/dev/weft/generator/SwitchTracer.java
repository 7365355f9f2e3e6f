package dev.weft.generator;

/**
 * Is told of each switch between symmetric coroutines; greenlet's {@code settrace} is the model.
 */
@FunctionalInterface
public interface SwitchTracer {
    /** What passes control. */
    enum Event {
        /** A value is passed: by {@code switchTo}, or by a body's return. */
        SWITCH,
        /** An exception is passed: by {@code throwIn}, or out of a body. */
        THROW
    }

    /**
     * Called before control passes, on the thread that switches. Must not switch itself. What it
     * throws is thrown in {@code target}, in the place of what was passed (an exception that was is
     * suppressed in it), and the tracer is removed: both as greenlet does.
     *
     * @param event what passes control
     * @param origin who loses control
     * @param target who gets it
     */
    void switched(Event event, SymmetricCoroutine<?> origin, SymmetricCoroutine<?> target);
}
