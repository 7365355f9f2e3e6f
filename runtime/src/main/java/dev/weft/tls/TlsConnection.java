package dev.weft.tls;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.sync.Mutex;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;

/**
 * Drives the JDK's TLS engine over a socket: what the engine wants to send is written, what it
 * wants is read, and its tasks (signatures, looking at certificates) are run, each where a fiber
 * can suspend.
 *
 * <p>Three locks, taken in this order: one that makes the handshake, one that reads and unwraps,
 * one that wraps and writes. Messages that come after the handshake (tickets, new keys, a
 * renegotiation) are dealt with by whoever reads them. Thread-safe.
 */
final class TlsConnection {
    private static final boolean REQUIRE_CLOSE_NOTIFY =
            Boolean.getBoolean("com.sun.net.ssl.requireCloseNotify"); // as the JDK's sockets

    private final Socket socket;
    private final Mutex handshaking = new Mutex();
    private final Mutex reading = new Mutex();
    private final Mutex writing = new Mutex();

    private final TlsRecords records;
    private volatile boolean started;
    private volatile boolean handshaken;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile IOException failure;

    /**
     * Makes a connection.
     *
     * @param consumed what has been read from the socket already
     */
    TlsConnection(Socket socket, SSLEngine engine, byte[] consumed) {
        this.socket = socket;
        this.records = new TlsRecords(engine, consumed);
    }

    SSLEngine engine() {
        return records.engine();
    }

    /** Before the handshake. */
    void engine(SSLEngine next) {
        records.engine(next);
    }

    /** Makes the handshake; once made, asks for new keys. */
    @Suspendable
    void startHandshake() throws IOException {
        handshaking.lock();
        try {
            handshake();
        } finally {
            handshaking.unlock();
        }
    }

    /**
     * Makes the handshake unless it has been made.
     *
     * @return whether it was made now
     */
    @Suspendable
    boolean ensureHandshake() throws IOException {
        if (handshaken) {
            return false;
        }
        handshaking.lock();
        try {
            if (!handshaken) {
                handshake();
                return true;
            }
            return false;
        } finally {
            handshaking.unlock();
        }
    }

    @Suspendable
    private void handshake() throws IOException {
        requireUsable();
        records.open(socket);
        try {
            if (!started || handshaken) {
                started = true;
                engine().beginHandshake();
            }
            pump();
        } catch (SSLException e) {
            throw fatal(e);
        }
        handshaken = true;
    }

    private void requireUsable() throws IOException {
        if (failure != null) {
            throw new SSLException("the connection has failed: " + failure.getMessage(), failure);
        }
        if (closed) {
            throw new SocketException("Socket is closed");
        }
    }

    /** Until the engine wants nothing any more. */
    @Suspendable
    private void pump() throws IOException {
        while (true) {
            HandshakeStatus status = engine().getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                send(TlsRecords.NOTHING);
            } else if (isUnwrapNeeded(status)) {
                receiveHandshake();
            } else {
                return;
            }
        }
    }

    private static boolean isUnwrapNeeded(HandshakeStatus status) {
        return status == HandshakeStatus.NEED_UNWRAP || status == HandshakeStatus.NEED_UNWRAP_AGAIN;
    }

    @Suspendable
    private void receiveHandshake() throws IOException {
        reading.lock();
        try {
            if (isUnwrapNeeded(engine().getHandshakeStatus()) && !receive()) {
                ended = true;
                throw new SSLHandshakeException("Remote host closed the connection");
            }
        } finally {
            reading.unlock();
        }
    }

    /** They may ask the user's trust manager, and take long. */
    @Suspendable
    private void runTasks() {
        Runnable next = engine().getDelegatedTask();
        while (next != null) {
            Runnable task = next;
            try {
                Blocking.call(
                        () -> {
                            task.run();
                            return null;
                        });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("thrown by a task that declares none", e);
            }
            next = engine().getDelegatedTask();
        }
    }

    /** As {@link java.io.InputStream#read(byte[], int, int)} with a length that is not 0. */
    @Suspendable
    int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            while (records.available() == 0) {
                if (ended) {
                    return -1;
                }
                requireUsable();
                ended = !receive();
            }
            return records.take(bytes, from, length);
        } catch (SSLException e) {
            throw fatal(e);
        } finally {
            reading.unlock();
        }
    }

    boolean isEnded() {
        return ended;
    }

    /** How many bytes can be read without waiting. */
    int available() {
        return records.available();
    }

    /** Unwraps one record, and does what it asks for; false at the end. With the lock. */
    @Suspendable
    private boolean receive() throws IOException {
        Status status = records.unwrap();
        while (status == Status.BUFFER_UNDERFLOW) {
            if (!records.fill()) {
                endWithoutNotice();
                return false;
            }
            status = records.unwrap();
        }
        answer();
        return status != Status.CLOSED;
    }

    /** The connection ends without TLS having said so. Messages as the JDK's. */
    private void endWithoutNotice() throws SSLException {
        if (!handshaken || REQUIRE_CLOSE_NOTIFY) {
            SSLException e =
                    handshaken
                            ? new SSLProtocolException("Remote host terminated the connection")
                            : new SSLHandshakeException("Remote host terminated the handshake");
            e.initCause(new EOFException("SSL peer shut down incorrectly"));
            throw e;
        }
    }

    /** Tasks and answers that a record of the handshake, or after it, has asked for. */
    @Suspendable
    private void answer() throws IOException {
        HandshakeStatus status = engine().getHandshakeStatus();
        while (handshaken
                && (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP)) {
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (send(TlsRecords.NOTHING) == Status.CLOSED) {
                return;
            }
            status = engine().getHandshakeStatus();
        }
    }

    /** Writes all. */
    @Suspendable
    void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(bytes, from, length);
        try {
            while (true) {
                requireUsable();
                sendAll(source);
                if (!source.hasRemaining()) {
                    return;
                }
                renegotiate();
            }
        } catch (SSLException e) {
            throw fatal(e);
        }
    }

    @Suspendable
    private void renegotiate() throws IOException {
        handshaking.lock();
        try {
            pump();
        } finally {
            handshaking.unlock();
        }
    }

    /** Until all is written, or the engine wants a handshake first. */
    @Suspendable
    private void sendAll(ByteBuffer source) throws IOException {
        writing.lock();
        try {
            int before;
            do {
                before = source.remaining();
                if (records.wrap(source) == Status.CLOSED) {
                    throw new SocketException("Connection or outbound has closed");
                }
                records.flush();
            } while (source.hasRemaining() && source.remaining() < before);
        } finally {
            writing.unlock();
        }
    }

    @Suspendable
    private Status send(ByteBuffer source) throws IOException {
        writing.lock();
        try {
            Status status = records.wrap(source);
            records.flush();
            return status;
        } finally {
            writing.unlock();
        }
    }

    /** Tells the peer by an alert, if that is possible, and closes. */
    private SSLException fatal(SSLException cause) {
        SSLException thrown = asOfSockets(cause);
        failure = thrown;
        try {
            notifyPeer();
            socket.close();
        } catch (IOException e) {
            thrown.addSuppressed(e);
        }
        return thrown;
    }

    /** The JDK's sockets have another wording than its engine. */
    private static SSLException asOfSockets(SSLException e) {
        String message = e.getMessage();
        if (message == null || !message.startsWith("Unrecognized SSL message")) {
            return e;
        }
        return new SSLException("Unsupported or unrecognized SSL message", e);
    }

    /** No more output: the peer is told. Its input goes on. */
    void closeOutput() throws IOException {
        engine().closeOutbound();
        notifyPeer();
    }

    void closeInput() throws IOException {
        ended = true;
        if (started) {
            engine().closeInbound();
        }
    }

    /** Once; the socket is left to the caller. */
    void close() throws IOException {
        closed = true;
        closeOutput();
    }

    /**
     * Sends what the engine still has to say. Not while somebody writes, who may wait for a peer
     * that does not read; does not suspend, as closing can't.
     */
    private void notifyPeer() throws IOException {
        boolean able = records.isOpen() && !socket.isClosed() && !socket.isOutputShutdown();
        if (!able || !writing.tryLock()) {
            return;
        }
        try {
            boolean more = engine().getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
            while (more) {
                Status status = records.wrap(TlsRecords.NOTHING);
                more =
                        records.flushNow()
                                && status != Status.CLOSED
                                && engine().getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
            }
        } finally {
            writing.unlock();
        }
    }
}
