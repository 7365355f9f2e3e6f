package dev.weft.net;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Linux's epoll, which reports a change of a connection once ("edge-triggered"), by the natives
 * that the JDK's selectors are made with; they are told of whatever is ready each time that they
 * look. So a connection is registered once and for all, is asked for nothing twice, and needs no
 * key in a selector nor what goes with it: some 150 bytes.
 *
 * <p>It also watches a selector, for all other channels: whoever waits here waits for both.
 *
 * <p>{@link #watch} and {@link #unwatch} are thread-safe; one thread at a time looks for events.
 */
final class EdgePoll {
    private static final int ADD = 1;
    private static final int DELETE = 2;

    private static final int IN = 1;
    private static final int URGENT = 2;
    private static final int OUT = 4;
    private static final int ERROR = 8;
    private static final int HANG_UP = 0x10;
    private static final int PEER_HANG_UP = 0x2000;
    private static final int EDGES = 1 << 31;

    /** Input may be there, or its end, or an exception. */
    private static final int READS = IN | URGENT | ERROR | HANG_UP | PEER_HANG_UP;

    private static final int WRITES = OUT | ERROR | HANG_UP;

    /** After these a read that was not filled says nothing of the next. */
    private static final int LASTING = URGENT | ERROR | HANG_UP | PEER_HANG_UP;

    private static final int MOST = 1024;

    private static final MethodHandle CREATE;
    private static final MethodHandle CONTROL;
    private static final MethodHandle WAIT;
    private static final MethodHandle ALLOCATE;
    private static final MethodHandle EVENT;
    private static final MethodHandle DESCRIPTOR_OF;
    private static final MethodHandle EVENTS_OF;
    private static final MethodHandle DESCRIPTOR;

    static {
        MethodHandle[] found = JdkNatives.isOpen() ? find() : new MethodHandle[8];
        CREATE = found[0];
        CONTROL = found[1];
        WAIT = found[2];
        ALLOCATE = found[3];
        EVENT = found[4];
        DESCRIPTOR_OF = found[5];
        EVENTS_OF = found[6];
        DESCRIPTOR = found[7];
    }

    private final int selector;
    private final int epoll;
    private final long events;

    /** By descriptor. Replaced by a larger one under the monitor. */
    private volatile AtomicReferenceArray<EdgeReadiness> watched =
            new AtomicReferenceArray<>(1 << 8);

    private EdgePoll(int selector) throws IOException {
        this.selector = selector;
        try {
            epoll = (int) CREATE.invokeExact();
            events = (long) ALLOCATE.invokeExact(MOST);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
        if (control(ADD, selector, IN) != 0) {
            throw new IOException("epoll does not take the selector");
        }
    }

    /** Null where there is none. */
    static EdgePoll over(Selector selector) throws IOException {
        if (DESCRIPTOR == null) {
            return null;
        }
        try {
            return new EdgePoll(JdkNatives.intField("EPollSelectorImpl", "epfd", selector));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // another JDK's
        }
    }

    /** Tells of a connection from now on, and of what is there; false when it can't. */
    synchronized boolean watch(SocketChannel channel, EdgeReadiness readiness) {
        int descriptor = descriptor(channel);
        put(descriptor, readiness);
        boolean done = control(ADD, descriptor, IN | URGENT | OUT | PEER_HANG_UP | EDGES) == 0;
        if (!done) {
            put(descriptor, null);
        }
        return done;
    }

    /**
     * Before the channel is closed; but the JDK closes one by itself when a connect has failed, and
     * then its descriptor may be another connection's by now.
     */
    synchronized void unwatch(SocketChannel channel, EdgeReadiness readiness) {
        int descriptor = descriptor(channel);
        if (watched.get(descriptor) == readiness) {
            put(descriptor, null);
            control(DELETE, descriptor, 0);
        }
    }

    /** With the monitor, which makes it one with telling the kernel. */
    private void put(int descriptor, EdgeReadiness readiness) {
        AtomicReferenceArray<EdgeReadiness> all = watched;
        if (descriptor >= all.length()) {
            all = new AtomicReferenceArray<>(Math.max(descriptor + 1, all.length() * 2));
            for (int i = 0; i < watched.length(); i++) {
                all.setPlain(i, watched.get(i));
            }
            watched = all;
        }
        all.set(descriptor, readiness);
    }

    /**
     * Waits for events, or looks for them.
     *
     * @param woken gets those whose wait has ended
     * @return whether the selector has something to report
     */
    boolean await(boolean blocks, List<Wait> woken) throws IOException {
        try {
            int n = (int) WAIT.invokeExact(epoll, events, MOST, blocks ? -1 : 0);
            boolean selects = false;
            for (int i = 0; i < n; i++) {
                long event = (long) EVENT.invokeExact(events, i);
                int descriptor = (int) DESCRIPTOR_OF.invokeExact(event);
                if (descriptor == selector) {
                    selects = true;
                } else {
                    report(descriptor, (int) EVENTS_OF.invokeExact(event), woken);
                }
            }
            return selects;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** The descriptor may be another connection's by now: that one looks once in vain. */
    private void report(int descriptor, int events, List<Wait> woken) {
        EdgeReadiness readiness = watched.get(descriptor);
        if (readiness != null) {
            int ops = (events & READS) != 0 ? SelectionKey.OP_READ : 0;
            if ((events & WRITES) != 0) {
                ops |= SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;
            }
            readiness.changed(ops, (events & LASTING) != 0, woken);
        }
    }

    private int control(int operation, int descriptor, int events) {
        try {
            return (int) CONTROL.invokeExact(epoll, operation, descriptor, events);
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    private static int descriptor(SocketChannel channel) {
        try {
            return (int) DESCRIPTOR.invokeExact(channel);
        } catch (Throwable e) {
            throw JdkNatives.unexpected(e);
        }
    }

    /** All or, on a JDK that lacks one, none. */
    private static MethodHandle[] find() {
        try {
            return new MethodHandle[] {
                epoll("create", int.class),
                epoll("ctl", int.class, int.class, int.class, int.class, int.class),
                epoll("wait", int.class, int.class, long.class, int.class, int.class),
                epoll("allocatePollArray", long.class, int.class),
                epoll("getEvent", long.class, long.class, int.class),
                epoll("getDescriptor", int.class, long.class),
                epoll("getEvents", int.class, long.class),
                JdkNatives.find(
                        "SelChImpl",
                        "getFDVal",
                        MethodType.methodType(int.class, SocketChannel.class))
            };
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new MethodHandle[8]; // another JDK's: selectors do as well
        }
    }

    private static MethodHandle epoll(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return JdkNatives.find(
                "EPoll", name, MethodType.methodType(result, parameters), parameters);
    }
}
