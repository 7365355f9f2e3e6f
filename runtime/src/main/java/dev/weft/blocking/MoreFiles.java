package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.net.FiberReadable;
import dev.weft.net.FiberWritable;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;

/** Stand-ins for files: rarer forms of what {@link FileCalls} has. */
public final class MoreFiles {
    /** What is read and written in one turn of a transfer. */
    private static final int PIECE = 8192;

    private MoreFiles() {}

    /** {@link Files#readString(Path, Charset)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static String readString(Path path, Charset charset) throws Exception {
        return Blocking.call(() -> Files.readString(path, charset));
    }

    /** {@link Files#readAllLines(Path, Charset)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static List<String> readAllLines(Path path, Charset charset) throws Exception {
        return Blocking.call(() -> Files.readAllLines(path, charset));
    }

    /** {@link Files#write(Path, Iterable, OpenOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path write(
            Path path, Iterable<? extends CharSequence> lines, OpenOption[] options)
            throws Exception {
        return Blocking.call(() -> Files.write(path, lines, options));
    }

    /** {@link Files#write(Path, Iterable, Charset, OpenOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path write(
            Path path,
            Iterable<? extends CharSequence> lines,
            Charset charset,
            OpenOption[] options)
            throws Exception {
        return Blocking.call(() -> Files.write(path, lines, charset, options));
    }

    /** {@link Files#writeString(Path, CharSequence, Charset, OpenOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path writeString(
            Path path, CharSequence text, Charset charset, OpenOption[] options) throws Exception {
        return Blocking.call(() -> Files.writeString(path, text, charset, options));
    }

    /** {@link Files#copy(Path, OutputStream)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static long copy(Path from, OutputStream to) throws Exception {
        return Blocking.call(() -> Files.copy(from, to));
    }

    /** {@link Files#move(Path, Path, CopyOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path move(Path from, Path to, CopyOption[] options) throws Exception {
        return Blocking.call(() -> Files.move(from, to, options));
    }

    /** {@link RandomAccessFile#read()}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(RandomAccessFile it) throws Exception {
        return Blocking.call(() -> it.read());
    }

    /** {@link RandomAccessFile#read(byte[])}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(RandomAccessFile it, byte[] bytes) throws Exception {
        return Blocking.call(() -> it.read(bytes));
    }

    /** {@link RandomAccessFile#read(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(RandomAccessFile it, byte[] bytes, int from, int length)
            throws Exception {
        return Blocking.call(() -> it.read(bytes, from, length));
    }

    /** {@link RandomAccessFile#readFully(byte[])}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static void readFully(RandomAccessFile it, byte[] bytes) throws Exception {
        Blocking.call(
                () -> {
                    it.readFully(bytes);
                    return null;
                });
    }

    /** {@link RandomAccessFile#readFully(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static void readFully(RandomAccessFile it, byte[] bytes, int from, int length)
            throws Exception {
        Blocking.call(
                () -> {
                    it.readFully(bytes, from, length);
                    return null;
                });
    }

    /** {@link RandomAccessFile#write(int)}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(RandomAccessFile it, int b) throws Exception {
        Blocking.call(
                () -> {
                    it.write(b);
                    return null;
                });
    }

    /** {@link RandomAccessFile#write(byte[])}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(RandomAccessFile it, byte[] bytes) throws Exception {
        Blocking.call(
                () -> {
                    it.write(bytes);
                    return null;
                });
    }

    /** {@link RandomAccessFile#write(byte[], int, int)}. */
    @Suspendable
    @StandIn(value = RandomAccessFile.class, mode = StandIn.Mode.HANDS_OFF)
    public static void write(RandomAccessFile it, byte[] bytes, int from, int length)
            throws Exception {
        Blocking.call(
                () -> {
                    it.write(bytes, from, length);
                    return null;
                });
    }

    /** {@link FileChannel#transferTo(long, long, WritableByteChannel)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long transferTo(FileChannel it, long position, long count, WritableByteChannel to)
            throws Exception {
        if (!(to instanceof FiberWritable)) {
            return Blocking.call(() -> it.transferTo(position, count, to));
        }
        it.transferTo(position, Math.min(count, 0), to); // refuses what it would refuse
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, PIECE));
        long done = 0;
        while (done < count) {
            piece.clear().limit((int) Math.min(count - done, PIECE));
            long at = position + done;
            int n = Blocking.call(() -> it.read(piece, at));
            int written = n <= 0 ? 0 : write(to, piece.flip(), done);
            done += written;
            if (written == 0 || written < n) {
                break;
            }
        }
        return done;
    }

    /** A failure after something has been written ends the transfer, and is told by the next. */
    @Suspendable
    private static int write(WritableByteChannel to, ByteBuffer piece, long done)
            throws IOException {
        try {
            return to.write(piece);
        } catch (IOException e) {
            if (done == 0) {
                throw e;
            }
            return 0;
        }
    }

    /** {@link FileChannel#transferFrom(ReadableByteChannel, long, long)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static long transferFrom(
            FileChannel it, ReadableByteChannel from, long position, long count) throws Exception {
        if (!(from instanceof FiberReadable)) {
            return Blocking.call(() -> it.transferFrom(from, position, count));
        }
        it.transferFrom(from, position, Math.min(count, 0)); // refuses what it would refuse
        if (position > it.size()) {
            return 0;
        }
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, PIECE));
        long done = 0;
        while (done < count) {
            piece.clear().limit((int) Math.min(count - done, PIECE));
            if (read(from, piece, done) <= 0) {
                break;
            }
            piece.flip();
            long at = position + done;
            done += Blocking.call(() -> it.write(piece, at));
        }
        return done;
    }

    @Suspendable
    private static int read(ReadableByteChannel from, ByteBuffer piece, long done)
            throws IOException {
        try {
            return from.read(piece);
        } catch (IOException e) {
            if (done == 0) {
                throw e;
            }
            return 0;
        }
    }

    /** {@link MappedByteBuffer#load()}. */
    @Suspendable
    @StandIn(value = MappedByteBuffer.class, mode = StandIn.Mode.HANDS_OFF)
    public static MappedByteBuffer load(MappedByteBuffer it) throws Exception {
        return Blocking.call(() -> it.load());
    }

    /** {@link MappedByteBuffer#force()}. */
    @Suspendable
    @StandIn(value = MappedByteBuffer.class, mode = StandIn.Mode.HANDS_OFF)
    public static MappedByteBuffer force(MappedByteBuffer it) throws Exception {
        return Blocking.call(() -> it.force());
    }
}
