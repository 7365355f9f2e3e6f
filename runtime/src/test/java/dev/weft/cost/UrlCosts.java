package dev.weft.cost;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * So many requests at once by {@code HttpURLConnection} of a server (of fibers, in the same
 * process) that answers after a second: in fibers on two carriers, under the agent or without, in
 * platform threads, and in virtual ones where the JDK has them.
 */
@Suspendable
final class UrlCosts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private UrlCosts() {}

    static void urls(int count, String kind) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5000, InetAddress.getLoopbackAddress())) {
            Thread serving =
                    new Thread(() -> Weft.run(Scheduler.workStealing(1), () -> serve(server)));
            serving.setDaemon(true);
            serving.start();
            URL url = new URL("http://127.0.0.1:" + server.getLocalPort() + "/");
            long start = System.nanoTime();
            get(url);
            double first = (System.nanoTime() - start) / 1e9;
            int before = THREADS.getThreadCount();
            THREADS.resetPeakThreadCount();
            start = System.nanoTime();
            int sum = kind.equals("fibers") ? inFibers(url, count) : inThreads(kind, url, count);
            System.out.printf(
                    Locale.ROOT,
                    "%s: the first %.2f s, then %d requests, %d answers, %.2f s, threads %d, then"
                            + " %d at most; %s%n",
                    kind,
                    first,
                    count,
                    sum,
                    (System.nanoTime() - start) / 1e9,
                    before,
                    THREADS.getPeakThreadCount(),
                    url.openConnection().getClass().getName());
        }
    }

    private static int inFibers(URL url, int count) {
        return Weft.run(Scheduler.workStealing(2), () -> getAll(url, count));
    }

    private static int getAll(URL url, int count) {
        List<Fiber<Integer>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Weft.go(() -> get(url)));
        }
        int sum = 0;
        for (Fiber<Integer> fiber : all) {
            sum += fiber.join();
        }
        return sum;
    }

    private static int inThreads(String kind, URL url, int count) throws Exception {
        ExecutorService threads =
                kind.equals("virtual")
                        ? (ExecutorService)
                                Executors.class
                                        .getMethod("newVirtualThreadPerTaskExecutor")
                                        .invoke(null)
                        : Executors.newCachedThreadPool();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(() -> get(url));
        }
        int sum = 0;
        for (Future<Integer> call : threads.invokeAll(calls)) {
            sum += call.get();
        }
        return sum;
    }

    private static int get(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Connection", "close");
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes().length == 2 && connection.getResponseCode() == 200 ? 1 : 0;
        }
    }

    private static Void serve(ServerSocket server) throws IOException {
        for (; ; ) {
            Socket socket = server.accept();
            Weft.go(() -> answer(socket));
        }
    }

    private static Void answer(Socket socket) throws Exception {
        try (Socket mine = socket) {
            ByteBuffer end = ByteBuffer.allocate(4);
            InputStream in = mine.getInputStream();
            for (int b = in.read(); end.getInt(0) != 0x0d0a0d0a; b = in.read()) {
                end.putInt(0, end.getInt(0) << 8 | b);
                if (end.getInt(0) == 0x0d0a0d0a) {
                    break;
                }
            }
            Thread.sleep(1000);
            mine.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        return null;
    }
}
