package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import javax.net.ssl.SSLSocket;

/**
 * Stand-in for the handshake of TLS sockets. Their code is the JDK's, under locks of the JDK's, so
 * a thread waits in it, here and in reads and writes; the other fibers go on.
 */
public final class SecureSockets {
    private SecureSockets() {}

    /** {@link SSLSocket#startHandshake()}. */
    @Suspendable
    @StandIn(value = SSLSocket.class, mode = StandIn.Mode.HANDS_OFF)
    public static void startHandshake(SSLSocket it) throws Exception {
        Blocking.call(
                () -> {
                    it.startHandshake();
                    return null;
                });
    }
}
