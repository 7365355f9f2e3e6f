package dev.weft.examples.http.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** The script: what is answered, by path. */
final class Replies {
    private static final String DATES =
            "Content-Type: text/plain\nDate: Sun, 06 Nov 1994 08:49:37 GMT\n"
                    + "Last-Modified: Sat, 05 Nov 1994 08:49:37 GMT\n"
                    + "Expires: Mon, 07 Nov 1994 08:49:37 GMT\nX-Int: 42\nX-Int: 43\n";

    private static final String CHUNKED = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n";

    /** One path's answer. */
    private interface Reply {
        /** Whether the connection can be used again. */
        boolean to(Exchange exchange) throws IOException;
    }

    private static final Map<String, Reply> REPLIES =
            Map.ofEntries(
                    Map.entry("/plain", e -> full(e, "200 OK", DATES, "hello world\n")),
                    Map.entry("/big", e -> full(e, "200 OK", "", big(e))),
                    Map.entry("/chunked", Replies::chunked),
                    Map.entry("/bare", e -> last(e, "HTTP/1.0 200 OK\n\nuntil the end")),
                    Map.entry("/redirect", Replies::redirect),
                    Map.entry("/basic", Replies::basic),
                    Map.entry("/digest", Replies::digest),
                    Map.entry("/cookie", Replies::cookie),
                    Map.entry("/gzip", Replies::gzip),
                    Map.entry("/status", Replies::status),
                    Map.entry("/close", e -> false),
                    Map.entry("/short", e -> last(e, "HTTP/1.1 200 OK\nContent-Length: 99\n\nfew")),
                    Map.entry("/short-chunk", e -> last(e, CHUNKED + "9\nfew")),
                    Map.entry("/bad-chunk", e -> last(e, CHUNKED + "zz\nfew\n")),
                    Map.entry("/silent", Replies::silent),
                    Map.entry("/half", Replies::half),
                    Map.entry("/garbage", e -> last(e, "nonsense and more\n\n")),
                    Map.entry("/proxy-auth", Replies::proxyAuthentication),
                    Map.entry("/interim", Replies::interim));

    private Replies() {}

    /**
     * Answers.
     *
     * @param count of the requests in this scenario
     * @return whether the connection can be used again
     */
    static boolean serve(Exchange exchange, int count, Consumer<String> log) throws IOException {
        if (exchange.method().equals("CONNECT")) {
            return connect(exchange);
        }
        String path = exchange.path();
        if (path.equals("/close-once")) {
            exchange.body();
            return count > 1 && full(exchange, "200 OK", "", "at last");
        }
        if (path.equals("/echo") || path.equals("/continue")) {
            return echo(exchange, log);
        }
        if (path.equals("/reject")) {
            return last(exchange, "HTTP/1.1 417 Expectation Failed\nContent-Length: 0\n\n");
        }
        exchange.body();
        return REPLIES.getOrDefault(path, e -> full(e, "404 Not Found", "", "?")).to(exchange);
    }

    private static boolean full(Exchange e, String status, String more, String body)
            throws IOException {
        e.answer(status, more, body);
        return true;
    }

    /** The connection ends with the answer, unless nobody would see that there is no more. */
    private static boolean last(Exchange e, String text) throws IOException {
        boolean head = e.method().equals("HEAD");
        e.send(head ? text.substring(0, text.indexOf("\n\n") + 2) : text);
        return head;
    }

    private static String big(Exchange e) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(e.query()); i++) {
            lines.append("line ").append(i).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        return lines.toString();
    }

    private static boolean echo(Exchange e, Consumer<String> log) throws IOException {
        if (e.path().equals("/continue")) {
            e.send("HTTP/1.1 100 Continue\n\n");
        }
        byte[] body = e.body();
        log.accept(e.run() + "body " + Exchange.sum(body));
        return full(e, "200 OK", "X-Method: " + e.method() + "\n", Exchange.sum(body));
    }

    private static boolean chunked(Exchange e) throws IOException {
        e.send(CHUNKED);
        if (!e.method().equals("HEAD")) {
            e.send("5;x=y\nhello\n");
            e.send("1\n \n5\nworld\n");
            e.send("0\nX-Trailer: yes\n\n");
        }
        return true;
    }

    private static boolean redirect(Exchange e) throws IOException {
        String[] query = e.query().split("&", 2);
        return full(e, query[0] + " Elsewhere", "Location: " + query[1] + "\n", "gone");
    }

    private static boolean basic(Exchange e) throws IOException {
        boolean known = "Basic dXNlcjpwYXNz".equals(e.header("Authorization"));
        String asks = "WWW-Authenticate: Basic realm=\"" + e.query() + "\"\n";
        return known
                ? full(e, "200 OK", "", "welcome")
                : full(e, "401 Unauthorized", asks, "who are you?");
    }

    private static boolean digest(Exchange e) throws IOException {
        String given = e.header("Authorization");
        String asks =
                "WWW-Authenticate: Digest realm=\"digests\", nonce=\"abc\", qop=\"auth\","
                        + " algorithm=MD5, opaque=\"op\"\n";
        return given != null && given.contains("username=\"user\"")
                ? full(e, "200 OK", "", "welcome")
                : full(e, "401 Unauthorized", asks, "who are you?");
    }

    private static boolean proxyAuthentication(Exchange e) throws IOException {
        boolean known = "Basic dXNlcjpwYXNz".equals(e.header("Proxy-Authorization"));
        String asks = "Proxy-Authenticate: Basic realm=\"proxy\"\n";
        return known
                ? full(e, "200 OK", "", "passed")
                : full(e, "407 Proxy Authentication Required", asks, "who are you?");
    }

    private static boolean cookie(Exchange e) throws IOException {
        String cookies = String.valueOf(e.header("Cookie"));
        return full(e, "200 OK", "Set-Cookie: a=b; Path=/\nSet-Cookie: c=d\n", cookies);
    }

    private static boolean gzip(Exchange e) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("packed and unpacked".repeat(99).getBytes(StandardCharsets.ISO_8859_1));
        }
        e.answer("200 OK", "Content-Encoding: gzip\n", packed.toByteArray());
        return true;
    }

    private static boolean status(Exchange e) throws IOException {
        int code = Integer.parseInt(e.query());
        if (code == 204 || code == 304 || code == 101) {
            e.send("HTTP/1.1 " + code + " Nothing\n\n");
            return code != 101;
        }
        return full(e, code + " Status", "", "status " + code);
    }

    private static boolean silent(Exchange e) throws IOException {
        e.awaitEnd();
        return false;
    }

    private static boolean half(Exchange e) throws IOException {
        e.send("HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf\n");
        e.awaitEnd();
        return false;
    }

    /**
     * In one piece: some clients take the hints for the answer, and what else they read is gone.
     */
    private static boolean interim(Exchange e) throws IOException {
        if (e.method().equals("HEAD")) {
            return full(e, "200 OK", "", "after hints");
        }
        String hints = "HTTP/1.1 103 Early Hints\nLink: </style.css>\n\n";
        e.send(hints + "HTTP/1.1 200 OK\nContent-Length: 11\n\nafter hints");
        return false;
    }

    /** To the port that is named, on this machine; port 1 is refused, port 2 wants a password. */
    private static boolean connect(Exchange e) throws IOException {
        int port = Integer.parseInt(e.target().replaceFirst(".*:", ""));
        if (port <= 2) {
            String asks = port == 1 ? "" : "Proxy-Authenticate: Basic realm=\"proxy\"\n";
            String status = port == 1 ? "403 No" : "407 Proxy Authentication Required";
            return full(e, status, asks, "");
        }
        try (Socket to = new Socket("127.0.0.1", port)) {
            e.send("HTTP/1.1 200 Connected\n\n");
            Thread back = new Thread(() -> pump(to, e.out()), "scripted-tunnel");
            back.setDaemon(true);
            back.start();
            e.in().transferTo(to.getOutputStream());
        }
        return false;
    }

    private static void pump(Socket from, OutputStream out) {
        try {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            if (!from.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
