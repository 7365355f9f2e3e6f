package dev.weft.net;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.woven.Stack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * The transfers of one socket: each is tried on the non-blocking channel, waits until the channel
 * is ready, and is tried again. Exceptions are those of {@link java.net.Socket}.
 *
 * <p>Thread-safe: reads of several fibers or threads take turns as they come, whole writes one
 * after the other.
 */
class Connection extends WritersTurn {
    /** The JDK copies through a buffer of the thread that grows to the size of the transfer. */
    private static final int MAX_TRANSFER = 1 << 17;

    private static final byte RESET = 1;

    /** Reads go on to say so, also of a closed socket: as with the JDK's. */
    private static final byte ENDED = 2;

    private volatile int timeout;

    /** {@link #RESET} or {@link #ENDED}, once a read has seen that. */
    private volatile byte over;

    Connection(SocketChannel channel) throws IOException {
        super(channel, null);
        owner = this::close;
        channel.configureBlocking(false);
    }

    /** Over a channel that does not block, and that others use as well. */
    Connection(SocketChannel channel, SelectableChannel shown) {
        super(channel, shown);
        owner = this::close;
        takeAway(BOTH);
    }

    /** Who waits. */
    Readiness readiness() {
        return this;
    }

    /** A socket of a channel waits in the channel's blocking mode only. */
    private void requireBlocking() {
        if (shown != null && !shown.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
    }

    /** Of {@code SO_TIMEOUT}, in milliseconds. */
    int timeout() {
        return timeout;
    }

    void setTimeout(int millis) {
        timeout = millis;
    }

    /** Connects; closes on failure. */
    @Suspendable
    void connect(InetSocketAddress address, int millis) throws IOException {
        requireBlocking();
        boolean connected = false;
        try {
            connected = channel().connect(address);
            long deadline = deadline(millis);
            while (!connected) {
                if (awaits(SelectionKey.OP_CONNECT, left(millis, deadline))) {
                    throw new SocketTimeoutException("Connect timed out");
                }
                connected = channel().finishConnect();
            }
        } catch (ClosedChannelException e) {
            throw closed(e);
        } finally {
            if (!connected) {
                close();
            }
        }
    }

    /**
     * As {@link java.io.InputStream#read(byte[], int, int)} with a length that is not 0.
     *
     * @param stack suspended while it waits, by a {@link PendingRead}
     */
    int read(byte[] bytes, int from, int length, Stack stack) throws IOException {
        if (over == ENDED) {
            return -1;
        }
        requireBlocking();
        int n = isProbablyEmpty() ? 0 : attempt(bytes, from, length);
        return n != 0 ? n : awaitRead(bytes, from, length, stack);
    }

    private int awaitRead(byte[] bytes, int from, int length, Stack stack) throws IOException {
        int millis = timeout;
        Stack root = stack.root();
        if (root instanceof Fiber && root.canSuspend()) {
            return PendingRead.of(this, bytes, from, length, millis).begin(stack);
        }
        long deadline = deadline(millis);
        int n;
        boolean late;
        do {
            late = awaits(SelectionKey.OP_READ, left(millis, deadline));
            n = attempt(bytes, from, length);
        } while (n == 0 && !late);
        if (n == 0) {
            throw timedOut();
        }
        return n;
    }

    /** Begins to wait for input; false when there may be some, or the end. */
    boolean beginRead(PendingRead read, Stack stack) {
        inputComes();
        return readiness().begin(read, stack);
    }

    /** Waits until there is input, or the end, or an exception. */
    @Suspendable
    void awaitInput() throws IOException {
        boolean late = awaits(SelectionKey.OP_READ, Readiness.nanos(timeout));
        left(); // to be read
        if (late) {
            throw timedOut();
        }
    }

    static SocketTimeoutException timedOut() {
        return new SocketTimeoutException("Read timed out");
    }

    /** What is there; 0 when nothing is, -1 at the end. Does not wait. */
    int tryRead(byte[] bytes, int from, int length) throws IOException {
        if (over == ENDED) {
            return -1;
        }
        if (timeout == 0 && isProbablyEmpty()) {
            return 0;
        }
        looks();
        return attempt(bytes, from, length);
    }

    int attempt(byte[] bytes, int from, int length) throws IOException {
        if (over == RESET) {
            throw new SocketException("Connection reset");
        }
        try {
            int most = Math.min(length, MAX_TRANSFER);
            int n = receive(bytes, from, most);
            if (n < 0) {
                over = ENDED;
            }
            noteRead(n, most);
            return n;
        } catch (ClosedChannelException e) {
            throw closed(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Writes all. */
    @Suspendable
    void write(byte[] bytes, int from, int length) throws IOException {
        requireBlocking();
        if (!tryTakeTurn()) {
            takeTurn();
        }
        try {
            int done = tryWrite(bytes, from, length);
            while (done < length) {
                awaits(SelectionKey.OP_WRITE, Long.MAX_VALUE);
                done += tryWrite(bytes, from + done, length - done);
            }
        } finally {
            giveTurn();
        }
    }

    private int tryWrite(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        try {
            while (done < length) {
                int size = Math.min(length - done, MAX_TRANSFER);
                int n = send(bytes, from + done, size);
                done += n;
                if (n < size) {
                    break;
                }
            }
        } catch (ClosedChannelException e) {
            throw closed(e);
        } catch (IOException e) {
            throw broken(e);
        }
        return done;
    }

    /** How many bytes are there, where the JDK says so (17 and later); else 0. */
    int available() throws IOException {
        if (over == RESET) {
            throw new SocketException("Connection reset");
        }
        try {
            return channel().socket().getInputStream().available();
        } catch (ClosedChannelException e) {
            throw closed(e);
        }
    }

    /** Reads end; what waits for input goes on. */
    void shutdownInput() throws IOException {
        takeAway(READS);
        channel().shutdownInput();
        inputComes();
        readiness().stir();
    }

    /** Writes end. */
    void shutdownOutput() throws IOException {
        takeAway(WRITES);
        channel().shutdownOutput();
    }

    /** Closes; whoever waits gets an exception. */
    void close() throws IOException {
        closeChannel();
        readiness().hasClosed();
    }

    /** True when the time is over. */
    @Suspendable
    private boolean awaits(int op, long nanos) throws IOException {
        if (op == SelectionKey.OP_READ) {
            inputComes();
        }
        try {
            return readiness().await(op, nanos) == Readiness.LATE;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Closes the socket, as the JDK does for virtual threads. */
    SocketException interrupted() throws IOException {
        owner.close();
        Fiber.current().interrupt(); // as for the JDK's virtual threads, which stay interrupted
        return new SocketException("Closed by interrupt");
    }

    static long deadline(int millis) {
        return millis == 0 ? 0 : System.nanoTime() + Readiness.nanos(millis);
    }

    static long left(int millis, long deadline) {
        return millis == 0 ? Long.MAX_VALUE : Math.max(deadline - System.nanoTime(), 1);
    }

    private static SocketException closed(IOException cause) {
        SocketException e = new SocketException("Socket closed");
        e.initCause(cause);
        return e;
    }

    private SocketException broken(IOException e) {
        if (isClosing()) {
            return closed(e);
        }
        String message = e.getMessage();
        if (message != null && message.startsWith("Connection reset")) {
            over = RESET;
            message = "Connection reset";
        }
        if (e instanceof SocketException) {
            return (SocketException) e;
        }
        SocketException translated = new SocketException(message);
        translated.initCause(e);
        return translated;
    }
}
