package dev.weft.tls;

import dev.weft.net.FiberServerSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/** Makes {@link TlsServerSocket}s. Thread-safe. */
public final class TlsServerSocketFactory extends SSLServerSocketFactory {
    private final SSLContext context;
    private final SSLServerSocketFactory original;

    /**
     * Makes a factory.
     *
     * @param context where the engines come from; not null
     * @param original the context's own factory; not null
     */
    public TlsServerSocketFactory(SSLContext context, SSLServerSocketFactory original) {
        this.context = context;
        this.original = original;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new TlsServerSocket(new FiberServerSocket(), context);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, null);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
            throws IOException {
        return new TlsServerSocket(new FiberServerSocket(port, backlog, address), context);
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
