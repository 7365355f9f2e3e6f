package dev.weft.net;

import dev.weft.fiber.Fiber;
import java.net.SocketException;

/** Interrupts that have ended a wait. Who was interrupted stays so, as in the JDK. */
final class Interrupts {
    private Interrupts() {}

    /** Interrupts the fiber or thread that runs again. */
    static void keep() {
        Fiber<?> fiber = Fiber.current();
        if (fiber == null) {
            Thread.currentThread().interrupt();
        } else {
            fiber.interrupt();
        }
    }

    /** What a socket throws, which has been closed: as the JDK's in a virtual thread. */
    static SocketException closed() {
        keep();
        return new SocketException("Closed by interrupt");
    }
}
