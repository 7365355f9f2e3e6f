package dev.weft.stackend;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Weft;
import dev.weft.sync.Event;
import dev.weft.sync.Latch;
import dev.weft.sync.Mutex;
import dev.weft.sync.Promise;
import dev.weft.sync.RWMutex;
import dev.weft.sync.Semaphore;
import dev.weft.sync.WaitGroup;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** What synchronises. */
final class SyncCases {
    private SyncCases() {}

    static void addTo(Map<String, Supplier<EndCase>> all) {
        all.put("sync.mutex", Mutual::new);
        all.put("sync.mutex.handed", Handed::new);
        all.put("sync.lock", () -> new Locked(new dev.weft.sync.ReentrantLock()));
        all.put("sync.rw", ReadWrite::new);
        all.put("sync.semaphore", Permits::new);
        all.put("sync.group", Group::new);
        all.put("sync.latch", LatchCase::new);
        all.put("sync.event", EventCase::new);
        all.put("sync.promise", Promised::new);
        all.put("sync.cond", () -> new Conditional(new dev.weft.sync.ReentrantLock()));
        all.put("juc.lock", () -> new Locked(new dev.weft.concurrent.FiberReentrantLock()));
        all.put("juc.cond", () -> new Conditional(new dev.weft.concurrent.FiberReentrantLock()));
        all.put(
                "juc.rw.write",
                () -> new Locked(rw().writeLock()));
        all.put("juc.rw.read", () -> new Locked(rw().readLock()));
        all.put("juc.stamped", Stamped::new);
        all.put("juc.semaphore", JucPermits::new);
        all.put("juc.latch", JucLatch::new);
    }

    private static ReentrantReadWriteLock rw() {
        return new dev.weft.concurrent.FiberReentrantReadWriteLock();
    }

    /** Somebody else can take it, and give it back. */
    private static String isFree(Lock lock) {
        if (!Weft.go(StackEnd.PEERS, () -> tryBoth(lock)).join()) {
            return "not free: " + lock;
        }
        return null;
    }

    @Suspendable
    private static boolean tryBoth(Lock lock) throws InterruptedException {
        boolean taken = lock.tryLock(2, TimeUnit.SECONDS);
        if (taken) {
            lock.unlock();
        }
        return taken;
    }

    /** A lock that may be left behind when its unlock overflows; given back at the next chance. */
    @Suspendable
    private static final class Locked extends EndCase {
        private final Lock lock;
        private int holds;

        /** How often unlocking overflowed right where locking had not. */
        private int kept;

        Locked(Lock lock) {
            this.lock = lock;
        }

        @Override
        void act() {
            if (holds == 0) {
                lock.lock();
                holds++;
                kept++;
                lock.unlock();
                kept--;
            } else {
                lock.unlock();
            }
            holds--;
        }

        @Override
        String check() {
            if (kept > 0) {
                return "taken and not given back: " + kept;
            }
            return holds > 0 ? "held" : isFree(lock);
        }
    }

    @Suspendable
    private static final class Mutual extends EndCase {
        private final Mutex mutex = new Mutex();
        private boolean held;

        @Override
        void act() {
            if (!held) {
                mutex.lock();
                held = true;
            }
            mutex.unlock();
            held = false;
        }

        @Override
        String check() {
            return mutex.isLocked() ? "locked" : null;
        }
    }

    /** Two fibers want it too, so that each unlock wakes one. */
    @Suspendable
    private static final class Handed extends EndCase {
        private final Mutex mutex = new Mutex();
        private volatile boolean over;
        private final Fiber<Integer> one = Weft.go(StackEnd.PEERS, () -> work());
        private final Fiber<Integer> two = Weft.go(StackEnd.PEERS, () -> work());
        private boolean held;
        private int count;
        private int own;

        private int work() {
            int n = 0;
            while (!over) {
                mutex.lock();
                count++;
                mutex.unlock();
                n++;
                Weft.yield();
            }
            return n;
        }

        @Override
        void act() {
            if (!held) {
                mutex.lock();
                held = true;
                count++;
                own++;
            }
            mutex.unlock();
            held = false;
        }

        @Override
        String check() {
            over = true;
            return same("count", own + one.join() + two.join(), count);
        }
    }

    @Suspendable
    private static final class ReadWrite extends EndCase {
        private final RWMutex mutex = new RWMutex();
        private boolean reads;
        private boolean writes;

        @Override
        void act() {
            if (!writes) {
                if (!reads) {
                    mutex.lockRead();
                    reads = true;
                }
                mutex.unlockRead();
                reads = false;
                mutex.lockWrite();
                writes = true;
            }
            mutex.unlockWrite();
            writes = false;
        }

        @Override
        String check() {
            return mutex.tryLockWrite() ? null : "held";
        }
    }

    @Suspendable
    private static final class Permits extends EndCase {
        private final Semaphore semaphore = new Semaphore(3);
        private int taken;

        @Override
        void act() {
            if (taken < 2) {
                semaphore.acquirePermit();
                taken++;
            }
            if (semaphore.tryAcquire(1)) {
                taken++;
            }
            semaphore.releasePermits(1);
            taken--;
        }

        @Override
        String check() {
            return same("permits", 3, taken + semaphore.available());
        }
    }

    @Suspendable
    private static final class Group extends EndCase {
        private final WaitGroup group = new WaitGroup();
        private int added;

        @Override
        void act() {
            group.add(1);
            added++;
            group.add(-1);
            added--;
        }

        @Override
        String check() {
            return same("count", added, group.count());
        }
    }

    @Suspendable
    private static final class LatchCase extends EndCase {
        private final Latch latch = new Latch(1);
        private final Latch far = new Latch(1000);
        private final Fiber<Void> waiting = Weft.go(StackEnd.PEERS, () -> latch.await());
        private int counted;
        private boolean open;

        @Override
        void act() {
            far.countDown();
            counted++;
            if (!open) {
                latch.countDown();
                open = true;
            }
        }

        @Override
        String check() {
            if (!open) {
                latch.countDown();
            }
            waiting.join();
            return same("count", 1000 - counted, far.count());
        }
    }

    @Suspendable
    private static final class EventCase extends EndCase {
        private final Event event = new Event();
        private final Event never = new Event();
        private final Fiber<Void> waiting = Weft.go(StackEnd.PEERS, () -> event.await());

        @Override
        void act() {
            if (never.await(1, TimeUnit.MICROSECONDS)) {
                throw new IllegalStateException("set");
            }
            event.set();
        }

        @Override
        String check() {
            event.set();
            waiting.join();
            return never.isSet() ? "set" : null;
        }
    }

    @Suspendable
    private static final class Promised extends EndCase {
        private final Promise<Integer> promise = new Promise<>();
        private final Fiber<Integer> waiting = Weft.go(StackEnd.PEERS, () -> promise.get());
        private boolean completed;

        @Override
        void act() {
            if (!completed && promise.complete(7)) {
                completed = true;
            }
        }

        @Override
        String check() {
            boolean now = promise.complete(7);
            return now == completed
                    ? "completed: " + completed + ", again " + now
                    : same("value", 7, waiting.join());
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
            return held ? "held" : isFree(lock);
        }
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
}
