package dev.weft.reactive;

import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.generator.Generator;
import java.util.Objects;
import java.util.concurrent.Flow;

/**
 * Bridges to reactive streams, both ways, with backpressure: what a subscriber has not asked for is
 * not produced, and what nobody has received is not asked for. To use a library that has publishers
 * of its own types, adapt these to {@code Flow} first ({@code FlowAdapters} of reactive-streams).
 *
 * <p>Thread-safe.
 */
public final class Flows {
    private Flows() {}

    /**
     * Makes a publisher that runs a generator for each subscriber, in a fiber of the subscriber's
     * scheduler, one value ahead of what was asked for. Cancelling the subscription cancels the
     * fiber, so finally blocks run; what the body throws goes to {@code onError}.
     *
     * @param body yields the values; may wait; not null
     * @param <T> the type of the values
     * @return a publisher for any number of subscribers
     */
    public static <T> Flow.Publisher<T> publisher(Generator.Body<T> body) {
        Objects.requireNonNull(body, "body");
        return subscriber ->
                FlowSubscription.start(subscriber, new GeneratorSource<>(Generator.of(body)));
    }

    /**
     * Makes a publisher of what is received from a channel. Several subscribers share the values:
     * each goes to one of them. Completes when the channel is closed and drained, fails when it was
     * closed with a cause, with that cause. A subscription takes one value ahead of what was asked
     * for, and loses it when cancelled.
     *
     * @param channel not null
     * @param <T> the type of the values
     * @return a publisher
     */
    public static <T> Flow.Publisher<T> publisher(ReceiveChannel<? extends T> channel) {
        Objects.requireNonNull(channel, "channel");
        return subscriber -> FlowSubscription.start(subscriber, new ChannelSource<T>(channel));
    }

    /**
     * Subscribes to a publisher. The channel gives its values, in order, to whoever receives, and
     * is closed at the end; a failure closes it with the exception as the cause. Cancelling the
     * channel cancels the subscription.
     *
     * @param publisher not null
     * @param ahead how many values may be on their way, at least 1
     * @param <T> the type of the values
     * @return a new channel; iterate over it, receive, select
     */
    public static <T> ReceiveChannel<T> channel(Flow.Publisher<? extends T> publisher, int ahead) {
        Objects.requireNonNull(publisher, "publisher");
        if (ahead < 1) {
            throw new IllegalArgumentException("ahead must be at least 1: " + ahead);
        }
        ChannelSubscriber<T> subscriber = new ChannelSubscriber<>(Channel.rendezvous(), ahead);
        publisher.subscribe(subscriber);
        return subscriber.out();
    }
}
