package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads that help an executor's scheduler do not outlive their use. */
@Timeout(60)
class HelpersTest {
    @Test
    void helpersEndThatWaitedWhileTheLastOneBlocked() {
        ExecutorScheduler scheduler = new ExecutorScheduler(turn -> {}, TimeSource.SYSTEM);
        Helpers helpers = new Helpers(scheduler, 10);
        helpers.blocked();
        awaitIdle(helpers);
        helpers.blocked();
        assertTrue(helpers.threads() >= 1);
        helpers.unblocked();
        helpers.unblocked();
        while (helpers.threads() > 0) {
            Thread.yield();
        }
        assertEquals(0, helpers.threads());
    }

    private static void awaitIdle(Helpers helpers) {
        while (helpers.idle() == 0) {
            Thread.yield();
        }
    }
}
