package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.io.FiberInputStream;
import dev.weft.io.Pollable;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.net.SocketException;
import java.util.Objects;

/** A {@link FiberSocket}'s input. */
final class SocketInput extends FiberInputStream implements Pollable {
    private final Connection connection;

    SocketInput(Connection connection) {
        this.connection = connection;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length, Stack.PINNED);
    }

    /** As {@link #read(byte[])}, called by woven code: a leaf, so that no frame is kept for it. */
    public int read(byte[] bytes, Stack stack) throws IOException {
        return read(bytes, 0, bytes.length, stack);
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        return read(bytes, from, length, Stack.PINNED);
    }

    /** As {@link #read(byte[], int, int)}, called by woven code: a leaf. */
    public int read(byte[] bytes, int from, int length, Stack stack) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        return connection.read(bytes, from, length, stack);
    }

    @Override
    public int tryRead(byte[] bytes, int from, int length) throws IOException {
        return connection.tryRead(bytes, from, length);
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
