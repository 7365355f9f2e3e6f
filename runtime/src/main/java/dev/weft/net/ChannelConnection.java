package dev.weft.net;

import java.nio.channels.SocketChannel;

/** Of the socket of a channel that users have as well: waits in the channel's {@link Readiness}. */
final class ChannelConnection extends Connection {
    private final Readiness readiness;

    ChannelConnection(SocketChannel channel, Readiness readiness) {
        super(channel, readiness.shown);
        this.readiness = readiness;
    }

    @Override
    Readiness readiness() {
        return readiness;
    }
}
