package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue in which fibers wait without a thread. Contract: {@link BlockingQueue}.
 *
 * @param <E> the elements
 */
public interface FiberQueue<E> extends BlockingQueue<E> {
    @Override
    @Suspendable
    void put(E element) throws InterruptedException;

    @Override
    @Suspendable
    boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException;

    @Override
    @Suspendable
    E take() throws InterruptedException;

    @Override
    @Suspendable
    E poll(long timeout, TimeUnit unit) throws InterruptedException;
}
