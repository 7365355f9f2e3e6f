package dev.weft.juc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Left out of weaving: the JDK's own locks and threads. */
final class UnwovenBodies {
    private UnwovenBodies() {}

    /** A thread that acquires in the JDK's own way; not started. */
    static Thread acquiring(AbstractQueuedSynchronizer synchronizer) {
        return new Thread(() -> synchronizer.acquire(1));
    }

    static LinkedTransferQueue<Integer> transferQueue() {
        return new LinkedTransferQueue<>();
    }

    static ReentrantLock lock() {
        return new ReentrantLock();
    }

    /** A thread that holds a lock until it is {@linkplain #let let}; it does when this returns. */
    static Thread holding(ReentrantLock lock) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread holder =
                new Thread(
                        () -> {
                            lock.lock();
                            held.countDown();
                            while (!Thread.interrupted()) {
                                LockSupport.park();
                            }
                            lock.unlock();
                        });
        holder.start();
        held.await();
        return holder;
    }

    static void let(Thread holder) {
        holder.interrupt();
    }
}
