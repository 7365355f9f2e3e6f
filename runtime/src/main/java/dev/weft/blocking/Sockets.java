package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberDatagramSocket;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import dev.weft.tls.TlsServerSocket;
import dev.weft.tls.TlsSocket;
import dev.weft.woven.StandIn;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.MulticastSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

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
        if (it instanceof TlsServerSocket) {
            return ((TlsServerSocket) it).accept();
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
        if (it instanceof TlsSocket) {
            ((TlsSocket) it).connect(address);
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
        if (it instanceof TlsSocket) {
            ((TlsSocket) it).connect(address, timeout);
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

    /** {@link Socket#sendUrgentData(int)}. */
    @Suspendable
    @StandIn(value = Socket.class, mode = StandIn.Mode.HANDS_OFF)
    public static void sendUrgentData(Socket it, int data) throws Exception {
        if (it instanceof FiberSocket) {
            it.sendUrgentData(data);
            return;
        }
        Blocking.call(
                () -> {
                    it.sendUrgentData(data);
                    return null;
                });
    }

    /** {@link MulticastSocket#send(DatagramPacket, byte)}. */
    @Suspendable
    @Deprecated
    @StandIn(value = MulticastSocket.class, mode = StandIn.Mode.HANDS_OFF)
    public static void send(MulticastSocket it, DatagramPacket packet, byte ttl) throws Exception {
        Blocking.call(
                () -> {
                    it.send(packet, ttl);
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
}
