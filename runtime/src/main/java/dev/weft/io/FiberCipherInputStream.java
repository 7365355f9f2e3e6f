package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;

/**
 * A {@link CipherInputStream} whose reads suspend where those of the stream beneath it do: the
 * JDK's code over a {@link Feeder}.
 */
public final class FiberCipherInputStream extends CipherInputStream {
    private final Feeder feeder;

    private FiberCipherInputStream(Feeder feeder, Cipher cipher) {
        super(feeder, cipher);
        this.feeder = feeder;
    }

    /**
     * As {@link CipherInputStream#CipherInputStream(InputStream, Cipher)}.
     *
     * @param in the stream beneath; not null
     * @param cipher initialised; not null
     * @return the new stream
     */
    public static CipherInputStream over(InputStream in, Cipher cipher) {
        return new FiberCipherInputStream(new Feeder(in), cipher);
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        for (; ; ) {
            try {
                return attempt();
            } catch (WouldBlock e) {
                // below, where the fiber can suspend
            }
            feeder.fetch();
        }
    }

    @Override
    @Suspendable
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        for (; ; ) {
            try {
                return attempt(bytes, from, length);
            } catch (WouldBlock e) {
                // below, where the fiber can suspend
            }
            feeder.fetch();
        }
    }

    private int attempt() throws IOException {
        return super.read();
    }

    private int attempt(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, length);
    }
}
