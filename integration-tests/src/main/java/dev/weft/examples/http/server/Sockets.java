package dev.weft.examples.http.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's sockets, whatever is done to the callers. */
public final class Sockets {
    private static final int BACKLOG = 5000;

    private Sockets() {}

    /** A socket that listens on a free port of the loopback interface. */
    public static ServerSocket listening() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** The same with TLS. */
    public static ServerSocket listening(SSLContext context) throws IOException {
        InetAddress address = InetAddress.getLoopbackAddress();
        return context.getServerSocketFactory().createServerSocket(0, BACKLOG, address);
    }

    /** Sockets of the context. */
    public static SSLSocketFactory factory(SSLContext context) {
        return context.getSocketFactory();
    }

    /** A context that has the one certificate of a PKCS12 file and trusts it. */
    public static SSLContext context(Path file, String password)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, password.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, password.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
