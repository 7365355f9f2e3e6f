package dev.weft.examples.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Random;
import java.util.concurrent.Callable;

/** One connection, used in a way that a seed chooses. */
final class RandomRequests {
    private static final String[] PATHS = {
        "/plain",
        "/big?7",
        "/big?700",
        "/chunked",
        "/bare",
        "/redirect?302&/plain",
        "/gzip",
        "/redirect?301&/chunked",
        "/status?404",
        "/status?500",
        "/status?204",
        "/close",
        "/close-once",
        "/short",
        "/short-chunk",
        "/bad-chunk",
        "/garbage",
        "/basic?x",
        "/interim",
        "/echo",
        "/echo",
        "/echo"
    };
    private static final String[] METHODS = {
        "GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"
    };

    /** Now and then client and server wait for each other, with the JDK's client too. */
    private static final int READ_TIMEOUT = 20_000;

    private final Random random;
    private final HttpURLConnection connection;
    private final StringBuilder text = new StringBuilder();
    private int fixed;
    private InputStream in;

    private RandomRequests(Site site, long seed) throws IOException {
        random = new Random(seed);
        connection = site.open(PATHS[random.nextInt(PATHS.length)]);
        connection.setRequestProperty("X-Run", "" + seed);
        connection.setReadTimeout(READ_TIMEOUT);
    }

    static String run(Site site, long seed) throws IOException {
        RandomRequests requests = new RandomRequests(site, seed);
        requests.configure();
        for (int i = requests.random.nextInt(9); i >= 0; i--) {
            requests.step(() -> requests.call(requests.random.nextInt(22)));
        }
        requests.step(requests::end);
        return requests.text.toString();
    }

    private void step(Callable<String> call) {
        text.append(Outcome.of(call)).append("; ");
    }

    private void configure() throws IOException {
        String method = METHODS[random.nextInt(METHODS.length)];
        connection.setRequestMethod(method);
        connection.setUseCaches(random.nextBoolean());
        connection.setInstanceFollowRedirects(random.nextInt(4) > 0);
        boolean output = method.startsWith("P") && random.nextInt(4) > 0;
        connection.setDoOutput(output);
        int streaming = output ? random.nextInt(4) : 0;
        if (streaming == 1) {
            connection.setChunkedStreamingMode(random.nextInt(50));
        } else if (streaming == 2) {
            fixed = random.nextInt(50);
            connection.setFixedLengthStreamingMode(fixed);
        }
        text.append(method).append(' ').append(connection.getURL().getFile()).append(": ");
    }

    private String call(int kind) throws IOException {
        switch (kind) {
            case 0:
                connection.connect();
                return "connected";
            case 1:
            case 2:
                return "" + connection.getResponseCode();
            case 3:
                return connection.getResponseMessage();
            case 4:
                return connection.getHeaderField("X-Int");
            case 5:
                return connection.getHeaderField(random.nextInt(4));
            case 6:
                return connection.getHeaderFieldKey(random.nextInt(4));
            case 7:
                return "" + connection.getHeaderFieldInt("Content-Length", -5);
            case 8:
                return connection.getContentType() + connection.getContentLengthLong();
            case 9:
                return Site.headers(connection);
            case 10:
            case 11:
            case 12:
                return write();
            case 13:
                return error();
            case 14:
                connection.setRequestProperty("X-Late", "1");
                return "set";
            default:
                return read();
        }
    }

    private String write() throws IOException {
        OutputStream out = connection.getOutputStream();
        byte[] bytes = new byte[random.nextInt(30) + (random.nextInt(9) == 0 ? fixed : 0)];
        random.nextBytes(bytes);
        out.write(bytes);
        if (random.nextInt(3) == 0) {
            out.write(bytes.length);
        }
        if (random.nextInt(3) == 0) {
            out.close();
        }
        return "wrote " + bytes.length;
    }

    private String error() throws IOException {
        InputStream error = connection.getErrorStream();
        return error == null ? "no error" : "error " + Site.text(error);
    }

    private String read() throws IOException {
        in = connection.getInputStream();
        switch (random.nextInt(4)) {
            case 0:
                return "" + in.read();
            case 1:
                return "skipped " + in.skip(random.nextInt(5));
            case 2:
                return Bytes.text(in.readAllBytes());
            default:
                return Bytes.text(in.readNBytes(random.nextInt(100)));
        }
    }

    /** Leaves nothing behind that the next could see. */
    private String end() throws IOException {
        String rest = in == null ? "unread" : Bytes.text(in.readAllBytes());
        connection.disconnect();
        return rest;
    }
}
