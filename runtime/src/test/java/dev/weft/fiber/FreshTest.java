package dev.weft.fiber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A deque of new fibers under an owner that ends its turns and two thieves. */
@Timeout(120)
class FreshTest {
    private static final int TURNS = Integer.getInteger("weft.fresh.turns", 200_000);
    private static final long SEED = Long.getLong("weft.fresh.seed", 1);

    private final Fresh fresh = new Fresh();
    private final Scheduler scheduler = Scheduler.on(Runnable::run);
    private volatile boolean over;

    /** Takes from the other end until the owner is through. */
    private final class Thief extends Thread {
        private final List<Fiber<?>> stolen = new ArrayList<>();

        @Override
        public void run() {
            while (!over) {
                Fiber<?> fiber = fresh.poll();
                if (fiber == null) {
                    Thread.onSpinWait();
                } else {
                    stolen.add(fiber);
                }
            }
        }
    }

    @Test
    void eachComesOutOnce() throws Exception {
        Thief[] thieves = {new Thief(), new Thief()};
        for (Thief thief : thieves) {
            thief.start();
        }
        List<Fiber<?>> out = new ArrayList<>();
        int started = ownTurns(out);
        over = true;
        for (Thief thief : thieves) {
            thief.join();
            out.addAll(thief.stolen);
        }
        for (Fiber<?> left = fresh.pop(); left != null; left = fresh.pop()) {
            out.add(left);
        }
        Map<Fiber<?>, Boolean> different = new IdentityHashMap<>();
        out.forEach(fiber -> different.put(fiber, true));
        assertEquals(started, different.size(), "lost; seed " + SEED);
        assertEquals(started, out.size(), "came out twice; seed " + SEED);
    }

    /**
     * Turns that start up to five fibers each, and take one or two; returns how many were started.
     */
    private int ownTurns(List<Fiber<?>> out) {
        SplittableRandom random = new SplittableRandom(SEED);
        int started = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            for (int n = random.nextInt(6); n > 0; n--) {
                Fiber<?> fiber = new Fiber<Object>(scheduler, new Object());
                if (fresh.push(fiber)) {
                    started++;
                }
            }
            fresh.endBatch();
            for (int n = random.nextInt(5); n > 0; n--) {
                Fiber<?> fiber = random.nextInt(8) == 0 ? fresh.poll() : fresh.pop();
                if (fiber != null) {
                    out.add(fiber);
                }
            }
        }
        return started;
    }
}
