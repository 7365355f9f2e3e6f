package dev.weft.examples.http.server;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves HTTP, plain or with TLS, and as a proxy, by {@link Replies}; notes each request. */
public final class ScriptedServer implements Closeable {
    private final ServerSocket server;
    private final List<String> log = new ArrayList<>();
    private final Map<Socket, Integer> connections = new IdentityHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger gone = new AtomicInteger();
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    /**
     * Starts to serve.
     *
     * @param server closed with this
     */
    public ScriptedServer(ServerSocket server) {
        this.server = server;
        start(this::accept);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            for (; ; ) {
                Socket socket = server.accept();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            boolean goesOn = true;
            while (goesOn) {
                Exchange next = Exchange.next(in, socket.getOutputStream());
                goesOn = next != null && serve(socket, next);
            }
        } catch (IOException e) {
            gone.incrementAndGet(); // whether a client that leaves resets is a matter of time
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean serve(Socket socket, Exchange next) throws IOException {
        note(socket, next.text());
        if (next.path().equals("/held")) {
            hold();
            next.answer("200 OK", "", "held");
            return true;
        }
        return Replies.serve(next, count.incrementAndGet(), body -> note(socket, body));
    }

    private void hold() {
        held.release();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until so many requests for "/held" wait for {@link #release}. */
    public void awaitHeld(int count) throws InterruptedException {
        held.acquire(count);
    }

    /** Answers requests for "/held" from now on. */
    public void release() {
        released.countDown();
    }

    /** How many connections are served now, each by a thread. */
    public int connections() {
        return open.get();
    }

    private void note(Socket socket, String text) {
        synchronized (log) {
            int number = connections.computeIfAbsent(socket, s -> connections.size());
            log.add("c" + number + " " + text);
            arrived.countDown();
        }
    }

    /** What was asked since the last call; connections are numbered anew. */
    public List<String> takeLog() {
        synchronized (log) {
            List<String> taken = new ArrayList<>(log);
            log.clear();
            connections.clear();
            count.set(0);
            arrived = new CountDownLatch(1);
            return taken;
        }
    }

    /** Waits until a request has come since the log was taken. */
    public void awaitRequest() throws InterruptedException {
        arrived.await();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
