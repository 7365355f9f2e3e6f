package dev.weft.net;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Small transfers of a connection by the system calls {@code recv} and {@code send}, which the JDK
 * makes for datagrams; for the channel of a connection it makes {@code read} and {@code write}.
 * Those go through the kernel's layer for files before they come to that for sockets, and the
 * channel takes two locks and looks for a buffer: together some tenth of what a small request
 * costs.
 *
 * <p>The natives are in a package that the JDK does not open: the agent opens it to the runtime
 * (without one: {@code --add-opens java.base/sun.nio.ch=ALL-UNNAMED}). Where it is closed, where a
 * JDK has them not, and on systems other than Linux, there is no instance, and all transfers are
 * the channel's.
 *
 * <p>The caller sees to it that the descriptor stays open meanwhile ({@link Endpoint}). One instance a
 * thread, with a buffer outside of the heap; confined to it.
 */
final class SocketCalls {
    /** Larger transfers are for the channel: the share of what is saved would be small. */
    static final int LARGEST = 1 << 14;

    /** The package's; see {@link #open()}. */
    private static final String PACKAGE = "sun.nio.ch";

    private static final boolean WANTED =
            !"channel".equals(System.getProperty("weft.sockets.transfer"));

    /** What the natives return when nothing is there, and for a signal. */
    private static final int UNAVAILABLE = -2;

    private static final int INTERRUPTED = -3;

    private static final MethodHandle RECEIVE;
    private static final MethodHandle SEND;
    private static final MethodHandle DESCRIPTOR;
    private static final MethodHandle ADDRESS;

    private static final ThreadLocal<SocketCalls> OWN;

    static {
        MethodHandle[] found = open() ? find() : null;
        RECEIVE = found == null ? null : found[0];
        SEND = found == null ? null : found[1];
        DESCRIPTOR = found == null ? null : found[2];
        ADDRESS = found == null ? null : found[3];
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
    int receive(SocketChannel from, byte[] bytes, int start, int length) throws IOException {
        int n = call(RECEIVE, from, length);
        if (n > 0) {
            buffer.clear();
            buffer.get(bytes, start, n);
        }
        return n;
    }

    /** As {@link SocketChannel#write(ByteBuffer)}; {@code length} as above. */
    int send(SocketChannel to, byte[] bytes, int start, int length) throws IOException {
        buffer.clear();
        buffer.put(bytes, start, length);
        return call(SEND, to, length);
    }

    private int call(MethodHandle call, SocketChannel channel, int length) throws IOException {
        try {
            FileDescriptor descriptor = (FileDescriptor) DESCRIPTOR.invokeExact(channel);
            int n;
            do {
                n = (int) call.invokeExact(descriptor, address, length);
            } while (n == INTERRUPTED);
            return n == UNAVAILABLE ? 0 : n;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e); // the natives declare IOException
        }
    }

    /**
     * Whether the natives' package is open to this module. A JDK before 16 says so of packages that
     * it would open only with a warning; there the agent has to have said it.
     */
    private static boolean open() {
        if (!System.getProperty("os.name").equals("Linux") || !WANTED) {
            return false;
        }
        Module own = SocketCalls.class.getModule();
        boolean strict = Runtime.version().feature() >= 16;
        return Object.class.getModule().isOpen(PACKAGE, own)
                && (strict || System.getProperty("weft.agent") != null);
    }

    /** Receive, send, a channel's descriptor, a buffer's address; null when one is not there. */
    private static MethodHandle[] find() {
        try {
            Class<?> channel = Class.forName(PACKAGE + ".SelChImpl");
            Class<?> memory = Class.forName(PACKAGE + ".DirectBuffer");
            return new MethodHandle[] {
                find(PACKAGE + ".DatagramDispatcher", "read0"),
                find(PACKAGE + ".DatagramDispatcher", "write0"),
                of(channel.getMethod("getFD"), FileDescriptor.class, SocketChannel.class),
                of(memory.getMethod("address"), long.class, ByteBuffer.class)
            };
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // another JDK's: the channel does as well
        }
    }

    private static MethodHandle find(String type, String name) throws ReflectiveOperationException {
        Method method =
                Class.forName(type)
                        .getDeclaredMethod(name, FileDescriptor.class, long.class, int.class);
        return of(method, int.class, FileDescriptor.class, long.class, int.class);
    }

    private static MethodHandle of(Method method, Class<?> result, Class<?>... parameters)
            throws IllegalAccessException {
        method.setAccessible(true);
        MethodHandle handle = MethodHandles.lookup().unreflect(method);
        return handle.asType(MethodType.methodType(result, parameters));
    }

    private static long address(ByteBuffer buffer) {
        try {
            return (long) ADDRESS.invokeExact(buffer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e); // it declares nothing
        }
    }
}
