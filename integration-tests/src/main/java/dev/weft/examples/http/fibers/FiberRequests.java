package dev.weft.examples.http.fibers;

import dev.weft.examples.http.server.ScriptedServer;
import dev.weft.examples.http.server.Sockets;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Fibers that wait for answers of a server: many at once on two carriers; one that is interrupted;
 * one that is cancelled; one whose connection another disconnects. Prints a line for each. The
 * argument is how many wait at once.
 */
public final class FiberRequests {
    private final ScriptedServer server;

    private FiberRequests(ScriptedServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (ScriptedServer server = new ScriptedServer(Sockets.listening())) {
            FiberRequests requests = new FiberRequests(server);
            int count = Integer.parseInt(arguments[0]);
            Weft.run(Scheduler.workStealing(2), () -> requests.run(count));
        }
    }

    private Void run(int count) throws Exception {
        System.out.println("lines " + lines());
        System.out.println("interrupted " + interrupted());
        System.out.println("cancelled " + cancelled());
        System.out.println("disconnected " + disconnected());
        System.out.println(count + " at once " + atOnce(count));
        return null;
    }

    private URL url(String path) throws IOException {
        return new URL("http://127.0.0.1:" + server.port() + path);
    }

    private int lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                url("/big?500").openStream(), StandardCharsets.UTF_8))) {
            int lines = 0;
            while (reader.readLine() != null) {
                lines++;
            }
            return lines;
        }
    }

    /** Waits for an answer that never comes. */
    private String silent(HttpURLConnection connection) {
        try (InputStream in = connection.getInputStream()) {
            return "answered " + in.read();
        } catch (SocketException e) {
            return e.getMessage();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Fiber<String> waiting(HttpURLConnection connection) throws Exception {
        server.takeLog();
        Fiber<String> fiber = Weft.go(() -> silent(connection));
        Weft.blocking(
                () -> {
                    server.awaitRequest();
                    return null;
                });
        return fiber;
    }

    private String interrupted() throws Exception {
        Fiber<String> fiber = waiting((HttpURLConnection) url("/silent").openConnection());
        fiber.interrupt();
        return fiber.join();
    }

    private String cancelled() throws Exception {
        Fiber<String> fiber = waiting((HttpURLConnection) url("/silent").openConnection());
        fiber.cancel();
        try {
            return fiber.join();
        } catch (CompletionException e) {
            return e.getCause().getClass().getSimpleName();
        }
    }

    private String disconnected() throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url("/silent").openConnection();
        Fiber<String> fiber = waiting(connection);
        connection.disconnect();
        return fiber.join();
    }

    /**
     * All wait for an answer before the first gets one. A thread for each would be {@code count};
     * on a loaded machine, where turns last, carriers are added and calls that are handed off
     * overlap: 53 threads were seen.
     */
    private String atOnce(int count) throws Exception {
        server.takeLog();
        int before = Thread.activeCount() - server.connections();
        List<Fiber<String>> fibers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fibers.add(Weft.go(() -> held()));
        }
        Weft.blocking(
                () -> {
                    server.awaitHeld(count);
                    return null;
                });
        int more = Thread.activeCount() - server.connections() - before;
        server.release();
        int answers = 0;
        for (Fiber<String> fiber : fibers) {
            answers += fiber.join().equals("200 held") ? 1 : 0;
        }
        return answers + " answers, " + (more < count / 3 ? "few" : more + " more") + " threads";
    }

    private String held() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url("/held").openConnection();
        try (InputStream in = connection.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return connection.getResponseCode() + " " + text;
        }
    }
}
