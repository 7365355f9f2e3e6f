package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A {@link FiberSocket}'s output. */
final class SocketOutput extends OutputStream {
    private final Connection connection;

    SocketOutput(Connection connection) {
        this.connection = connection;
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
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
