package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URL;

/**
 * Stand-ins for what asks the name service: the thread waits, the other fibers go on. Addresses
 * written as numbers need no asking and no thread.
 */
public final class Names {
    private Names() {}

    /** {@link InetSocketAddress#InetSocketAddress(String, int)}. */
    @Suspendable
    @StandIn(value = InetSocketAddress.class, constructor = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetSocketAddress inetSocketAddress(String host, int port) throws Exception {
        boolean known = host == null || port < 0 || port > 0xffff || isNumeric(host);
        return known
                ? new InetSocketAddress(host, port)
                : Blocking.call(() -> new InetSocketAddress(host, port));
    }

    /** {@link InetSocketAddress#getHostName()}. */
    @Suspendable
    @StandIn(value = InetSocketAddress.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getHostName(InetSocketAddress it) throws Exception {
        return it.isUnresolved() ? it.getHostName() : Blocking.call(() -> it.getHostName());
    }

    /** {@link InetAddress#isReachable(NetworkInterface, int, int)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean isReachable(InetAddress it, NetworkInterface by, int ttl, int timeout)
            throws Exception {
        return Blocking.call(() -> it.isReachable(by, ttl, timeout));
    }

    /** {@link URL#equals(Object)}, which looks both hosts up. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static boolean equals(URL it, Object other) throws Exception {
        boolean same = it == other || !(other instanceof URL);
        return same ? it == other : Blocking.call(() -> it.equals(other));
    }

    /** {@link URL#hashCode()}, which looks the host up. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static int hashCode(URL it) throws Exception {
        return Blocking.call(() -> it.hashCode());
    }

    /** {@link InetAddress#getByName(String)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetAddress getByName(String host) throws Exception {
        return isNumeric(host)
                ? InetAddress.getByName(host)
                : Blocking.call(() -> InetAddress.getByName(host));
    }

    /** {@link InetAddress#getAllByName(String)}. */
    @Suspendable
    @StandIn(value = InetAddress.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static InetAddress[] getAllByName(String host) throws Exception {
        return isNumeric(host)
                ? InetAddress.getAllByName(host)
                : Blocking.call(() -> InetAddress.getAllByName(host));
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

    /** Whether no name service is asked: nothing, or only what addresses are written with. */
    static boolean isNumeric(String host) {
        if (host == null || host.indexOf(':') >= 0) {
            return true;
        }
        return host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
