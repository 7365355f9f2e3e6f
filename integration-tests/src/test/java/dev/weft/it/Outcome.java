package dev.weft.it;

import java.util.List;

/** All that can be observed of one run. */
public final class Outcome {
    final Mode mode;
    final String result;
    final String thrownAt;
    final List<String> trace;
    final int suspensions;
    final int pinnedLeaves;

    Outcome(
            Mode mode,
            String result,
            String thrownAt,
            List<String> trace,
            int suspensions,
            int pinnedLeaves) {
        this.mode = mode;
        this.result = result;
        this.thrownAt = thrownAt;
        this.trace = trace;
        this.suspensions = suspensions;
        this.pinnedLeaves = pinnedLeaves;
    }

    /** What must be equal in all modes. */
    String observed() {
        return result + (thrownAt.isEmpty() ? "" : "\n  at " + thrownAt) + "\n  trace " + trace;
    }

    /** Whether another run did the same. */
    boolean agrees(Outcome other) {
        if (!result.equals(other.result)
                || !thrownAt.equals(other.thrownAt)
                || trace.size() != other.trace.size()) {
            return false;
        }
        for (int i = 0; i < trace.size(); i++) {
            if (!OwnFrames.agree(trace.get(i), other.trace.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return mode
                + ": "
                + observed()
                + "\n  "
                + suspensions
                + " suspensions, "
                + pinnedLeaves
                + " pinned leaves";
    }
}
