package dev.weft.tls;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;

/** Makes {@link TlsSocket}s; connecting suspends the fiber. Thread-safe. */
public final class TlsSocketFactory extends SSLSocketFactory {
    private static final byte[] NOTHING = {};

    private final SSLContext context;
    private final SSLSocketFactory original;

    /**
     * Makes a factory.
     *
     * @param context where the engines come from; not null
     * @param original the context's own factory; not null
     */
    public TlsSocketFactory(SSLContext context, SSLSocketFactory original) {
        this.context = context;
        this.original = original;
    }

    @Override
    public Socket createSocket() {
        return over(new Socket(), null, -1, true);
    }

    @Override
    @Suspendable
    public Socket createSocket(String host, int port) throws IOException {
        return over(new Socket(host, port), host, port, true);
    }

    @Override
    @Suspendable
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        return over(socket, nameOf(socket), port, true);
    }

    @Override
    @Suspendable
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return over(new Socket(host, port, local, localPort), host, port, true);
    }

    @Override
    @Suspendable
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        Socket socket = new Socket(host, port, local, localPort);
        return over(socket, nameOf(socket), port, true);
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
            throws IOException {
        requireConnected(socket);
        return over(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(Socket socket, InputStream consumed, boolean autoClose)
            throws IOException {
        requireConnected(socket);
        byte[] read = consumed == null ? NOTHING : consumed.readAllBytes();
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsSocket(socket, context, engine, autoClose, read);
    }

    private static void requireConnected(Socket socket) throws SocketException {
        if (!socket.isConnected()) {
            throw new SocketException("Underlying socket is not connected");
        }
    }

    /** The host as it was named, without asking for the name. */
    private static String nameOf(Socket socket) {
        return ((java.net.InetSocketAddress) socket.getRemoteSocketAddress()).getHostString();
    }

    private Socket over(Socket socket, String host, int port, boolean autoClose) {
        SSLEngine engine =
                host == null ? context.createSSLEngine() : context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        return new TlsSocket(socket, context, engine, autoClose, NOTHING);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return original.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return original.getSupportedCipherSuites();
    }
}
