package dev.weft.reactive;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Weft;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Takes in what a publisher sends, which must not wait, and has a fiber hand it on, which may. What
 * is in between is bounded by what was asked for: more is asked for when half of it has gone on.
 */
final class ChannelSubscriber<T> implements Flow.Subscriber<T> {
    private final Channel<T> in = Channel.unlimited();
    private final Channel<T> out;
    private final int ahead;
    private Flow.Subscription subscription;

    ChannelSubscriber(Channel<T> out, int ahead) {
        this.out = out;
        this.ahead = ahead;
    }

    ReceiveChannel<T> out() {
        return out;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given, "subscription");
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        Weft.go(this::handOn);
        given.request(ahead);
    }

    @Override
    public void onNext(T value) {
        in.trySend(Objects.requireNonNull(value, "value"));
    }

    @Override
    public void onError(Throwable thrown) {
        in.close(Objects.requireNonNull(thrown, "thrown"));
    }

    @Override
    public void onComplete() {
        in.close();
    }

    @Suspendable
    private void handOn() {
        try {
            int batch = Math.max(1, ahead / 2);
            int sent = 0;
            for (T value = in.receiveOrNull(); value != null; value = in.receiveOrNull()) {
                out.send(value);
                if (++sent == batch) {
                    subscription.request(sent);
                    sent = 0;
                }
            }
            out.close();
        } catch (ChannelClosedException closed) {
            // either the publisher failed, or the receiver is not interested any more
            subscription.cancel();
            out.close(closed.getCause());
        } catch (RuntimeException cancelled) {
            subscription.cancel();
            out.close(cancelled);
            throw cancelled;
        }
    }
}
