package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fibers on loops that belong to somebody else: a game's frames, Swing's event thread. */
@Timeout(60)
@Suspendable
class EventLoopTest {
    @Test
    void aFiberThatYieldsMakesOneStepAFrame() {
        PendingTasks frame = new PendingTasks();
        Scheduler scheduler = Scheduler.on(frame);
        List<Integer> steps = new ArrayList<>();
        Fiber<Void> walker = Weft.go(scheduler, () -> walk(steps));
        for (int i = 0; i < 3; i++) {
            assertEquals(i, steps.size(), "nothing runs between two frames");
            assertEquals(1, frame.runPending());
        }
        assertEquals(List.of(0, 1, 2), steps);
        frame.runPending();
        assertTrue(walker.isDone());
        assertEquals(0, frame.runPending(), "an empty frame costs nothing");
    }

    private static void walk(List<Integer> steps) {
        for (int i = 0; i < 3; i++) {
            steps.add(i);
            Weft.yield();
        }
    }

    @Test
    void whatFibersWaitForComesInALaterFrameOnTheLoopsThread() {
        PendingTasks frame = new PendingTasks();
        Scheduler scheduler = Scheduler.on(frame);
        Channel<Integer> channel = Channel.rendezvous();
        Fiber<Thread> receiver = Weft.go(scheduler, () -> receiveAndSleep(channel));
        Fiber<Void> sender = Weft.go(() -> channel.send(7)); // by another thread
        while (!receiver.isDone()) {
            frame.runPending();
            Thread.yield();
        }
        assertSame(Thread.currentThread(), receiver.result());
        sender.join();
    }

    private static Thread receiveAndSleep(Channel<Integer> channel) {
        assertEquals(7, channel.receive());
        Weft.sleep(Duration.ofMillis(2));
        return Thread.currentThread();
    }

    @Test
    void aTaskThatThrowsLeavesTheRestForTheNextFrame() {
        PendingTasks frame = new PendingTasks();
        List<Integer> ran = new ArrayList<>();
        frame.execute(
                () -> {
                    throw new IllegalStateException("expected");
                });
        frame.execute(() -> ran.add(1));
        assertThrows(IllegalStateException.class, frame::runPending);
        assertEquals(1, frame.size());
        assertEquals(1, frame.runPending());
        assertEquals(List.of(1), ran);
    }

    @Test
    void aTaskMayNotRunTheLoop() {
        PendingTasks frame = new PendingTasks();
        frame.execute(frame::runPending);
        IllegalStateException thrown = assertThrows(IllegalStateException.class, frame::runPending);
        assertTrue(thrown.getMessage().contains("from the loop"), thrown.getMessage());
        assertEquals(0, frame.runPending(), "and goes on afterwards");
    }

    /** Swing's and AWT's; needs no screen. */
    @Test
    void fibersOnSwingsEventThread() {
        System.setProperty("java.awt.headless", "true");
        Scheduler scheduler = Scheduler.on(EventQueue::invokeLater);
        Channel<Integer> channel = Channel.rendezvous();
        Fiber<Integer> model = Weft.go(() -> channel.receive() + 1); // a carrier's work
        Fiber<Integer> view = Weft.go(scheduler, () -> show(channel, model));
        assertEquals(42, view.join());
    }

    private static int show(Channel<Integer> channel, Fiber<Integer> model) {
        assertTrue(EventQueue.isDispatchThread());
        channel.send(41);
        int shown = model.join();
        assertTrue(EventQueue.isDispatchThread(), "also after waits");
        Weft.sleep(1);
        assertTrue(EventQueue.isDispatchThread());
        return shown;
    }
}
