package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.Select;
import dev.weft.channel.SendCase;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;

/** A fiber that passes the values of one channel on to several: each to one of them, or to all. */
final class Spread<T> implements SuspendableRunnable {
    private final ReceiveChannel<T> in;
    private final List<Channel<T>> outs;
    private final boolean toAll;

    private Spread(ReceiveChannel<T> in, List<Channel<T>> outs, boolean toAll) {
        this.in = in;
        this.outs = outs;
        this.toAll = toAll;
    }

    static <T> List<Flow<T>> deal(ReceiveChannel<T> in, int n) {
        return start(in, n, false);
    }

    static <T> List<Flow<T>> broadcast(ReceiveChannel<T> in, int n) {
        return start(in, n, true);
    }

    private static <T> List<Flow<T>> start(ReceiveChannel<T> in, int n, boolean toAll) {
        if (n < 1) {
            throw new IllegalArgumentException("number of outputs must be at least 1: " + n);
        }
        List<Channel<T>> outs = new ArrayList<>();
        List<Flow<T>> flows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Channel<T> out = Channel.rendezvous();
            outs.add(out);
            flows.add(Flow.of(out.receiveOnly()));
        }
        Weft.go(new Spread<>(in, outs, toAll));
        return flows;
    }

    @Override
    @Suspendable
    public void run() {
        try {
            T value = in.receiveOrNull();
            while (value != null && !outs.isEmpty()) {
                if (toAll) {
                    toAll(value);
                } else {
                    toOne(value);
                }
                value = outs.isEmpty() ? null : in.receiveOrNull();
            }
            in.cancel();
            closeAll(null);
        } catch (Throwable t) {
            in.cancel(Stage.upstream(t));
            closeAll(Stage.downstream(t));
        }
    }

    /** One after the other: all must take it before the next value comes, in whichever order. */
    @Suspendable
    private void toAll(T value) {
        for (int i = 0; i < outs.size(); ) {
            if (sent(outs.get(i), value)) {
                i++;
            } else {
                outs.remove(i);
            }
        }
    }

    @Suspendable
    private void toOne(T value) {
        while (!outs.isEmpty()) {
            Select select = Select.fair();
            for (Channel<T> out : outs) {
                SendCase<T> to = select.send(out);
                to.offer(value);
            }
            try {
                select.select();
                return;
            } catch (ChannelClosedException gone) {
                outs.removeIf(Channel::isClosed);
            }
        }
    }

    @Suspendable
    private boolean sent(Channel<T> out, T value) {
        try {
            out.send(value);
            return true;
        } catch (ChannelClosedException gone) {
            return false;
        }
    }

    private void closeAll(Throwable cause) {
        for (Channel<T> out : outs) {
            out.close(cause);
        }
    }
}
