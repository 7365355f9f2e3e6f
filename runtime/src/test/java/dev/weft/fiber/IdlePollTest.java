package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.channel.Channel;
import dev.weft.net.FiberServerSocket;
import dev.weft.net.FiberSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /**
     * Who asks for the right to poll may wait for it a little, and be given a carrier meanwhile.
     */
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
        protected boolean waits() {
            return real == null || real.waits();
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

    /** The right to poll is given back, and the thread rests once, though it tries twice. */
    @Test
    void noMemoryWhilePolling() throws Exception {
        IdlePoll before = IdlePoll.installed();
        Scheduler scheduler = Scheduler.workStealing(2);
        Poor poll = new Poor(scheduler);
        IdlePoll.install(poll);
        try {
            for (int i = 0; i < 200; i++) {
                int n = i;
                Fiber<Integer> fiber = Weft.go(scheduler, () -> n);
                assertEquals(n, fiber.join());
            }
            poll.failed.await();
            assertEquals(2, Weft.run(scheduler, () -> Weft.go(() -> 2).join()));
        } finally {
            IdlePoll.install(before);
        }
        assertEquals(0, poll.held.get());
    }

    /** Each time a thread wants to rest there is no memory for something else. */
    private static final class Poor extends NoPoll {
        private static final int FAILURES = 50;

        private final Scheduler scheduler;
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger held = new AtomicInteger();
        private final CountDownLatch failed = new CountDownLatch(FAILURES);

        private Poor(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        private void fail() {
            failed.countDown();
            throw new OutOfMemoryError("expected");
        }

        @Override
        protected boolean enter() {
            if (failed.getCount() == 0 || !isThreadOf(scheduler)) {
                return false;
            }
            if (calls.getAndIncrement() % 2 == 0) {
                fail();
            }
            return held.compareAndSet(0, 1);
        }

        @Override
        protected boolean await(long nanos) {
            fail();
            return false;
        }

        @Override
        protected void deliver() {
            held.set(0);
        }
    }

    /** A list through the threads would end in itself. */
    @Test
    void aThreadRestsOnceThoughItIsPutTwice() {
        StealingScheduler scheduler = (StealingScheduler) Scheduler.workStealing(1);
        CarrierThread one = new CarrierThread(scheduler, 1);
        CarrierThread other = new CarrierThread(scheduler, 2);
        Resting resting = new Resting();
        resting.push(one);
        resting.push(one);
        resting.push(other);
        resting.push(one);
        assertSame(other, resting.pop());
        assertTrue(resting.remove(one));
        assertFalse(resting.remove(one));
        assertTrue(resting.isEmpty());
        resting.push(one);
        assertSame(one, resting.pop());
        assertTrue(resting.isEmpty());
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
