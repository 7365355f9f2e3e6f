package dev.weft.net;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Small transfers of a connection by the system calls {@code recv} and {@code send}, which the JDK
 * makes for datagrams; for the channel of a connection it makes {@code read} and {@code write}.
 * Those go through the kernel's layer for files before they come to that for sockets, and the
 * channel takes two locks and looks for a buffer: together some tenth of what a small request
 * costs.
 *
 * <p>Where the natives can't be had ({@link JdkNatives}) there is no instance, and all transfers
 * are the channel's.
 *
 * <p>The caller sees to it that the descriptor stays open meanwhile ({@link Endpoint}). One
 * instance a thread, with a buffer outside of the heap; confined to it.
 */
final class SocketCalls {
    /** Larger transfers are for the channel: the share of what is saved would be small. */
    static final int LARGEST = 1 << 14;

    /** What the natives return when nothing is there, and for a signal. */
    private static final int UNAVAILABLE = -2;

    private static final int INTERRUPTED = -3;

    private static final MethodHandle RECEIVE;
    private static final MethodHandle SEND;
    private static final MethodHandle ADDRESS;

    private static final ThreadLocal<SocketCalls> OWN;

    static {
        MethodHandle[] found = Descriptors.areThere() ? find() : null;
        RECEIVE = found == null ? null : found[0];
        SEND = found == null ? null : found[1];
        ADDRESS = found == null ? null : found[2];
        OWN = found == null ? null : ThreadLocal.withInitial(SocketCalls::new);
    }

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
    private final long address = address(buffer);

    private SocketCalls() {}

    /** The current thread's; null where there are none. */
    static SocketCalls get() {
        return OWN == null ? null : OWN.get();
    }

    /**
     * As {@link SocketChannel#read(ByteBuffer)}.
     *
     * @param length from 1 to {@link #LARGEST}
     * @return how many bytes; 0 when none is there, -1 at the end
     */
    int receive(FileDescriptor from, byte[] bytes, int start, int length) throws IOException {
        int n = call(RECEIVE, from, length);
        if (n > 0) {
            buffer.clear();
            buffer.get(bytes, start, n);
        }
        return n;
    }

    /** As {@link SocketChannel#write(ByteBuffer)}; {@code length} as above. */
    int send(FileDescriptor to, byte[] bytes, int start, int length) throws IOException {
        buffer.clear();
        buffer.put(bytes, start, length);
        return call(SEND, to, length);
    }

    private int call(MethodHandle call, FileDescriptor descriptor, int length) throws IOException {
        try {
            int n;
            do {
                n = (int) call.invokeExact(descriptor, address, length);
            } while (n == INTERRUPTED);
            return n == UNAVAILABLE ? 0 : n;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** Receive, send, a buffer's address; null when one is not there. */
    private static MethodHandle[] find() {
        try {
            Class<?>[] parameters = {FileDescriptor.class, long.class, int.class};
            MethodType transfer = MethodType.methodType(int.class, parameters);
            return new MethodHandle[] {
                JdkNatives.find("DatagramDispatcher", "read0", transfer, parameters),
                JdkNatives.find("DatagramDispatcher", "write0", transfer, parameters),
                JdkNatives.find(
                        "DirectBuffer",
                        "address",
                        MethodType.methodType(long.class, ByteBuffer.class))
            };
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // another JDK's: the channel does as well
        }
    }

    private static long address(ByteBuffer buffer) {
        try {
            return (long) ADDRESS.invokeExact(buffer);
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }
}
