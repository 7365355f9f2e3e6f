package dev.weft.concurrent;

import dev.weft.Suspendable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/**
 * A queue in which fibers wait without a thread, also for who takes what they give. Contract:
 * {@link TransferQueue}.
 *
 * @param <E> the elements
 */
public interface FiberTransferQueue<E> extends FiberQueue<E>, TransferQueue<E> {
    @Override
    @Suspendable
    void transfer(E element) throws InterruptedException;

    @Override
    @Suspendable
    boolean tryTransfer(E element, long timeout, TimeUnit unit) throws InterruptedException;
}
