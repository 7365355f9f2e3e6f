package dev.weft.concurrent;

/** A condition of a user's synchronizer, for stand-ins. */
public interface OwnCondition {
    /**
     * Where woven code waits and signals.
     *
     * @return a condition of the same synchronizer
     */
    GateCondition own();
}
