package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.io.FiberInputStream;
import dev.weft.io.Pollable;
import java.io.IOException;
import java.net.SocketException;
import java.util.Objects;

/** A {@link FiberSocket}'s input. */
final class SocketInput extends FiberInputStream implements Pollable {
    private final Connection connection;

    /** Once the end was seen, reads say so, also of a closed socket: as with the JDK's. */
    private boolean ended;

    SocketInput(Connection connection) {
        this.connection = connection;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        return ended ? -1 : noted(connection.read(bytes, from, length));
    }

    @Override
    public int tryRead(byte[] bytes, int from, int length) throws IOException {
        return ended ? -1 : noted(connection.tryRead(bytes, from, length));
    }

    private int noted(int read) {
        ended |= read < 0;
        return read;
    }

    @Override
    @Suspendable
    public void awaitInput() throws IOException {
        connection.awaitInput();
    }

    @Override
    public int available() throws IOException {
        FiberSocket socket = (FiberSocket) connection.owner;
        if (socket.isClosed()) {
            throw new SocketException("Socket closed");
        }
        return socket.isInputShutdown() ? 0 : Math.max(connection.available(), 0);
    }

    @Override
    public void close() throws IOException {
        connection.owner.close();
    }
}
