package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** A {@link DigestInputStream} whose reads suspend where those beneath it do. */
public final class FiberDigestInputStream extends DigestInputStream {
    private boolean on = true;

    /**
     * As {@link DigestInputStream#DigestInputStream(InputStream, MessageDigest)}.
     *
     * @param in the stream beneath; not null
     * @param digest of what is read; not null
     */
    public FiberDigestInputStream(InputStream in, MessageDigest digest) {
        super(in, digest);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        int b = in.read();
        if (on && b != -1) {
            digest.update((byte) b);
        }
        return b;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        if (on && n != -1) {
            digest.update(bytes, from, n);
        }
        return n;
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        return in.skip(count);
    }

    @Override
    public void on(boolean digesting) {
        super.on(digesting);
        on = digesting;
    }
}
