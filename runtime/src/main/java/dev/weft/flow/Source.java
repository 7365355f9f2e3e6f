package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.SuspendableRunnable;
import dev.weft.channel.Channel;
import dev.weft.channel.SendChannel;

/** The first fiber of a flow: a body that sends, and the end of what it sends to. */
final class Source<T> implements SuspendableRunnable {
    private final Channel<T> out;
    private final SuspendableConsumer<SendChannel<T>> body;

    Source(Channel<T> out, SuspendableConsumer<SendChannel<T>> body) {
        this.out = out;
        this.body = body;
    }

    @Override
    @Suspendable
    public void run() {
        try {
            body.accept(out.sendOnly());
            out.close();
        } catch (Throwable t) {
            out.close(Stage.downstream(t));
            if (body instanceof Zip) {
                ((Zip<?, ?, ?>) body).abandon();
            }
        }
    }
}
