package dev.weft.blocking;

import dev.weft.io.FiberCheckedInputStream;
import dev.weft.io.FiberCheckedOutputStream;
import dev.weft.io.FiberCipherOutputStream;
import dev.weft.io.FiberDigestInputStream;
import dev.weft.io.FiberDigestOutputStream;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;

/** Stand-ins for streams that encipher and sum up, as in {@link WrapperConstructors}. */
public final class Filters {
    private Filters() {}

    /** {@link CipherOutputStream#CipherOutputStream(OutputStream, Cipher)}. */
    @StandIn(value = CipherOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static CipherOutputStream cipherOutputStream(OutputStream out, Cipher cipher) {
        return Blocks.waits(out)
                ? new FiberCipherOutputStream(out, cipher)
                : new CipherOutputStream(out, cipher);
    }

    /** {@link CheckedInputStream#CheckedInputStream(InputStream, Checksum)}. */
    @StandIn(value = CheckedInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static CheckedInputStream checkedInputStream(InputStream in, Checksum sum) {
        return Blocks.waits(in)
                ? new FiberCheckedInputStream(in, sum)
                : new CheckedInputStream(in, sum);
    }

    /** {@link CheckedOutputStream#CheckedOutputStream(OutputStream, Checksum)}. */
    @StandIn(value = CheckedOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static CheckedOutputStream checkedOutputStream(OutputStream out, Checksum sum) {
        return Blocks.waits(out)
                ? new FiberCheckedOutputStream(out, sum)
                : new CheckedOutputStream(out, sum);
    }

    /** {@link DigestInputStream#DigestInputStream(InputStream, MessageDigest)}. */
    @StandIn(value = DigestInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DigestInputStream digestInputStream(InputStream in, MessageDigest digest) {
        return Blocks.waits(in)
                ? new FiberDigestInputStream(in, digest)
                : new DigestInputStream(in, digest);
    }

    /** {@link DigestOutputStream#DigestOutputStream(OutputStream, MessageDigest)}. */
    @StandIn(value = DigestOutputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static DigestOutputStream digestOutputStream(OutputStream out, MessageDigest digest) {
        return Blocks.waits(out)
                ? new FiberDigestOutputStream(out, digest)
                : new DigestOutputStream(out, digest);
    }
}
