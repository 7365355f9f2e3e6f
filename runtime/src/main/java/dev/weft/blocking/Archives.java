package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberCipherInputStream;
import dev.weft.io.FiberZipInputStream;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;

/** Stand-ins for streams that unpack and decipher, as in {@link Compressed}. */
public final class Archives {
    private Archives() {}

    /** {@link ZipInputStream#ZipInputStream(InputStream)}. */
    @StandIn(value = ZipInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ZipInputStream zipInputStream(InputStream in) {
        return zipInputStream(in, StandardCharsets.UTF_8);
    }

    /** {@link ZipInputStream#ZipInputStream(InputStream, Charset)}. */
    @StandIn(value = ZipInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static ZipInputStream zipInputStream(InputStream in, Charset charset) {
        return Blocks.waits(in)
                ? new FiberZipInputStream(in, charset)
                : new ZipInputStream(in, charset);
    }

    /** {@link CipherInputStream#CipherInputStream(InputStream, Cipher)}. */
    @StandIn(value = CipherInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static CipherInputStream cipherInputStream(InputStream in, Cipher cipher) {
        return Blocks.waits(in)
                ? FiberCipherInputStream.over(in, cipher)
                : new CipherInputStream(in, cipher);
    }

    /** {@link ZipInputStream#getNextEntry()}. */
    @Suspendable
    @StandIn(value = ZipInputStream.class, mode = StandIn.Mode.POLLS)
    public static ZipEntry getNextEntry(ZipInputStream it) throws Exception {
        if (it instanceof FiberZipInputStream) {
            return ((FiberZipInputStream) it).getNextEntry();
        }
        return Blocking.call(() -> it.getNextEntry());
    }

    /** {@link ZipInputStream#closeEntry()}. */
    @Suspendable
    @StandIn(value = ZipInputStream.class, mode = StandIn.Mode.POLLS)
    public static void closeEntry(ZipInputStream it) throws Exception {
        if (it instanceof FiberZipInputStream) {
            ((FiberZipInputStream) it).closeEntry();
            return;
        }
        Blocking.call(
                () -> {
                    it.closeEntry();
                    return null;
                });
    }
}
