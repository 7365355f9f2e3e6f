package dev.weft.tls;

import dev.weft.Suspendable;
import dev.weft.io.FiberOutputStream;
import java.io.IOException;
import java.util.Objects;

/** A {@link TlsSocket}'s output. */
final class TlsOutput extends FiberOutputStream {
    private final TlsSocket socket;
    private final TlsConnection connection;

    TlsOutput(TlsSocket socket, TlsConnection connection) {
        this.socket = socket;
        this.connection = connection;
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length > 0) {
            socket.ensureHandshake();
            connection.write(bytes, from, length);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
