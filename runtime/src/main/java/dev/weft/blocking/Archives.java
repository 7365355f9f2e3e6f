package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberCipherInputStream;
import dev.weft.io.FiberJarInputStream;
import dev.weft.io.FiberZipInputStream;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
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
        } else if (it instanceof FiberJarInputStream) {
            return ((FiberJarInputStream) it).getNextEntry();
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
        } else if (it instanceof FiberJarInputStream) {
            ((FiberJarInputStream) it).closeEntry();
            return;
        }
        Blocking.call(
                () -> {
                    it.closeEntry();
                    return null;
                });
    }

    /** {@link JarInputStream#JarInputStream(InputStream)}. */
    @Suspendable
    @StandIn(value = JarInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static JarInputStream jarInputStream(InputStream in) throws IOException {
        return jarInputStream(in, true);
    }

    /** {@link JarInputStream#JarInputStream(InputStream, boolean)}. */
    @Suspendable
    @StandIn(value = JarInputStream.class, constructor = true, mode = StandIn.Mode.POLLS)
    public static JarInputStream jarInputStream(InputStream in, boolean verify) throws IOException {
        return Blocks.waits(in)
                ? FiberJarInputStream.open(in, verify)
                : new JarInputStream(in, verify);
    }

    /** {@link JarInputStream#getNextJarEntry()}. */
    @Suspendable
    @StandIn(value = JarInputStream.class, mode = StandIn.Mode.POLLS)
    public static JarEntry getNextJarEntry(JarInputStream it) throws Exception {
        if (it instanceof FiberJarInputStream) {
            return ((FiberJarInputStream) it).getNextJarEntry();
        }
        return Blocking.call(() -> it.getNextJarEntry());
    }
}
