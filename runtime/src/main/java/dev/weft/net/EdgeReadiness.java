package dev.weft.net;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Who waits for one connection, watched by an {@link EdgePoll} where there is one.
 *
 * <p>That tells of each change once. What comes while nobody waits for it is kept, and the next
 * wait for it does not begin: its owner tries again. So no change is lost between an attempt and
 * the wait that follows it, as long as somebody has always tried since the last change that was
 * told. Those who were told may leave something: who has read, but maybe not all, and who was told
 * but has not read yet, {@linkplain #left says so}, and then the others try.
 *
 * <p>A read that was not filled has taken all, and what comes after it will be told: the next wait
 * needs no attempt before it. Not so with urgent data, at which a read stops, and when the peer has
 * ended: that may have been told together with the data. {@link #isSure} knows.
 */
class EdgeReadiness extends Readiness {
    /** In {@link #edges}, beside operations: an edge poll watches. */
    private static final int WATCHED = 2;

    /** There: a read that was not filled says nothing of the next. */
    private static final int UNSURE = 1 << 6;

    /** The operations to be tried, and the bits above; 0 where no edge poll watches. */
    private byte edges;

    EdgeReadiness(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
    }

    final SocketChannel channel() {
        return (SocketChannel) channel;
    }

    /**
     * The report of an edge poll.
     *
     * @param ops what may go on
     * @param lasting from now on a read that was not filled says nothing of the next
     * @param woken gets those whose wait has ended
     */
    final synchronized void changed(int ops, boolean lasting, List<Wait> woken) {
        if (edges != 0) {
            int kept = edges | ops & ~take(ops, woken);
            edges = (byte) (kept | (lasting ? UNSURE : 0));
        }
    }

    /** Whether an edge poll watches: nothing is told twice. */
    final boolean isTold() {
        return (edges & WATCHED) != 0;
    }

    /** Whether a read that was not filled has taken all, and what comes then will be told. */
    final boolean isSure() {
        return (edges & (WATCHED | UNSURE)) == WATCHED;
    }

    /** There may be input that nobody has been told of, or has read: all who wait have to look. */
    final void left() {
        if (isTold()) {
            synchronized (this) {
                edges |= (byte) (edges == 0 ? 0 : SelectionKey.OP_READ);
            }
            stir();
        }
    }

    /** An attempt to read is about to come: what was told before needs no other. */
    final void looks() {
        if ((edges & SelectionKey.OP_READ) != 0) {
            synchronized (this) {
                isToBeTried(SelectionKey.OP_READ);
            }
        }
    }

    /** A close is about to come: the last moment at which the channel has its descriptor. */
    final synchronized void closes() {
        closed = true;
        if (edges != 0) {
            edges = 0;
            Poller.get().reports().unwatch(channel(), this);
        }
    }

    /** Whether it closes: what fails from then on fails for that. */
    final synchronized boolean isClosing() {
        return closed;
    }

    @Override
    final boolean isToBeTried(int op) {
        if ((edges & op) == 0) {
            return false;
        }
        edges &= (byte) ~op;
        return true;
    }

    @Override
    final boolean arm(int op) {
        if (edges != 0 || shown == null && watch()) {
            return channel.isOpen();
        }
        return super.arm(op);
    }

    private boolean watch() {
        boolean watched = channel.isOpen() && Poller.get().reports().watch(channel(), this);
        if (watched) {
            edges = WATCHED;
        }
        return watched;
    }
}
