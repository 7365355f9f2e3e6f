package dev.weft.channel;

import dev.weft.channel.ChannelModel.Request;

/** A case of a select of {@link LockstepWorld}, and what the model says of it. */
final class LockstepCase {
    private final ChannelModel model;

    /** What it sends; null: it receives. */
    private final Object value;

    private final ReceiveCase<Object> from;

    LockstepCase(Select select, Channel<Object> channel, ChannelModel model, Object value) {
        this.model = model;
        this.value = value;
        if (value == null) {
            from = select.receive(channel);
        } else {
            from = null;
            select.send(channel).offer(value);
        }
    }

    boolean isLike(ChannelModel other, boolean sends) {
        return model == other && sends == (value != null);
    }

    boolean isReady() {
        return value == null ? model.wouldReceive() : model.wouldSend();
    }

    boolean throwsWhenChosen() {
        return value != null && model.isClosed();
    }

    void await(Request request, int number) {
        if (value == null) {
            model.awaitValue(request, number);
        } else {
            model.awaitTaker(request, number, value);
        }
    }

    Object doneByModel() {
        return value == null ? model.tryReceive() : model.trySend(value);
    }

    /** When it was chosen. */
    Object outcome() {
        if (value != null) {
            return ChannelModel.SENT;
        }
        return from.value() == null ? ChannelModel.CLOSED : from.take();
    }
}
