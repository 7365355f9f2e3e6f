package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Stand-ins for calls on whole files and file channels: a thread waits for the disk, the other
 * fibers go on.
 */
public final class FileCalls {
    private FileCalls() {}

    /** {@link Files#readAllBytes(Path)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static byte[] readAllBytes(Path path) throws Exception {
        return Blocking.call(() -> Files.readAllBytes(path));
    }

    /** {@link Files#readString(Path)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static String readString(Path path) throws Exception {
        return Blocking.call(() -> Files.readString(path));
    }

    /** {@link Files#readAllLines(Path)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static List<String> readAllLines(Path path) throws Exception {
        return Blocking.call(() -> Files.readAllLines(path));
    }

    /** {@link Files#write(Path, byte[], OpenOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path write(Path path, byte[] bytes, OpenOption[] options) throws Exception {
        return Blocking.call(() -> Files.write(path, bytes, options));
    }

    /** {@link Files#writeString(Path, CharSequence, OpenOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path writeString(Path path, CharSequence text, OpenOption[] options)
            throws Exception {
        return Blocking.call(() -> Files.writeString(path, text, options));
    }

    /** {@link Files#copy(Path, Path, CopyOption...)}. */
    @Suspendable
    @StandIn(value = Files.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static Path copy(Path from, Path to, CopyOption[] options) throws Exception {
        return Blocking.call(() -> Files.copy(from, to, options));
    }

    /** {@link FileChannel#read(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(FileChannel it, ByteBuffer buffer) throws Exception {
        return Blocking.call(() -> it.read(buffer));
    }

    /** {@link FileChannel#read(ByteBuffer, long)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int read(FileChannel it, ByteBuffer buffer, long position) throws Exception {
        return Blocking.call(() -> it.read(buffer, position));
    }

    /** {@link FileChannel#write(ByteBuffer)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int write(FileChannel it, ByteBuffer buffer) throws Exception {
        return Blocking.call(() -> it.write(buffer));
    }

    /** {@link FileChannel#write(ByteBuffer, long)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static int write(FileChannel it, ByteBuffer buffer, long position) throws Exception {
        return Blocking.call(() -> it.write(buffer, position));
    }

    /** {@link FileChannel#force(boolean)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static void force(FileChannel it, boolean metadata) throws Exception {
        Blocking.call(
                () -> {
                    it.force(metadata);
                    return null;
                });
    }

    /** {@link FileChannel#lock()}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static FileLock lock(FileChannel it) throws Exception {
        return Blocking.call(() -> it.lock());
    }

    /** {@link FileChannel#lock(long, long, boolean)}. */
    @Suspendable
    @StandIn(value = FileChannel.class, mode = StandIn.Mode.HANDS_OFF)
    public static FileLock lock(FileChannel it, long position, long size, boolean shared)
            throws Exception {
        return Blocking.call(() -> it.lock(position, size, shared));
    }
}
