package dev.weft.blocking;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.ProtocolFamily;
import java.nio.channels.SelectableChannel;

/** Opens channels of a protocol family, which JDK 11 can't: called only where that was compiled. */
final class Families {
    private Families() {}

    static SelectableChannel open(Class<? extends SelectableChannel> type, ProtocolFamily family)
            throws IOException {
        try {
            MethodHandle open =
                    MethodHandles.publicLookup()
                            .findStatic(
                                    type,
                                    "open",
                                    MethodType.methodType(type, ProtocolFamily.class));
            return (SelectableChannel) open.invoke(family);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
