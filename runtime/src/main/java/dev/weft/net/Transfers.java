package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.fiber.Fiber;
import dev.weft.sync.Mutex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ScatteringByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * What the channels that woven code opens have in common: each is a channel as users see it, over
 * one of the JDK's that never blocks.
 *
 * <p>While the visible channel is in blocking mode, an operation is tried, waits until the poller
 * says that it may succeed, and is tried again; in non-blocking mode it is tried once, which is
 * what the JDK's does. Selectors know the JDK's channel only, so registering registers that, and
 * the poller's key leads back from it to the visible one ({@link FiberChannels#shown}).
 *
 * <p>A close ends a wait with {@link AsynchronousCloseException}, an interrupt closes and ends it
 * with {@link ClosedByInterruptException}; a cancellation leaves the channel open. Thread-safe.
 */
final class Transfers {
    /** The JDK copies all of a buffer on the heap for each attempt, and the channel takes less. */
    private static final int MOST = 1 << 17;

    /** What users see. */
    final AbstractSelectableChannel shown;

    final Readiness readiness;
    private final SelectableChannel channel;
    private final Mutex writing = new Mutex();

    /** Those of users' selectors. Guarded by the monitor. */
    private final List<SelectionKey> keys = new ArrayList<>();

    private volatile boolean registeredOnce;

    Transfers(AbstractSelectableChannel shown, SelectableChannel channel) throws IOException {
        this.shown = shown;
        this.channel = channel;
        this.readiness = new Readiness(channel, shown);
        channel.configureBlocking(false);
    }

    /** Whether an operation has to wait; in that mode, an interrupt from before it closes. */
    boolean blocks() throws IOException {
        if (!shown.isBlocking()) {
            return false;
        }
        Fiber<?> fiber = Fiber.current();
        boolean interrupted =
                fiber == null
                        ? Thread.currentThread().isInterrupted()
                        : Blocking.isInterrupted(fiber);
        if (interrupted && shown.isOpen()) {
            shown.close();
            throw new ClosedByInterruptException();
        }
        return true;
    }

    /** Waits until an operation may succeed. */
    @Suspendable
    void await(int op) throws IOException {
        try {
            readiness.awaitInterruptibly(op);
        } catch (InterruptedException e) {
            Fiber<?> fiber = Fiber.current();
            if (fiber == null) {
                Thread.currentThread().interrupt();
            } else {
                fiber.interrupt();
            }
            shown.close();
            throw new ClosedByInterruptException();
        }
        if (!shown.isOpen()) {
            throw new AsynchronousCloseException();
        }
    }

    /** As {@link ScatteringByteChannel#read(ByteBuffer)}. */
    @Suspendable
    int read(ScatteringByteChannel from, ByteBuffer buffer) throws IOException {
        boolean blocks = blocks();
        int n = from.read(buffer);
        while (n == 0 && blocks && buffer.hasRemaining()) {
            await(SelectionKey.OP_READ);
            n = from.read(buffer);
        }
        return n;
    }

    /** As {@link ScatteringByteChannel#read(ByteBuffer[], int, int)}. */
    @Suspendable
    long read(ScatteringByteChannel from, ByteBuffer[] buffers, int first, int count)
            throws IOException {
        boolean blocks = blocks();
        long n = from.read(buffers, first, count);
        while (n == 0 && blocks && hasRemaining(buffers, first, count)) {
            await(SelectionKey.OP_READ);
            n = from.read(buffers, first, count);
        }
        return n;
    }

    /** As {@link GatheringByteChannel#write(ByteBuffer)}: in blocking mode, all of it. */
    @Suspendable
    int write(GatheringByteChannel to, ByteBuffer buffer) throws IOException {
        if (!blocks()) {
            return to.write(buffer);
        }
        writing.lock();
        try {
            int done = 0;
            for (; ; ) {
                int size = piece(buffer);
                int n = write(to, buffer, size, done > 0);
                done += Math.max(n, 0);
                if (n < 0 || !buffer.hasRemaining() || n < size && !awaitRoom(done > 0)) {
                    return done;
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** How much is written by one attempt. */
    private static int piece(ByteBuffer buffer) {
        int left = buffer.remaining();
        return buffer.isDirect() ? left : Math.min(left, MOST);
    }

    /** Negative when a close has come after a part was written. */
    private static int write(GatheringByteChannel to, ByteBuffer buffer, int size, boolean some)
            throws IOException {
        int end = buffer.limit();
        buffer.limit(buffer.position() + size);
        try {
            return to.write(buffer);
        } catch (ClosedChannelException e) {
            if (some && !(e instanceof ClosedByInterruptException)) {
                return -1;
            }
            throw e;
        } finally {
            buffer.limit(end);
        }
    }

    /** As {@link GatheringByteChannel#write(ByteBuffer[], int, int)}: in blocking mode, all. */
    @Suspendable
    long write(GatheringByteChannel to, ByteBuffer[] buffers, int first, int count)
            throws IOException {
        if (!blocks()) {
            return to.write(buffers, first, count);
        }
        writing.lock();
        try {
            long n = to.write(buffers, first, count);
            while (hasRemaining(buffers, first, count) && awaitRoom(n > 0)) {
                n += to.write(buffers, first, count);
            }
            return n;
        } finally {
            writing.unlock();
        }
    }

    /** False when a close has come after a part was written: that much is the result then. */
    @Suspendable
    private boolean awaitRoom(boolean some) throws IOException {
        try {
            await(SelectionKey.OP_WRITE);
            return true;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (AsynchronousCloseException e) {
            if (some) {
                return false;
            }
            throw e;
        }
    }

    static boolean hasRemaining(ByteBuffer[] buffers, int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (buffers[i].hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    /** Closes the JDK's channel; whoever waits gets an exception. */
    void close() throws IOException {
        channel.close();
        readiness.hasClosed();
    }

    /** The descriptor is free on return, unless a selector of the user's may still have it. */
    void closeAndFlush() throws IOException {
        close();
        if (!registeredOnce) {
            Poller.get().flush(channel);
        }
    }

    /** The mode is the visible channel's own; the JDK's stays as it is. */
    synchronized void configureBlocking(boolean block) {
        keys.removeIf(key -> !key.isValid());
        if (block && !keys.isEmpty()) {
            throw new IllegalBlockingModeException();
        }
    }

    /** As {@link SelectableChannel#register(Selector, int, Object)}. */
    SelectionKey register(Selector selector, int ops, Object attachment)
            throws ClosedChannelException {
        if (!shown.isOpen()) {
            throw new ClosedChannelException();
        }
        synchronized (shown.blockingLock()) {
            boolean valid = (ops & ~channel.validOps()) == 0;
            if (valid && shown.isBlocking()) {
                throw new IllegalBlockingModeException();
            }
            registeredOnce = true;
            SelectionKey key = channel.register(selector, ops, attachment);
            readiness.register();
            synchronized (this) {
                keys.removeIf(known -> !known.isValid() || known == key);
                keys.add(key);
            }
            return key;
        }
    }

    /** As {@link SelectableChannel#isRegistered()}. */
    synchronized boolean isRegistered() {
        keys.removeIf(key -> !key.isValid());
        return !keys.isEmpty();
    }

    /** As {@link SelectableChannel#keyFor(Selector)}. */
    SelectionKey keyFor(Selector selector) {
        return channel.keyFor(selector);
    }
}
