package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * A deque in which fibers wait without a thread. Contract: {@link BlockingDeque}.
 *
 * @param <E> the elements
 */
public interface FiberDeque<E> extends FiberQueue<E>, BlockingDeque<E> {
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

    @Override
    @Suspendable
    void putFirst(E element) throws InterruptedException;

    @Override
    @Suspendable
    void putLast(E element) throws InterruptedException;

    @Override
    @Suspendable
    boolean offerFirst(E element, long timeout, TimeUnit unit) throws InterruptedException;

    @Override
    @Suspendable
    boolean offerLast(E element, long timeout, TimeUnit unit) throws InterruptedException;

    @Override
    @Suspendable
    E takeFirst() throws InterruptedException;

    @Override
    @Suspendable
    E takeLast() throws InterruptedException;

    @Override
    @Suspendable
    E pollFirst(long timeout, TimeUnit unit) throws InterruptedException;

    @Override
    @Suspendable
    E pollLast(long timeout, TimeUnit unit) throws InterruptedException;
}
