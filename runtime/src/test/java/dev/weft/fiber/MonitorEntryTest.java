package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fibers that enter a monitor of the JVM's which somebody holds: each blocks its carrier, and on a
 * work-stealing scheduler the others go on all the same.
 */
@Timeout(60)
@Suspendable
class MonitorEntryTest {
    private static final int FIBERS = 40;

    private final Object monitor = new Object();
    private int entered;

    /** More than there are carriers; the one that ends the wait is queued behind all of them. */
    @Test
    void othersGoOnWhileAThreadHoldsIt() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread holder = new Thread(() -> holdUntil(held, leave));
        holder.start();
        assertTrue(held.await(30, TimeUnit.SECONDS));
        Weft.run(
                Scheduler.workStealing(1),
                () -> {
                    List<Fiber<?>> all = startEntering();
                    all.add(Weft.go(() -> leave.countDown()));
                    all.forEach(Fiber::join);
                    return null;
                });
        assertEquals(FIBERS, entered);
        holder.join();
    }

    /** The holder is a fiber, pinned in a wait that another fiber has to end. */
    @Test
    void othersGoOnWhileAPinnedFiberHoldsIt() {
        Channel<String> channel = Channel.rendezvous();
        String received =
                Weft.run(
                        Scheduler.workStealing(2),
                        () -> {
                            Channel<Boolean> inside = Channel.buffered(1);
                            Fiber<String> holder = Weft.go(() -> receive(channel, inside));
                            inside.receive();
                            List<Fiber<?>> all = startEntering();
                            all.add(Weft.go(() -> channel.send("sent")));
                            all.forEach(Fiber::join);
                            return holder.join();
                        });
        assertEquals("sent", received);
        assertEquals(FIBERS, entered);
    }

    private String receive(Channel<String> channel, Channel<Boolean> inside) {
        synchronized (monitor) {
            inside.send(true);
            return channel.receive();
        }
    }

    private List<Fiber<?>> startEntering() {
        List<Fiber<?>> all = new ArrayList<>();
        for (int i = 0; i < FIBERS; i++) {
            all.add(Weft.go(this::enter));
        }
        return all;
    }

    private void enter() {
        synchronized (monitor) {
            entered++;
        }
    }

    private void holdUntil(CountDownLatch held, CountDownLatch leave) {
        synchronized (monitor) {
            held.countDown();
            try {
                assertTrue(leave.await(50, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
