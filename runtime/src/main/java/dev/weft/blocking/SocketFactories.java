package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import dev.weft.tls.TlsSocketFactory;
import dev.weft.woven.StandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;

/**
 * Stand-ins for factories of sockets. The default factories give the runtime's own sockets, which
 * connect without a thread, and so do those of TLS ({@link SecureSockets}); others are asked as
 * they are.
 */
public final class SocketFactories {
    private SocketFactories() {}

    /** {@link SocketFactory#createSocket()}. */
    @Suspendable
    @StandIn(value = SocketFactory.class, mode = StandIn.Mode.POLLS)
    public static Socket createSocket(SocketFactory it) throws Exception {
        return isDefault(it) ? new FiberSocket() : it.createSocket();
    }

    /** {@link SocketFactory#createSocket(String, int)}. */
    @Suspendable
    @StandIn(value = SocketFactory.class, mode = StandIn.Mode.POLLS)
    public static Socket createSocket(SocketFactory it, String host, int port) throws Exception {
        if (it instanceof TlsSocketFactory) {
            return ((TlsSocketFactory) it).createSocket(host, port);
        }
        if (isDefault(it)) {
            return FiberSocket.connected(named(host, port), null);
        }
        return Blocking.call(() -> it.createSocket(host, port));
    }

    /** {@link SocketFactory#createSocket(InetAddress, int)}. */
    @Suspendable
    @StandIn(value = SocketFactory.class, mode = StandIn.Mode.POLLS)
    public static Socket createSocket(SocketFactory it, InetAddress host, int port)
            throws Exception {
        if (it instanceof TlsSocketFactory) {
            return ((TlsSocketFactory) it).createSocket(host, port);
        }
        if (isDefault(it) && host != null) {
            return FiberSocket.connected(new InetSocketAddress(host, port), null);
        }
        return Blocking.call(() -> it.createSocket(host, port));
    }

    /** {@link SocketFactory#createSocket(String, int, InetAddress, int)}. */
    @Suspendable
    @StandIn(value = SocketFactory.class, mode = StandIn.Mode.POLLS)
    public static Socket createSocket(
            SocketFactory it, String host, int port, InetAddress local, int localPort)
            throws Exception {
        if (it instanceof TlsSocketFactory) {
            return ((TlsSocketFactory) it).createSocket(host, port, local, localPort);
        }
        if (isDefault(it)) {
            InetSocketAddress from = new InetSocketAddress(local, localPort);
            return FiberSocket.connected(named(host, port), from);
        }
        return Blocking.call(() -> it.createSocket(host, port, local, localPort));
    }

    /** {@link SocketFactory#createSocket(InetAddress, int, InetAddress, int)}. */
    @Suspendable
    @StandIn(value = SocketFactory.class, mode = StandIn.Mode.POLLS)
    public static Socket createSocket(
            SocketFactory it, InetAddress host, int port, InetAddress local, int localPort)
            throws Exception {
        if (it instanceof TlsSocketFactory) {
            return ((TlsSocketFactory) it).createSocket(host, port, local, localPort);
        }
        if (isDefault(it) && host != null) {
            InetSocketAddress from = new InetSocketAddress(local, localPort);
            return FiberSocket.connected(new InetSocketAddress(host, port), from);
        }
        return Blocking.call(() -> it.createSocket(host, port, local, localPort));
    }

    /** {@link ServerSocketFactory#createServerSocket()}. */
    @Suspendable
    @StandIn(value = ServerSocketFactory.class, mode = StandIn.Mode.POLLS)
    public static ServerSocket createServerSocket(ServerSocketFactory it) throws Exception {
        return isDefault(it) ? new FiberServerSocket() : it.createServerSocket();
    }

    /** {@link ServerSocketFactory#createServerSocket(int)}. */
    @Suspendable
    @StandIn(value = ServerSocketFactory.class, mode = StandIn.Mode.POLLS)
    public static ServerSocket createServerSocket(ServerSocketFactory it, int port)
            throws Exception {
        return isDefault(it) ? new FiberServerSocket(port, 0, null) : it.createServerSocket(port);
    }

    /** {@link ServerSocketFactory#createServerSocket(int, int)}. */
    @Suspendable
    @StandIn(value = ServerSocketFactory.class, mode = StandIn.Mode.POLLS)
    public static ServerSocket createServerSocket(ServerSocketFactory it, int port, int backlog)
            throws Exception {
        return isDefault(it)
                ? new FiberServerSocket(port, backlog, null)
                : it.createServerSocket(port, backlog);
    }

    /** {@link ServerSocketFactory#createServerSocket(int, int, InetAddress)}. */
    @Suspendable
    @StandIn(value = ServerSocketFactory.class, mode = StandIn.Mode.POLLS)
    public static ServerSocket createServerSocket(
            ServerSocketFactory it, int port, int backlog, InetAddress address) throws Exception {
        return isDefault(it)
                ? new FiberServerSocket(port, backlog, address)
                : it.createServerSocket(port, backlog, address);
    }

    private static boolean isDefault(SocketFactory it) {
        return it == SocketFactory.getDefault() && SocketConstructors.isPlain();
    }

    private static boolean isDefault(ServerSocketFactory it) {
        return it == ServerSocketFactory.getDefault();
    }

    /** Looks the name up, which may take a thread. */
    @Suspendable
    private static InetSocketAddress named(String host, int port) throws Exception {
        InetSocketAddress address = Names.inetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }
}
