package dev.weft.net;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;

/**
 * Whether a read of a connection would find nothing, so that it can be left out: a read that does
 * not fill its buffer has taken all that was there.
 *
 * <p>Where an edge poll watches, what comes after that is told, and this is certain, or is known
 * not to be ({@link #isSure}). Where reports are repeated it may be wrong, since the wait that
 * follows is ended at once when there is something: there it is learnt from the attempts that were
 * in vain. A base class, so that a connection is one object less. Read and written by whoever reads
 * the connection; that two of them may see it late is made up for by {@link #left}.
 */
abstract class EmptyInput extends Endpoint {
    /** So many vain attempts to read make the next ones be left out. */
    private static final int ENOUGH = 4;

    private static final int LEAVES_OUT = 32;

    /** The last read left room in its buffer, and nothing has been waited for since. */
    private boolean drained;

    /** How many attempts on a drained channel, one after the other, found nothing. */
    private byte misses;

    EmptyInput(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
    }

    /**
     * Whether to leave out an attempt that a wait will follow, which finds what there is; now and
     * then one is made to learn.
     */
    final boolean isProbablyEmpty() {
        if (!drained || isTold()) {
            return drained && isSure();
        }
        if (misses < ENOUGH) {
            return false;
        }
        if (++misses < ENOUGH + LEAVES_OUT) {
            return true;
        }
        misses = ENOUGH - 1;
        return false;
    }

    /** An attempt to read {@code length} bytes has found {@code n}. */
    final void noteRead(int n, int length) {
        if (n > 0) {
            misses = drained ? 0 : misses;
            drained = n < length;
            if (!drained) {
                left();
            }
        } else if (drained) {
            misses = (byte) Math.min(misses + 1, ENOUGH);
        }
    }

    /** Input is waited for, or its end has come. */
    final void inputComes() {
        drained = false;
    }
}
