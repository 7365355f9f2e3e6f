package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberReadable;
import dev.weft.net.FiberWritable;
import dev.weft.woven.StandIn;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ScatteringByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Stand-ins for reads and writes of NIO channels. Those that woven code opened ({@link
 * SocketChannels}) are polled in blocking mode. Others of the JDK's can't be made non-blocking
 * behind the back of those who use them, so the thread waits and the other fibers go on; channels
 * in non-blocking mode are called as they are.
 */
public final class Channels {
    private Channels() {}

    /** {@link ReadableByteChannel#read(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = ReadableByteChannel.class, mode = StandIn.Mode.POLLS)
    public static int read(ReadableByteChannel it, ByteBuffer buffer) throws Exception {
        if (it instanceof FiberReadable) {
            return ((FiberReadable) it).read(buffer);
        }
        return waits(it) ? Blocking.call(() -> it.read(buffer)) : it.read(buffer);
    }

    /** {@link ScatteringByteChannel#read(ByteBuffer[])}. */
    @Suspendable
    @StandIn(value = ScatteringByteChannel.class, mode = StandIn.Mode.POLLS)
    public static long read(ScatteringByteChannel it, ByteBuffer[] buffers) throws Exception {
        if (it instanceof FiberReadable) {
            return ((FiberReadable) it).read(buffers, 0, buffers.length);
        }
        return waits(it) ? Blocking.call(() -> it.read(buffers)) : it.read(buffers);
    }

    /** {@link ScatteringByteChannel#read(ByteBuffer[], int, int)}. */
    @Suspendable
    @StandIn(value = ScatteringByteChannel.class, mode = StandIn.Mode.POLLS)
    public static long read(ScatteringByteChannel it, ByteBuffer[] buffers, int first, int count)
            throws Exception {
        if (it instanceof FiberReadable) {
            return ((FiberReadable) it).read(buffers, first, count);
        }
        return waits(it)
                ? Blocking.call(() -> it.read(buffers, first, count))
                : it.read(buffers, first, count);
    }

    /** {@link WritableByteChannel#write(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = WritableByteChannel.class, mode = StandIn.Mode.POLLS)
    public static int write(WritableByteChannel it, ByteBuffer buffer) throws Exception {
        if (it instanceof FiberWritable) {
            return ((FiberWritable) it).write(buffer);
        }
        return waits(it) ? Blocking.call(() -> it.write(buffer)) : it.write(buffer);
    }

    /** {@link GatheringByteChannel#write(ByteBuffer[])}. */
    @Suspendable
    @StandIn(value = GatheringByteChannel.class, mode = StandIn.Mode.POLLS)
    public static long write(GatheringByteChannel it, ByteBuffer[] buffers) throws Exception {
        if (it instanceof FiberWritable) {
            return ((FiberWritable) it).write(buffers, 0, buffers.length);
        }
        return waits(it) ? Blocking.call(() -> it.write(buffers)) : it.write(buffers);
    }

    /** {@link GatheringByteChannel#write(ByteBuffer[], int, int)}. */
    @Suspendable
    @StandIn(value = GatheringByteChannel.class, mode = StandIn.Mode.POLLS)
    public static long write(GatheringByteChannel it, ByteBuffer[] buffers, int first, int count)
            throws Exception {
        if (it instanceof FiberWritable) {
            return ((FiberWritable) it).write(buffers, first, count);
        }
        return waits(it)
                ? Blocking.call(() -> it.write(buffers, first, count))
                : it.write(buffers, first, count);
    }

    /** Whether a call may wait for long: of the user's own channels their code says so itself. */
    static boolean waits(Channel it) {
        boolean ready = it instanceof SelectableChannel && !((SelectableChannel) it).isBlocking();
        return Jdk.isOwn(it) && !ready;
    }
}
