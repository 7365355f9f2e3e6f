package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.io.FiberOutputStream;
import java.io.IOException;
import java.util.Objects;

/** A {@link FiberSocket}'s output. */
final class SocketOutput extends FiberOutputStream {
    private final Connection connection;

    SocketOutput(Connection connection) {
        this.connection = connection;
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length > 0) {
            connection.write(bytes, from, length);
        }
    }

    @Override
    public void close() throws IOException {
        connection.owner.close();
    }
}
