package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberDatagramSocket;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Stand-ins for the constructors of sockets: they make the runtime's own, which the poller watches.
 * Where the process has a SOCKS proxy, the JDK's are made. One that connects is a call that
 * suspends, as any other, unless it is made in a constructor or static initialiser; asking for the
 * host's address takes a thread.
 */
public final class SocketConstructors {
    private SocketConstructors() {}

    /** {@link Socket#Socket()}. */
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket() throws IOException {
        return isPlain() ? new FiberSocket() : new Socket();
    }

    /** {@link Socket#Socket(Proxy)}. */
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket(Proxy proxy) throws IOException {
        return proxy == Proxy.NO_PROXY ? new FiberSocket() : new Socket(proxy);
    }

    /** {@link Socket#Socket(String, int)}. */
    @Suspendable
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket(String host, int port) throws Exception {
        return isPlain()
                ? connect(byName(host, port), null)
                : Blocking.call(() -> new Socket(host, port));
    }

    /** {@link Socket#Socket(InetAddress, int)}. */
    @Suspendable
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket(InetAddress address, int port) throws Exception {
        return isPlain()
                ? connect(of(address, port), null)
                : Blocking.call(() -> new Socket(address, port));
    }

    /** {@link Socket#Socket(String, int, InetAddress, int)}. */
    @Suspendable
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket(String host, int port, InetAddress local, int localPort)
            throws Exception {
        return isPlain()
                ? connect(byName(host, port), new InetSocketAddress(local, localPort))
                : Blocking.call(() -> new Socket(host, port, local, localPort));
    }

    /** {@link Socket#Socket(InetAddress, int, InetAddress, int)}. */
    @Suspendable
    @StandIn(value = Socket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static Socket socket(InetAddress address, int port, InetAddress local, int localPort)
            throws Exception {
        return isPlain()
                ? connect(of(address, port), new InetSocketAddress(local, localPort))
                : Blocking.call(() -> new Socket(address, port, local, localPort));
    }

    /** {@link ServerSocket#ServerSocket()}. */
    @StandIn(value = ServerSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ServerSocket serverSocket() throws IOException {
        return new FiberServerSocket();
    }

    /** {@link ServerSocket#ServerSocket(int)}. */
    @StandIn(value = ServerSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ServerSocket serverSocket(int port) throws IOException {
        return new FiberServerSocket(port, 0, null);
    }

    /** {@link ServerSocket#ServerSocket(int, int)}. */
    @StandIn(value = ServerSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ServerSocket serverSocket(int port, int backlog) throws IOException {
        return new FiberServerSocket(port, backlog, null);
    }

    /** {@link ServerSocket#ServerSocket(int, int, InetAddress)}. */
    @StandIn(value = ServerSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ServerSocket serverSocket(int port, int backlog, InetAddress address)
            throws IOException {
        return new FiberServerSocket(port, backlog, address);
    }

    /** {@link DatagramSocket#DatagramSocket()}. */
    @StandIn(value = DatagramSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DatagramSocket datagramSocket() throws IOException {
        return new FiberDatagramSocket(new InetSocketAddress(0));
    }

    /** {@link DatagramSocket#DatagramSocket(int)}. */
    @StandIn(value = DatagramSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DatagramSocket datagramSocket(int port) throws IOException {
        return new FiberDatagramSocket(new InetSocketAddress(port));
    }

    /** {@link DatagramSocket#DatagramSocket(int, InetAddress)}. */
    @StandIn(value = DatagramSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DatagramSocket datagramSocket(int port, InetAddress address) throws IOException {
        return new FiberDatagramSocket(new InetSocketAddress(address, port));
    }

    /** {@link DatagramSocket#DatagramSocket(SocketAddress)}. */
    @StandIn(value = DatagramSocket.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DatagramSocket datagramSocket(SocketAddress address) throws IOException {
        return new FiberDatagramSocket(address);
    }

    /** Whether the JDK would connect without a proxy. */
    static boolean isPlain() {
        return System.getProperty("socksProxyHost") == null;
    }

    @Suspendable
    private static InetSocketAddress byName(String host, int port) throws Exception {
        return host == null ? of(null, port) : Names.inetSocketAddress(host, port);
    }

    private static InetSocketAddress of(InetAddress address, int port) throws IOException {
        return new InetSocketAddress(address == null ? InetAddress.getByName(null) : address, port);
    }

    @Suspendable
    private static Socket connect(InetSocketAddress address, SocketAddress local)
            throws IOException {
        return FiberSocket.connected(address, local);
    }
}
