package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** Conditions, and locks and synchronizers of java.util.concurrent. */
final class JucCases {
    private JucCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("sync.cond", () -> new Conditional(new dev.weft.sync.ReentrantLock()));
        all.put("juc.cond", () -> new Conditional(new dev.weft.concurrent.FiberReentrantLock()));
        all.put("juc.rw.write", () -> new SyncCases.Locked(rw().writeLock()));
        all.put("juc.rw.read", () -> new SyncCases.Locked(rw().readLock()));
        all.put("juc.stamped", Stamped::new);
        all.put("juc.semaphore", JucPermits::new);
        all.put("juc.latch", JucLatch::new);
        all.put("juc.phaser", Phases::new);
        all.put("juc.phaser.timed", LatePhase::new);
    }

    private static ReentrantReadWriteLock rw() {
        return new dev.weft.concurrent.FiberReentrantReadWriteLock();
    }

    @Suspendable
    private static final class Stamped extends EndCase {
        private final StampedLock lock = new dev.weft.concurrent.FiberStampedLock();
        private long read;
        private long write;

        @Override
        void act() {
            if (write == 0) {
                if (read == 0) {
                    read = lock.readLock();
                }
                lock.unlockRead(read);
                read = 0;
                write = lock.writeLock();
            }
            lock.unlockWrite(write);
            write = 0;
        }

        @Override
        String check() {
            return read + write == 0 && lock.tryWriteLock() != 0 ? null : "held: " + lock;
        }
    }

    @Suspendable
    private static final class JucPermits extends EndCase {
        private final java.util.concurrent.Semaphore semaphore =
                new dev.weft.concurrent.FiberSemaphore(2);
        private final Fiber<Integer> other = Weft.go(StackEnd.PEERS, () -> work());
        private volatile boolean over;
        private int taken;

        private int work() {
            int n = 0;
            while (!over) {
                semaphore.acquireUninterruptibly(2);
                semaphore.release(2);
                n++;
                Weft.yield();
            }
            return n;
        }

        @Override
        void act() {
            if (taken == 0) {
                semaphore.acquireUninterruptibly();
                taken++;
            }
            semaphore.release();
            taken--;
        }

        @Override
        String check() {
            over = true;
            other.join();
            return same("permits", 2, taken + semaphore.availablePermits());
        }
    }

    @Suspendable
    private static final class JucLatch extends EndCase {
        private final java.util.concurrent.CountDownLatch latch =
                new dev.weft.concurrent.FiberCountDownLatch(1000);
        private int counted;

        @Override
        void act() {
            latch.countDown();
            counted++;
        }

        @Override
        String check() {
            return same("count", 1000 - counted, latch.getCount());
        }
    }

    /** Waits of a moment for a condition that nobody signals. */
    @Suspendable
    private static final class Conditional extends EndCase {
        private final Lock lock;
        private final Condition condition;
        private boolean held;

        Conditional(Lock lock) {
            this.lock = lock;
            this.condition = lock.newCondition();
        }

        @Override
        void act() throws Exception {
            if (!held) {
                lock.lock();
                held = true;
            }
            condition.signal();
            if (condition.await(1, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("signalled");
            }
            lock.unlock();
            held = false;
        }

        @Override
        String check() {
            return held ? "held" : SyncCases.isFree(lock);
        }
    }

    /** Two parties: who overflows must not have arrived. */
    @Suspendable
    private static final class Phases extends EndCase {
        private final Phaser phaser = new dev.weft.concurrent.FiberPhaser(2);
        private final Fiber<Void> other = Weft.go(StackEnd.PEERS, () -> work());
        private int phases;

        private void work() {
            boolean more = true;
            while (more) {
                more = phaser.arriveAndAwaitAdvance() >= 0;
            }
        }

        @Override
        void act() {
            phaser.arriveAndAwaitAdvance();
            phases++;
        }

        @Override
        String check() {
            phaser.arriveAndAwaitAdvance();
            int found = phaser.getPhase();
            phaser.forceTermination();
            other.join();
            return same("phases", phases + 1, found);
        }
    }

    /** Each wait ends before the phase does. */
    @Suspendable
    private static final class LatePhase extends EndCase {
        private final Phaser phaser = new dev.weft.concurrent.FiberPhaser(1);

        @Override
        void act() throws Exception {
            try {
                phaser.awaitAdvanceInterruptibly(0, 1, TimeUnit.MICROSECONDS);
            } catch (TimeoutException expected) {
                return;
            }
            throw new IllegalStateException("somebody came");
        }

        @Override
        String check() {
            Fiber<Integer> other = Weft.go(StackEnd.PEERS, () -> phaser.awaitAdvance(0));
            phaser.arrive();
            return same("phase", 1, other.join());
        }
    }
}
