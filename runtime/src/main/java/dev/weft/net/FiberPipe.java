package dev.weft.net;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A {@link Pipe} whose reads and writes suspend: see {@link Transfers}. */
final class FiberPipe extends Pipe {
    private final Source source;
    private final Sink sink;

    FiberPipe(Pipe pipe) throws IOException {
        source = new Source(pipe.source());
        sink = new Sink(pipe.sink());
    }

    @Override
    public SourceChannel source() {
        return source;
    }

    @Override
    public SinkChannel sink() {
        return sink;
    }

    /** The end that is read. */
    private static final class Source extends SourceChannel implements FiberReadable {
        private final SourceChannel channel;
        private final Transfers transfers;

        Source(SourceChannel channel) throws IOException {
            super(channel.provider());
            this.channel = channel;
            transfers = new Transfers(this, channel);
        }

        @Override
        @Suspendable
        public int read(ByteBuffer buffer) throws IOException {
            return transfers.read(channel, buffer);
        }

        @Override
        @Suspendable
        public long read(ByteBuffer[] buffers, int first, int count) throws IOException {
            return transfers.read(channel, buffers, first, count);
        }

        @Override
        public long read(ByteBuffer[] buffers) throws IOException {
            return read(buffers, 0, buffers.length);
        }

        /** The writer has to hear of it at once. */
        @Override
        protected void implCloseSelectableChannel() throws IOException {
            transfers.closeAndFlush();
        }

        @Override
        protected void implConfigureBlocking(boolean block) {
            transfers.configureBlocking(block);
        }

        @Override
        public SelectionKey registerWith(Selector selector, int ops, Object attachment)
                throws ClosedChannelException {
            return transfers.register(selector, ops, attachment);
        }

        @Override
        public boolean isRegisteredWithAny() {
            return transfers.isRegistered();
        }

        @Override
        public SelectionKey keyOf(Selector selector) {
            return transfers.keyFor(selector);
        }
    }

    /** The end that is written. */
    private static final class Sink extends SinkChannel implements FiberWritable {
        private final SinkChannel channel;
        private final Transfers transfers;

        Sink(SinkChannel channel) throws IOException {
            super(channel.provider());
            this.channel = channel;
            transfers = new Transfers(this, channel);
        }

        @Override
        @Suspendable
        public int write(ByteBuffer buffer) throws IOException {
            return transfers.write(channel, buffer);
        }

        @Override
        @Suspendable
        public long write(ByteBuffer[] buffers, int first, int count) throws IOException {
            return transfers.write(channel, buffers, first, count);
        }

        @Override
        public long write(ByteBuffer[] buffers) throws IOException {
            return write(buffers, 0, buffers.length);
        }

        /** The reader's end comes with the last byte, so the descriptor goes at once. */
        @Override
        protected void implCloseSelectableChannel() throws IOException {
            transfers.closeAndFlush();
        }

        @Override
        protected void implConfigureBlocking(boolean block) {
            transfers.configureBlocking(block);
        }

        @Override
        public SelectionKey registerWith(Selector selector, int ops, Object attachment)
                throws ClosedChannelException {
            return transfers.register(selector, ops, attachment);
        }

        @Override
        public boolean isRegisteredWithAny() {
            return transfers.isRegistered();
        }

        @Override
        public SelectionKey keyOf(Selector selector) {
            return transfers.keyFor(selector);
        }
    }
}
