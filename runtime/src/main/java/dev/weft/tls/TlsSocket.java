package dev.weft.tls;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;

/**
 * A TLS socket whose handshake, reads and writes suspend the fiber, and block a plain thread: the
 * JDK's engine over a socket. Over one of the runtime's no thread is used; over another, a thread
 * waits in that. Listeners are told on a thread of their own, as the JDK's. Thread-safe.
 */
public final class TlsSocket extends SocketWithEngine {
    private final SSLContext context;
    private final TlsConnection connection;
    private final boolean autoClose;
    private final List<HandshakeCompletedListener> listeners = new CopyOnWriteArrayList<>();
    private final TlsInput in;
    private final TlsOutput out;
    private volatile boolean closed;

    /**
     * Makes a socket.
     *
     * @param engine has its mode, client or server
     * @param consumed what has been read from the socket already
     */
    TlsSocket(
            Socket socket,
            SSLContext context,
            SSLEngine engine,
            boolean autoClose,
            byte[] consumed) {
        super(socket);
        this.context = context;
        this.autoClose = autoClose;
        connection = new TlsConnection(socket, engine, consumed);
        in = new TlsInput(this, connection);
        out = new TlsOutput(this, connection);
    }

    @Override
    SSLEngine engine() {
        return connection.engine();
    }

    @Override
    @Suspendable
    public void connect(SocketAddress address) throws IOException {
        connect(address, 0);
    }

    /** Connects, and remembers the host for the handshake. */
    @Override
    @Suspendable
    public void connect(SocketAddress address, int timeout) throws IOException {
        socket.connect(address, timeout);
        InetSocketAddress to = (InetSocketAddress) address;
        SSLEngine named = context.createSSLEngine(to.getHostString(), to.getPort());
        configure(named);
        connection.engine(named);
    }

    @Override
    @Suspendable
    public void startHandshake() throws IOException {
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
        connection.startHandshake();
        tell();
    }

    /** By reads and writes. */
    @Suspendable
    void ensureHandshake() throws IOException {
        if (connection.ensureHandshake()) {
            tell();
        }
    }

    private void tell() {
        if (listeners.isEmpty()) {
            return;
        }
        HandshakeCompletedEvent event = new HandshakeCompletedEvent(this, engine().getSession());
        Runnable all = () -> listeners.forEach(l -> l.handshakeCompleted(event));
        Thread thread = new Thread(null, all, "HandshakeCompletedNotify-Thread", 0, false);
        thread.start();
    }

    /** Makes the handshake first; what that fails with is not thrown here. */
    @Override
    @Suspendable
    public SSLSession getSession() {
        try {
            if (isConnected() && !closed) {
                ensureHandshake();
            }
        } catch (IOException e) {
            return context.createSSLEngine().getSession(); // one that is not valid
        }
        return engine().getSession();
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        if (listener == null) {
            throw new IllegalArgumentException("listener is null");
        }
        listeners.add(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        if (!listeners.remove(listener)) {
            throw new IllegalArgumentException("listener not registered");
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        requireOpen();
        if (connection.isEnded() || isInputShutdown()) {
            throw new SocketException("Socket input is already shutdown");
        }
        return in;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        requireOpen();
        if (engine().isOutboundDone() || isOutputShutdown()) {
            throw new SocketException("Socket output is already shutdown");
        }
        return out;
    }

    private void requireOpen() throws SocketException {
        if (isClosed()) {
            throw new SocketException("Socket is closed");
        }
        if (!isConnected()) {
            throw new SocketException("Socket is not connected");
        }
    }

    /** Tells the peer, and leaves its output open. */
    @Override
    public void shutdownOutput() throws IOException {
        requireOpen();
        connection.closeOutput();
        socket.shutdownOutput();
    }

    @Override
    public void shutdownInput() throws IOException {
        requireOpen();
        try {
            connection.closeInput();
        } finally {
            socket.shutdownInput();
        }
    }

    @Override
    public boolean isClosed() {
        return closed || socket.isClosed();
    }

    /** Tells the peer and closes; the socket beneath too, unless that was given without. */
    @Override
    public void close() throws IOException {
        synchronized (listeners) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            connection.close();
        } catch (IOException e) {
            // the peer is gone: there is nobody to tell
        } finally {
            if (autoClose) {
                socket.close();
            }
        }
    }

    @Override
    public String toString() {
        return "[SSL: " + socket + "]";
    }
}
