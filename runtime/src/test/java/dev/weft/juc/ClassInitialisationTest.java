package dev.weft.juc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Fibers that use a class which is being initialised wait in the JVM, each on its carrier's thread:
 * nothing can take them off. Others are added while they wait.
 */
@Timeout(60)
class ClassInitialisationTest {
    private static final CountDownLatch INITIALISED = new CountDownLatch(1);

    /** Its initialiser waits for a fiber that gets no turn while all carriers are held. */
    static final class Slow {
        static final int VALUE = waitFor();

        private Slow() {}

        private static int waitFor() {
            try {
                INITIALISED.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 1;
        }
    }

    @Test
    void othersGoOnWhileFibersWaitForAClass() {
        int sum =
                Weft.run(
                        Scheduler.workStealing(1),
                        () -> {
                            List<Fiber<Integer>> users = new ArrayList<>();
                            for (int i = 0; i < 6; i++) {
                                users.add(Weft.go(ClassInitialisationTest::use));
                            }
                            Fiber<Void> opener = Weft.go(ClassInitialisationTest::open);
                            int result = 0;
                            for (Fiber<Integer> user : users) {
                                result += user.join();
                            }
                            opener.join();
                            return result;
                        });
        assertEquals(6, sum);
    }

    @Suspendable
    private static int use() {
        return Slow.VALUE;
    }

    @Suspendable
    private static Void open() {
        Weft.yield();
        INITIALISED.countDown();
        return null;
    }
}
