package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.tls.TlsServerSocketFactory;
import dev.weft.tls.TlsSocket;
import dev.weft.tls.TlsSocketFactory;
import dev.weft.woven.StandIn;
import java.security.NoSuchAlgorithmException;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Stand-ins for TLS: the factories that woven code asks for make the runtime's sockets, which drive
 * the JDK's engine over a polled socket. In place of the JDK's provider only; factories of another
 * provider, and those that unwoven code asked for, stay, and a thread waits in their sockets.
 */
public final class SecureSockets {
    private static final String JDKS = "sun.security.ssl.";

    private SecureSockets() {}

    /** {@link SSLContext#getSocketFactory()}. */
    @StandIn(value = SSLContext.class, mode = StandIn.Mode.REPLACES)
    public static SSLSocketFactory getSocketFactory(SSLContext it) {
        SSLSocketFactory own = it.getSocketFactory();
        return isJdks(own) ? new TlsSocketFactory(it, own) : own;
    }

    /** {@link SSLContext#getServerSocketFactory()}. */
    @StandIn(value = SSLContext.class, mode = StandIn.Mode.REPLACES)
    public static SSLServerSocketFactory getServerSocketFactory(SSLContext it) {
        SSLServerSocketFactory own = it.getServerSocketFactory();
        return isJdks(own) ? new TlsServerSocketFactory(it, own) : own;
    }

    /** {@link SSLSocketFactory#getDefault()}. */
    @StandIn(value = SSLSocketFactory.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static SocketFactory getDefault() {
        SocketFactory own = SSLSocketFactory.getDefault();
        try {
            return isJdks(own)
                    ? new TlsSocketFactory(SSLContext.getDefault(), (SSLSocketFactory) own)
                    : own;
        } catch (NoSuchAlgorithmException e) {
            return own; // whose sockets say why
        }
    }

    /** {@link SSLSocket#startHandshake()}. */
    @Suspendable
    @StandIn(value = SSLSocket.class, mode = StandIn.Mode.POLLS)
    public static void startHandshake(SSLSocket it) throws Exception {
        if (it instanceof TlsSocket) {
            ((TlsSocket) it).startHandshake();
            return;
        }
        Blocking.call(
                () -> {
                    it.startHandshake();
                    return null;
                });
    }

    /** {@link SSLSocket#getSession()}, which makes the handshake. */
    @Suspendable
    @StandIn(value = SSLSocket.class, mode = StandIn.Mode.POLLS)
    public static SSLSession getSession(SSLSocket it) throws Exception {
        if (it instanceof TlsSocket) {
            return ((TlsSocket) it).getSession();
        }
        return Blocking.call(() -> it.getSession());
    }

    private static boolean isJdks(Object factory) {
        return factory.getClass().getName().startsWith(JDKS) && SocketConstructors.isPlain();
    }

    /** The same for servers, whose method has the same name. */
    public static final class Servers {
        private Servers() {}

        /** {@link SSLServerSocketFactory#getDefault()}. */
        @StandIn(
                value = SSLServerSocketFactory.class,
                isStatic = true,
                mode = StandIn.Mode.REPLACES)
        public static ServerSocketFactory getDefault() {
            ServerSocketFactory own = SSLServerSocketFactory.getDefault();
            try {
                return isJdks(own)
                        ? new TlsServerSocketFactory(
                                SSLContext.getDefault(), (SSLServerSocketFactory) own)
                        : own;
            } catch (NoSuchAlgorithmException e) {
                return own; // whose sockets say why
            }
        }
    }
}
