package dev.weft.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.SocketOptions;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;

/** The numbered options of {@link java.net.Socket} as options of a channel. */
final class SocketOptionTable {
    private static final Map<Integer, SocketOption<?>> BY_NUMBER =
            Map.of(
                    SocketOptions.TCP_NODELAY, StandardSocketOptions.TCP_NODELAY,
                    SocketOptions.SO_LINGER, StandardSocketOptions.SO_LINGER,
                    SocketOptions.SO_KEEPALIVE, StandardSocketOptions.SO_KEEPALIVE,
                    SocketOptions.SO_SNDBUF, StandardSocketOptions.SO_SNDBUF,
                    SocketOptions.SO_RCVBUF, StandardSocketOptions.SO_RCVBUF,
                    SocketOptions.SO_REUSEADDR, StandardSocketOptions.SO_REUSEADDR,
                    SocketOptions.SO_REUSEPORT, StandardSocketOptions.SO_REUSEPORT,
                    SocketOptions.IP_TOS, StandardSocketOptions.IP_TOS);

    static final Set<SocketOption<?>> SUPPORTED = supported();

    private SocketOptionTable() {}

    @SuppressWarnings("unchecked")
    static SocketChannel set(SocketChannel channel, int option, Object value) throws IOException {
        if (option == SocketOptions.SO_OOBINLINE) {
            channel.socket().setOOBInline((Boolean) value);
        } else if (option == SocketOptions.SO_LINGER && !(value instanceof Integer)) {
            channel.setOption(StandardSocketOptions.SO_LINGER, -1);
        } else {
            channel.setOption((SocketOption<Object>) find(option), value);
        }
        return channel;
    }

    static Object get(SocketChannel channel, int option) throws IOException {
        if (option == SocketOptions.SO_OOBINLINE) {
            return channel.socket().getOOBInline();
        }
        if (option == SocketOptions.SO_BINDADDR) {
            InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
            return local == null ? new InetSocketAddress(0).getAddress() : local.getAddress();
        }
        Object value = channel.getOption(find(option));
        boolean off = option == SocketOptions.SO_LINGER && (Integer) value < 0;
        return off ? (Object) false : value;
    }

    private static SocketOption<?> find(int option) throws SocketException {
        SocketOption<?> found = BY_NUMBER.get(option);
        if (found == null) {
            throw new SocketException("unknown socket option " + option);
        }
        return found;
    }

    private static Set<SocketOption<?>> supported() {
        try (SocketChannel any = SocketChannel.open()) {
            return any.supportedOptions();
        } catch (IOException e) {
            return Set.copyOf(BY_NUMBER.values());
        }
    }
}
