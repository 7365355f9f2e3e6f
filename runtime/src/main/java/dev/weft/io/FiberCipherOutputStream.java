package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.OutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;

/** A {@link CipherOutputStream} whose writes suspend where those beneath it do. */
public final class FiberCipherOutputStream extends CipherOutputStream {
    private final Drain drain;

    /**
     * As {@link CipherOutputStream#CipherOutputStream(OutputStream, Cipher)}.
     *
     * @param out the stream beneath; not null
     * @param cipher initialised; null as for the JDK's
     */
    public FiberCipherOutputStream(OutputStream out, Cipher cipher) {
        this(new Drain(out), cipher);
    }

    private FiberCipherOutputStream(Drain drain, Cipher cipher) {
        super(drain, cipher);
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
