package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ScatteringByteChannel;

/** A channel whose reads, in blocking mode, suspend the fiber. */
public interface FiberReadable extends ScatteringByteChannel, FiberSelectable {
    @Override
    @Suspendable
    int read(ByteBuffer buffer) throws IOException;

    @Override
    @Suspendable
    long read(ByteBuffer[] buffers, int first, int count) throws IOException;
}
