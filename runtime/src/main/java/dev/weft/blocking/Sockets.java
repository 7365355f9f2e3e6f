package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberDatagramSocket;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URL;
import java.net.URLConnection;

/**
 * Stand-ins for {@code java.net}. The runtime's own sockets ({@link SocketConstructors}) are
 * polled; the JDK's have no channel that a poller could watch, so the thread waits and the other
 * fibers go on.
 */
public final class Sockets {
    private Sockets() {}

    /** {@link ServerSocket#accept()}. */
    @Suspendable
    @StandIn(value = ServerSocket.class, mode = StandIn.Mode.POLLS)
    public static Socket accept(ServerSocket it) throws Exception {
        if (it instanceof FiberServerSocket) {
            return ((FiberServerSocket) it).accept();
        }
        return Blocking.call(() -> it.accept());
    }

    /** {@link Socket#connect(SocketAddress)}. */
    @Suspendable
    @StandIn(value = Socket.class, mode = StandIn.Mode.POLLS)
    public static void connect(Socket it, SocketAddress address) throws Exception {
        if (it instanceof FiberSocket) {
            ((FiberSocket) it).connect(address);
            return;
        }
        Blocking.call(
                () -> {
                    it.connect(address);
                    return null;
                });
    }

    /** {@link Socket#connect(SocketAddress, int)}. */
    @Suspendable
    @StandIn(value = Socket.class, mode = StandIn.Mode.POLLS)
    public static void connect(Socket it, SocketAddress address, int timeout) throws Exception {
        if (it instanceof FiberSocket) {
            ((FiberSocket) it).connect(address, timeout);
            return;
        }
        Blocking.call(
                () -> {
                    it.connect(address, timeout);
                    return null;
                });
    }

    /** {@link DatagramSocket#receive(DatagramPacket)}. */
    @Suspendable
    @StandIn(value = DatagramSocket.class, mode = StandIn.Mode.POLLS)
    public static void receive(DatagramSocket it, DatagramPacket packet) throws Exception {
        if (it instanceof FiberDatagramSocket) {
            ((FiberDatagramSocket) it).receive(packet);
            return;
        }
        Blocking.call(
                () -> {
                    it.receive(packet);
                    return null;
                });
    }

    /** {@link DatagramSocket#send(DatagramPacket)}. */
    @Suspendable
    @StandIn(value = DatagramSocket.class, mode = StandIn.Mode.POLLS)
    public static void send(DatagramSocket it, DatagramPacket packet) throws Exception {
        if (it instanceof FiberDatagramSocket) {
            ((FiberDatagramSocket) it).send(packet);
            return;
        }
        Blocking.call(
                () -> {
                    it.send(packet);
                    return null;
                });
    }

    /** {@link InetAddress#getByName(String)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetAddress getByName(String host) throws Exception {
        return Blocking.call(() -> InetAddress.getByName(host));
    }

    /** {@link InetAddress#getAllByName(String)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetAddress[] getAllByName(String host) throws Exception {
        return Blocking.call(() -> InetAddress.getAllByName(host));
    }

    /** {@link InetAddress#getLocalHost()}. */
    @Suspendable
    @StandIn(value = InetAddress.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetAddress getLocalHost() throws Exception {
        return Blocking.call(() -> InetAddress.getLocalHost());
    }

    /** {@link InetAddress#getHostName()}. */
    @Suspendable
    @StandIn(value = InetAddress.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getHostName(InetAddress it) throws Exception {
        return Blocking.call(() -> it.getHostName());
    }

    /** {@link InetAddress#getCanonicalHostName()}. */
    @Suspendable
    @StandIn(value = InetAddress.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getCanonicalHostName(InetAddress it) throws Exception {
        return Blocking.call(() -> it.getCanonicalHostName());
    }

    /** {@link InetAddress#isReachable(int)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean isReachable(InetAddress it, int timeout) throws Exception {
        return Blocking.call(() -> it.isReachable(timeout));
    }

    /** {@link URL#openStream()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream openStream(URL it) throws Exception {
        return Blocking.call(() -> it.openStream());
    }

    /** {@link URL#getContent()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URL it) throws Exception {
        return Blocking.call(() -> it.getContent());
    }

    /** {@link URLConnection#connect()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void connect(URLConnection it) throws Exception {
        Blocking.call(
                () -> {
                    it.connect();
                    return null;
                });
    }

    /** {@link URLConnection#getInputStream()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream getInputStream(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getInputStream());
    }

    /** {@link URLConnection#getContent()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContent());
    }

    /** {@link HttpURLConnection#getResponseCode()}. */
    @Suspendable
    @StandIn(value = HttpURLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static int getResponseCode(HttpURLConnection it) throws Exception {
        return Blocking.call(() -> it.getResponseCode());
    }

    /** {@link HttpURLConnection#getResponseMessage()}. */
    @Suspendable
    @StandIn(value = HttpURLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getResponseMessage(HttpURLConnection it) throws Exception {
        return Blocking.call(() -> it.getResponseMessage());
    }
}
