package dev.weft.cost;

import dev.weft.Suspendable;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Main program: what wrappers, selectors, the standard input and {@code HttpURLConnection} cost in
 * fibers, beside the same source, unwoven, on a plain thread. {@code wrappers}, {@code objects},
 * {@code select}, {@code stdin} (reads lines until the end), {@code urls N [platform|virtual]}
 * ({@link UrlCosts}).
 */
@Suspendable
final class Costs {
    private static final int ROUNDS = 7;
    private static final int BYTES = 64 << 20;

    private Costs() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "wrappers":
                wrappers();
                break;
            case "objects":
                over("readObject", "buffered objects");
                break;
            case "select":
                select();
                break;
            case "stdin":
                stdin(arguments[1].equals("fiber"));
                break;
            default:
                UrlCosts.urls(
                        Integer.parseInt(arguments[1]),
                        arguments.length > 2 ? arguments[2] : "fibers");
        }
        System.exit(0);
    }

    /** Some body on a thread or a fiber; returns nanoseconds. */
    private interface Timed {
        @Suspendable
        long run(Body body) throws Exception;
    }

    private static double[] times(Timed timed) throws Exception {
        double[] jdk = new double[ROUNDS];
        double[] weft = new double[ROUNDS];
        Scheduler scheduler = Scheduler.workStealing(1);
        for (int i = 0; i < ROUNDS; i++) {
            jdk[i] = onThread(timed, new UnwovenBodies());
            weft[i] = Weft.run(scheduler, () -> timed.run(new WovenBodies()));
        }
        return new double[] {median(jdk), median(weft)};
    }

    private static double onThread(Timed timed, Body body) throws Exception {
        return timed.run(body);
    }

    private static double median(double[] all) {
        double[] last = Arrays.copyOfRange(all, 2, all.length); // the first warm up
        Arrays.sort(last);
        return last[last.length / 2];
    }

    private static void wrappers() throws Exception {
        over("readLine", "readInt", "gzip");
    }

    private static void over(String... kinds) throws Exception {
        for (String kind : kinds) {
            byte[] content = content(kind);
            long[] count = new long[1];
            double[] socket = times(body -> overSocket(kind, body, content, count));
            print(kind + " socket", socket, count[0]);
            double[] pipe = times(body -> overPipe(kind, body, content, count));
            print(kind + " pipe", pipe, count[0]);
        }
    }

    private static void print(String what, double[] times, long count) {
        System.out.printf(
                Locale.ROOT,
                "%-16s jdk, thread %7.1f ns  weft, fiber %7.1f ns  ratio %.2f%n",
                what,
                times[0] / count,
                times[1] / count,
                times[1] / times[0]);
    }

    private static byte[] content(String kind) throws IOException {
        if (kind.equals("readInt")) {
            return new byte[BYTES];
        } else if (kind.endsWith("bjects") || kind.endsWith("bject")) {
            return messages();
        }
        StringBuilder line = new StringBuilder();
        Random random = new Random(1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = kind.equals("gzip") ? new GZIPOutputStream(all) : all) {
            for (int size = 0; size < BYTES; size += line.length()) {
                line.setLength(0);
                for (int i = random.nextInt(60); i >= 0; i--) {
                    line.append((char) ('a' + random.nextInt(26)));
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return all.toByteArray();
    }

    /** A hundred thousand small ones. */
    private static byte[] messages() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(all)) {
            for (int i = 0; i < 100_000; i++) {
                Map<String, Object> message = new HashMap<>();
                message.put("number", i);
                message.put("list", new ArrayList<>(List.of("one" + i, "two")));
                out.writeObject(message);
            }
        }
        return all.toByteArray();
    }

    private static long overSocket(String kind, Body body, byte[] content, long[] count)
            throws Exception {
        try (ServerSocketChannel server = body.server();
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel served = server.accept()) {
            Thread writer = new Thread(() -> write(Channels.newOutputStream(client), content));
            writer.start();
            long start = System.nanoTime();
            count[0] = body.read(kind, served.socket().getInputStream());
            return System.nanoTime() - start;
        }
    }

    private static long overPipe(String kind, Body body, byte[] content, long[] count)
            throws Exception {
        Pipe pipe = body instanceof UnwovenBodies ? UnwovenBodies.open() : Pipe.open();
        Thread writer = new Thread(() -> write(Channels.newOutputStream(pipe.sink()), content));
        writer.start();
        try (InputStream in =
                body instanceof UnwovenBodies
                        ? UnwovenBodies.input(pipe)
                        : Channels.newInputStream(pipe.source())) {
            long start = System.nanoTime();
            count[0] = body.read(kind, in);
            return System.nanoTime() - start;
        }
    }

    private static void write(OutputStream to, byte[] content) {
        try (OutputStream out = to) {
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void select() throws Exception {
        for (int clients : new int[] {1, 10, 100}) {
            int turns = 40_000;
            double[] times = times(body -> echo(body, clients, turns, false));
            print("echo of " + clients, times, turns);
            double[] handedOff = times(body -> echo(body, clients, turns, true));
            print("  by hand-off", handedOff, turns);
        }
    }

    /** A plain thread plays the clients, each of which has one byte on its way. */
    private static long echo(Body body, int clients, int turns, boolean foreign) throws Exception {
        try (ServerSocketChannel server = body.server();
                Selector selector = body.selector()) {
            Pipe pipe = UnwovenBodies.open();
            pipe.source().configureBlocking(false);
            if (foreign) {
                pipe.source().register(selector, SelectionKey.OP_READ);
            }
            int port = server.socket().getLocalPort();
            Thread peer = new Thread(() -> UnwovenBodies.play(port, clients, turns));
            peer.start();
            long start = System.nanoTime();
            body.echo(server, selector, turns);
            long time = System.nanoTime() - start;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            pipe.sink().close();
            return time;
        }
    }

    private static void stdin(boolean fiber) throws Exception {
        long start = System.nanoTime();
        long n =
                fiber
                        ? Weft.run(
                                Scheduler.workStealing(1),
                                () -> new WovenBodies().read("readLine", System.in))
                        : new UnwovenBodies().read("readLine", System.in);
        System.out.printf(
                Locale.ROOT,
                "%s %d lines, %.1f ns each%n",
                fiber ? "fiber" : "thread",
                n,
                (System.nanoTime() - start) / (double) n);
    }
}
