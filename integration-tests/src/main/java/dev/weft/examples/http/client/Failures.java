package dev.weft.examples.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/** Answers that say no, servers that break off, misuse. */
final class Failures {
    private static final int TIMEOUT = 200;

    /** Of a read that meets a close, which has two texts, or that finds no connection any more. */
    private static final Pattern CLOSED =
            Pattern.compile(
                    "java[.]net[.]SocketException: Socket (is )?closed < "
                            + "|java[.]lang[.]NullPointerException.*");

    private Failures() {}

    static Map<String, Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        for (int code : new int[] {400, 404, 410, 500, 503, 204, 304, 101}) {
            all.put("status " + code, site -> status(site, code));
        }
        all.put("no server", Failures::noServer);
        all.put("closed at once", site -> twice(site, "/close"));
        all.put("closed once", site -> twice(site, "/close-once"));
        all.put("post, closed once", site -> post(site, "/close-once", false));
        all.put("streamed, closed once", site -> post(site, "/close-once", true));
        all.put("too short", site -> twice(site, "/short"));
        all.put("chunk too short", site -> twice(site, "/short-chunk"));
        all.put("bad chunk", site -> twice(site, "/bad-chunk"));
        all.put("garbage", site -> twice(site, "/garbage"));
        all.put("read time-out", site -> timedOut(site, "/silent"));
        all.put("read time-out in the body", site -> timedOut(site, "/half"));
        all.put("connect time-out", Failures::connectTimeout);
        all.put("disconnect while waiting", Failures::disconnect);
        all.put("disconnect after the answer", Failures::disconnectAfter);
        all.put("misuse", Failures::misuse);
        all.put("closed stream", Failures::closedStream);
        return all;
    }

    private static String status(Site site, int code) {
        StringBuilder text = new StringBuilder();
        for (boolean first : new boolean[] {true, false}) {
            text.append(
                    Outcome.of(
                            () -> {
                                HttpURLConnection c = site.open("/status?" + code);
                                String in = first ? "" : read(c);
                                String error = c.getErrorStream() == null ? "no error" : "error";
                                return in + error + Site.answer(c) + read(c);
                            }));
        }
        return text.toString();
    }

    private static String read(HttpURLConnection c) {
        return Outcome.of(() -> Site.text(c.getInputStream()));
    }

    private static String twice(Site site, String path) throws IOException {
        HttpURLConnection c = site.open(path);
        return read(c) + Outcome.of(() -> Site.answer(c)) + read(c);
    }

    private static String post(Site site, String path, boolean streamed) throws IOException {
        HttpURLConnection c = site.open(path);
        c.setDoOutput(true);
        if (streamed) {
            c.setFixedLengthStreamingMode(4);
        }
        c.getOutputStream().write(Bytes.of("body"));
        return read(c) + Outcome.of(() -> Site.answer(c));
    }

    private static String noServer(Site site) throws IOException {
        int free;
        try (ServerSocket none = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = none.getLocalPort();
        }
        URL url = new URL("http://127.0.0.1:" + free + "/");
        HttpURLConnection c = (HttpURLConnection) url.openConnection();
        String code = Outcome.of(() -> "" + c.getResponseCode());
        return (code + read(c) + c.getHeaderField("X")).replace("" + free, "PORT");
    }

    private static String timedOut(Site site, String path) throws IOException {
        HttpURLConnection c = site.open(path);
        c.setReadTimeout(TIMEOUT);
        c.setRequestProperty("Connection", "close");
        return read(c) + Outcome.of(() -> "" + c.getResponseCode());
    }

    /** A listener whose backlog is full answers no more. */
    private static String connectTimeout(Site site) throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket();
                filling.add(socket);
                Outcome.of(() -> connect(socket, full));
            }
            URL url = new URL("http://127.0.0.1:" + full.getLocalPort() + "/");
            HttpURLConnection c = (HttpURLConnection) url.openConnection();
            c.setConnectTimeout(TIMEOUT);
            return read(c) + c.getConnectTimeout();
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private static String connect(Socket socket, ServerSocket full) throws IOException {
        socket.connect(full.getLocalSocketAddress(), TIMEOUT);
        return "";
    }

    /**
     * The client does not guard against this: who has sent the request and is about to read may
     * find its connection gone.
     */
    private static String disconnect(Site site) throws Exception {
        HttpURLConnection c = site.open("/silent");
        FutureTask<String> reading = new FutureTask<>(() -> read(c));
        new Thread(reading).start();
        site.plain.awaitRequest();
        c.disconnect();
        String read = reading.get();
        return CLOSED.matcher(read).matches() ? "closed" : read;
    }

    private static String disconnectAfter(Site site) throws IOException {
        HttpURLConnection c = site.open("/plain");
        InputStream in = c.getInputStream();
        int first = in.read();
        c.disconnect();
        return first + Outcome.of(() -> "" + in.read()) + Outcome.of(() -> Site.answer(c));
    }

    private static String misuse(Site site) throws IOException {
        HttpURLConnection c = site.open("/plain");
        String output = Outcome.of(() -> "" + c.getOutputStream());
        c.setDoOutput(true);
        String again = Outcome.of(() -> "" + c.getOutputStream());
        HttpURLConnection late = site.open("/plain");
        late.setDoOutput(true);
        String answer = Site.answer(late);
        String after = Outcome.of(() -> "" + late.getOutputStream());
        HttpURLConnection noInput = site.open("/plain");
        noInput.setDoInput(false);
        return output
                + again
                + answer
                + after
                + read(noInput)
                + Outcome.of(() -> "" + site.open("/plain\nX: y"))
                + Outcome.of(() -> "" + new URL("http://a b/").openConnection().getInputStream())
                + Outcome.of(() -> "" + site.url("/").openConnection(null));
    }

    private static String closedStream(Site site) throws IOException {
        InputStream in = site.open("/big?9").getInputStream();
        int first = in.read();
        String mark = in.markSupported() + " " + Outcome.of(() -> "" + in.skip(5));
        in.close();
        return first
                + mark
                + Outcome.of(() -> "" + in.read())
                + Outcome.of(() -> "" + in.available());
    }
}
