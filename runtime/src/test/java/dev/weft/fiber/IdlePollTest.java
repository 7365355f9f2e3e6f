package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.channel.Channel;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Carriers that poll sockets. */
@Timeout(60)
class IdlePollTest {
    /** Sockets are reported for as long as there is something to read. */
    @Test
    void inputThatNobodyReadsDoesNotKeepCarriersPolling() throws Exception {
        Channel<Integer> read = Channel.rendezvous();
        Channel<Integer> goOn = Channel.rendezvous();
        try (ServerSocket server = new FiberServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Socket writer = new FiberSocket()) {
            writer.connect(server.getLocalSocketAddress());
            Socket reader = server.accept();
            Fiber<Integer> fiber =
                    Weft.go(
                            Scheduler.workStealing(2),
                            () -> {
                                int first = reader.getInputStream().read();
                                read.send(first);
                                goOn.receive();
                                return reader.getInputStream().read();
                            });
            writer.getOutputStream().write(1);
            assertEquals(1, read.receive());
            writer.getOutputStream().write(2); // unread for a while
            awaitQuiet();
            goOn.send(0);
            assertEquals(2, fiber.join());
            reader.close();
        }
    }

    /** Until nobody has polled for 30 ms. */
    private static void awaitQuiet() {
        long before;
        do {
            before = IdlePoll.count();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        } while (IdlePoll.count() != before);
    }
}
