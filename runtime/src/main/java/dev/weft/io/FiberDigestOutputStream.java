package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** A {@link DigestOutputStream} whose writes suspend where those beneath it do. */
public final class FiberDigestOutputStream extends DigestOutputStream {
    private final Drain drain;

    /**
     * As {@link DigestOutputStream#DigestOutputStream(OutputStream, MessageDigest)}.
     *
     * @param out the stream beneath; not null
     * @param digest of what is written; not null
     */
    public FiberDigestOutputStream(OutputStream out, MessageDigest digest) {
        this(new Drain(out), digest);
    }

    private FiberDigestOutputStream(Drain drain, MessageDigest digest) {
        super(drain, digest);
        this.drain = drain;
    }

    @Override
    @Suspendable
    public void write(int b) throws IOException {
        drain.around(() -> super.write(b));
    }

    @Override
    @Suspendable
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public void write(byte[] bytes, int from, int length) throws IOException {
        drain.around(() -> super.write(bytes, from, length));
    }

    @Override
    @Suspendable
    public void flush() throws IOException {
        drain.around(() -> super.flush());
    }

    @Override
    @Suspendable
    public void close() throws IOException {
        drain.around(() -> super.close());
    }
}
