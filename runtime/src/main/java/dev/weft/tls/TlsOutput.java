package dev.weft.tls;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A {@link TlsSocket}'s output. */
final class TlsOutput extends OutputStream {
    private final TlsSocket socket;
    private final TlsConnection connection;

    TlsOutput(TlsSocket socket, TlsConnection connection) {
        this.socket = socket;
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
            socket.ensureHandshake();
            connection.write(bytes, from, length);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
