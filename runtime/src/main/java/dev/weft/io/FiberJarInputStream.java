package dev.weft.io;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;

/**
 * A {@link JarInputStream} whose reads suspend where those of the stream beneath it do, as {@link
 * FiberZipInputStream}'s. The JDK's constructor reads the manifest and can't be left half-way: that
 * much is read ahead by a {@link FiberZipInputStream} and then {@linkplain Replayed read again}.
 */
public final class FiberJarInputStream extends JarInputStream {
    private static final String META_INF = "META-INF/";
    private static final String INDEX = META_INF + "INDEX.LIST";

    /** Null while the JDK's constructor runs, over what is here. */
    private final ZipSource source;

    /** The entry behind the manifest has been read and not been given. */
    private boolean first = true;

    /** Behind an index a manifest may come, which the JDK's code reads in the middle of a call. */
    private boolean indexed;

    private FiberJarInputStream(Replayed head, boolean verify) throws IOException {
        super(head, verify);
        byte[] rest = in.readNBytes(in.available());
        source = new ZipSource(head.source(), rest);
        in = source;
    }

    /**
     * As {@link JarInputStream#JarInputStream(InputStream, boolean)}.
     *
     * @param in the stream beneath; not null
     * @param verify whether signatures are verified
     * @return the new stream
     * @throws IOException as the JDK's
     */
    @Suspendable
    public static JarInputStream open(InputStream in, boolean verify) throws IOException {
        Replayed head = new Replayed(in);
        try {
            readHead(new FiberZipInputStream(head, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            // the JDK's code comes to it too
        }
        head.replay();
        return new FiberJarInputStream(head, verify);
    }

    @Suspendable
    private static void readHead(FiberZipInputStream head) throws IOException {
        ZipEntry entry = head.getNextEntry();
        if (entry != null && entry.getName().equalsIgnoreCase(META_INF)) {
            entry = head.getNextEntry();
        }
        if (entry != null && entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            head.getNextEntry();
        }
    }

    @Override
    @Suspendable
    public ZipEntry getNextEntry() throws IOException {
        if (!first) {
            super.available(); // the first is given when closed, too
            Inflating.skipRest(this);
        }
        for (; ; ) {
            try {
                return attemptNext();
            } catch (WouldBlock e) {
                source.rollback();
            }
            source.fetch();
        }
    }

    private ZipEntry attemptNext() throws IOException {
        source.commit();
        source.setInPlace(indexed);
        try {
            ZipEntry entry = super.getNextEntry();
            indexed = first && entry != null && entry.getName().equalsIgnoreCase(INDEX);
            first = false;
            return entry;
        } finally {
            source.setInPlace(false);
        }
    }

    @Override
    @Suspendable
    public JarEntry getNextJarEntry() throws IOException {
        return (JarEntry) getNextEntry();
    }

    @Override
    @Suspendable
    public void closeEntry() throws IOException {
        super.available();
        if (source != null) {
            Inflating.skipRest(this);
        }
        ended();
    }

    private void ended() throws IOException {
        super.closeEntry(); // nothing is left to be read
    }

    @Override
    @Suspendable
    public int read() throws IOException {
        super.available(); // throws when closed
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @Suspendable
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (source == null || source.isInPlace()) {
            return attempt(bytes, from, length);
        }
        source.commit();
        for (; ; ) {
            try {
                return attempt(bytes, from, length);
            } catch (WouldBlock e) {
                source.rollback();
            }
            source.fetch();
        }
    }

    private int attempt(byte[] bytes, int from, int length) throws IOException {
        return super.read(bytes, from, length);
    }

    /** What the inflater has got it keeps. */
    @Override
    protected void fill() throws IOException {
        super.fill();
        if (source != null) {
            source.commit();
        }
    }

    @Override
    @Suspendable
    public long skip(long count) throws IOException {
        if (count <= 0) {
            return super.skip(count);
        }
        super.available();
        long done = Inflating.skip(this, count);
        if (done < Math.min(count, Integer.MAX_VALUE)) {
            ended();
        }
        return done;
    }
}
