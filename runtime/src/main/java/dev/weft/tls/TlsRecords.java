package dev.weft.tls;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * The buffers between a TLS engine and a socket. The reading half and the writing half may be used
 * at once; each is guarded by the caller's lock.
 */
final class TlsRecords {
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private volatile SSLEngine engine;
    private InputStream in;
    private OutputStream out;

    /** What has come and was not unwrapped; ready to be filled. */
    private ByteBuffer incoming = NOTHING;

    /** What was unwrapped and not read; ready to be read. */
    private ByteBuffer plain = NOTHING;

    /** One record to be sent; ready to be filled. */
    private ByteBuffer outgoing = NOTHING;

    /**
     * Makes the buffers.
     *
     * @param consumed what has been read from the socket already
     */
    TlsRecords(SSLEngine engine, byte[] consumed) {
        this.engine = engine;
        if (consumed.length > 0) {
            incoming = ByteBuffer.allocate(consumed.length + packetSize()).put(consumed);
        }
    }

    SSLEngine engine() {
        return engine;
    }

    /** Before the handshake. */
    void engine(SSLEngine next) {
        engine = next;
    }

    /** Begins to use the socket, which is connected by now. */
    void open(Socket socket) throws IOException {
        if (in == null) {
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }
    }

    private int packetSize() {
        return engine.getSession().getPacketBufferSize();
    }

    /** How many bytes can be read without waiting. */
    int available() {
        return plain.remaining();
    }

    /** Reads what was unwrapped. */
    int take(byte[] bytes, int from, int length) {
        int n = Math.min(length, plain.remaining());
        plain.get(bytes, from, n);
        return n;
    }

    /** Unwraps a record if a whole one is there. */
    Status unwrap() throws SSLException {
        Status status = tryUnwrap();
        while (status == Status.BUFFER_OVERFLOW) {
            int room = engine.getSession().getApplicationBufferSize();
            ByteBuffer larger = ByteBuffer.allocate(plain.remaining() + room);
            larger.put(plain);
            larger.flip();
            plain = larger;
            status = tryUnwrap();
        }
        return status;
    }

    private Status tryUnwrap() throws SSLException {
        incoming.flip();
        plain.compact();
        try {
            return engine.unwrap(incoming, plain).getStatus();
        } finally {
            plain.flip();
            incoming.compact();
        }
    }

    /** Reads what is there, at least a byte; false at the end. */
    @Suspendable
    boolean fill() throws IOException {
        if (!incoming.hasRemaining()) {
            incoming.flip();
            ByteBuffer larger = ByteBuffer.allocate(incoming.capacity() + packetSize());
            incoming = larger.put(incoming);
        }
        int n = in.read(incoming.array(), incoming.position(), incoming.remaining());
        if (n > 0) {
            incoming.position(incoming.position() + n);
        }
        return n >= 0;
    }

    /** Wraps one record. */
    Status wrap(ByteBuffer source) throws SSLException {
        outgoing.clear();
        Status status = engine.wrap(source, outgoing).getStatus();
        while (status == Status.BUFFER_OVERFLOW) {
            outgoing = ByteBuffer.allocate(outgoing.capacity() + packetSize());
            status = engine.wrap(source, outgoing).getStatus();
        }
        return status;
    }

    /** Writes what was wrapped. */
    @Suspendable
    void flush() throws IOException {
        if (outgoing.position() > 0) {
            out.write(outgoing.array(), 0, outgoing.position());
        }
    }

    /** As {@link #flush}, where nothing can suspend; false when there was nothing. */
    boolean flushNow() throws IOException {
        if (outgoing.position() > 0) {
            out.write(outgoing.array(), 0, outgoing.position());
        }
        return outgoing.position() > 0;
    }

    boolean isOpen() {
        return out != null;
    }
}
