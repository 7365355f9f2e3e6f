package dev.weft.net;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;

/**
 * From the JDK's channels to what its natives take, file descriptors, and back: a channel over a
 * descriptor, by the constructor that the JDK has for connections that it accepts.
 *
 * <p>Such a channel keeps nothing that the kernel does not: it has no finaliser and no cleaner, so
 * one that nobody closed can be forgotten and made again ({@link Endpoint}). With its locks and
 * addresses it takes 450 bytes.
 */
final class Descriptors {
    /** The JDK whose channels know the family of their addresses. */
    private static final int FAMILIES = 16;

    private static final MethodHandle OF;
    private static final MethodHandle NUMBER;

    /** Null where channels can't be made again. */
    private static final MethodHandle CHANNEL;

    /** The family of sockets that are made without naming one. */
    private static final ProtocolFamily FAMILY;

    private static final Class<?> OWN_KIND;

    static {
        Object[] found = JdkNatives.isOpen() ? find() : new Object[5];
        OF = (MethodHandle) found[0];
        NUMBER = (MethodHandle) found[1];
        CHANNEL = (MethodHandle) found[2];
        FAMILY = (ProtocolFamily) found[3];
        OWN_KIND = (Class<?>) found[4];
    }

    private Descriptors() {}

    /** Whether there are any to be had. */
    static boolean areThere() {
        return OF != null;
    }

    /** Of a channel of the JDK's. */
    static FileDescriptor of(SocketChannel channel) {
        try {
            return (FileDescriptor) OF.invokeExact(channel);
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** As the kernel knows it; -1 when it has been closed. */
    static int number(FileDescriptor descriptor) {
        try {
            return (int) NUMBER.invokeExact(descriptor);
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** Whether {@link #channel} can make another like this one, of the default family. */
    static boolean canMakeAgain(SocketChannel channel) {
        return CHANNEL != null
                && channel.getClass() == OWN_KIND
                && channel.provider() == SelectorProvider.provider()
                && channel.isConnected()
                && !channel.isRegistered();
    }

    /** A channel of a connected socket; it does not block. */
    static SocketChannel channel(FileDescriptor descriptor, SocketAddress remote)
            throws IOException {
        try {
            SelectorProvider provider = SelectorProvider.provider();
            SocketChannel made =
                    (SocketChannel) CHANNEL.invokeExact(provider, FAMILY, descriptor, remote);
            made.configureBlocking(false);
            return made;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** All or, on a JDK that lacks one other than the constructor, none. */
    private static Object[] find() {
        try {
            MethodType of = MethodType.methodType(FileDescriptor.class, SocketChannel.class);
            MethodType number = MethodType.methodType(int.class, FileDescriptor.class);
            MethodType yes = MethodType.methodType(boolean.class);
            boolean six = (boolean) JdkNatives.find("Net", "isIPv6Available", yes).invokeExact();
            return new Object[] {
                JdkNatives.find("SelChImpl", "getFD", of),
                JdkNatives.find("IOUtil", "fdVal", number, FileDescriptor.class),
                constructor(),
                six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET,
                JdkNatives.type("SocketChannelImpl")
            };
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new Object[5]; // another JDK's: the channels do as well
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** Null: another JDK's. */
    private static MethodHandle constructor() {
        try {
            return findConstructor();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // channels are kept
        }
    }

    private static MethodHandle findConstructor() throws ReflectiveOperationException {
        Class<?> provider = SelectorProvider.class;
        Class<?> family = ProtocolFamily.class;
        Class<?> descriptor = FileDescriptor.class;
        MethodType type =
                MethodType.methodType(
                        SocketChannel.class, provider, family, descriptor, SocketAddress.class);
        if (Runtime.version().feature() >= FAMILIES) {
            return JdkNatives.constructor("SocketChannelImpl", type, type.parameterArray());
        }
        MethodHandle before =
                JdkNatives.constructor(
                        "SocketChannelImpl",
                        type.dropParameterTypes(1, 2),
                        provider,
                        descriptor,
                        InetSocketAddress.class);
        return MethodHandles.dropArguments(before, 1, family);
    }
}
