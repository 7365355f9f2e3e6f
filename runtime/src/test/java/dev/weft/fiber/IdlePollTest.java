package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.channel.Channel;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
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

    /** Who asks for the right to poll may wait, and be given a carrier meanwhile. */
    @Test
    void aWakeUpThatIsUsedUpWhileAskingIsNotLost() throws Exception {
        IdlePoll before = IdlePoll.installed();
        Scheduler scheduler = Scheduler.workStealing(1);
        Waylaid poll = new Waylaid(before, scheduler);
        IdlePoll.install(poll);
        try {
            Weft.run(scheduler, () -> null);
            poll.wokenUp.await();
            Object rests;
            boolean ran;
            do {
                rests = LockSupport.getBlocker(poll.thread);
                ran = poll.ran; // read last: the thread may well rest after the fiber
                assertTrue(rests == null || ran, "a thread rests with a carrier");
                Thread.onSpinWait();
            } while (!ran);
        } finally {
            IdlePoll.install(before);
        }
    }

    /**
     * Uses up the wake-up that comes with a fiber for the resting thread that asks first. In all
     * else what is installed anyway.
     */
    private static final class Waylaid extends IdlePoll {
        private final IdlePoll real;
        private final Scheduler scheduler;
        private final CountDownLatch wokenUp = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile boolean ran;

        private Waylaid(IdlePoll real, Scheduler scheduler) {
            this.real = real;
            this.scheduler = scheduler;
        }

        @Override
        protected boolean enter() {
            CarrierThread asks = (CarrierThread) Thread.currentThread();
            if (asks.context.scheduler != scheduler) {
                return real != null && real.enter();
            }
            if (thread == null) {
                thread = asks;
                Weft.go(scheduler, () -> ran = true);
                do {
                    LockSupport.park();
                } while (asks.carrier == null);
                wokenUp.countDown();
            }
            return false;
        }

        @Override
        protected boolean tryEnter() {
            return real != null && real.tryEnter();
        }

        @Override
        protected boolean await(long nanos) {
            return real.await(nanos);
        }

        @Override
        protected void deliver() {
            real.deliver();
        }

        @Override
        protected void wakeup() {
            if (real != null) {
                real.wakeup();
            }
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
