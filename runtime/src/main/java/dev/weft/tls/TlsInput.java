package dev.weft.tls;

import dev.weft.Suspendable;
import dev.weft.io.FiberInputStream;
import java.io.IOException;
import java.util.Objects;

/** A {@link TlsSocket}'s input. */
final class TlsInput extends FiberInputStream {
    private final TlsSocket socket;
    private final TlsConnection connection;

    TlsInput(TlsSocket socket, TlsConnection connection) {
        this.socket = socket;
        this.connection = connection;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        socket.ensureHandshake();
        return connection.read(bytes, from, length);
    }

    @Override
    public int available() {
        return connection.available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
