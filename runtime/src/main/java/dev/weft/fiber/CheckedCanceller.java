package dev.weft.fiber;

/**
 * A canceller of waits in calls that declare {@link InterruptedException}: an interrupt ends them
 * by that, a cancellation as ever.
 */
@FunctionalInterface
public interface CheckedCanceller extends Canceller {
    @Override
    default Throwable interruption(boolean cancelled) {
        return cancelled ? Canceller.super.interruption(true) : new InterruptedException();
    }
}
