package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/** A channel whose writes, in blocking mode, suspend the fiber. */
public interface FiberWritable extends GatheringByteChannel, FiberSelectable {
    @Override
    @Suspendable
    int write(ByteBuffer buffer) throws IOException;

    @Override
    @Suspendable
    long write(ByteBuffer[] buffers, int first, int count) throws IOException;
}
