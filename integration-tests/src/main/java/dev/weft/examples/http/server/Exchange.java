package dev.weft.examples.http.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** One request, and the way to its answer. */
final class Exchange {
    private final InputStream in;
    private final OutputStream out;
    private final String line;
    private final List<String> headers = new ArrayList<>();

    private Exchange(InputStream in, OutputStream out, String line) throws IOException {
        this.in = in;
        this.out = out;
        this.line = line;
        for (String next = readLine(); !next.isEmpty(); next = readLine()) {
            headers.add(next);
        }
    }

    /** The next request of a connection, up to its body; null at the end. */
    static Exchange next(InputStream in, OutputStream out) throws IOException {
        int first = in.read();
        return first < 0 ? null : new Exchange(in, out, (char) first + readLine(in));
    }

    private String readLine() throws IOException {
        return readLine(in);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("in a line: " + text);
            }
            text.append((char) c);
        }
        return text.toString().trim();
    }

    String method() {
        return line.substring(0, line.indexOf(' '));
    }

    /** What stands between the method and the version. */
    String target() {
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    /** The path, of a proxy's requests, too. */
    String path() {
        String path = target().replaceFirst("^http://[^/]*", "");
        return path.replaceFirst("\\?.*", "");
    }

    /** What stands behind the question mark. */
    String query() {
        int mark = target().indexOf('?');
        return mark < 0 ? "" : target().substring(mark + 1);
    }

    /** Null when there is none. */
    String header(String name) {
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (header.substring(0, colon).equalsIgnoreCase(name)) {
                return header.substring(colon + 1).trim();
            }
        }
        return null;
    }

    byte[] body() throws IOException {
        String length = header("Content-Length");
        if ("chunked".equals(header("Transfer-Encoding"))) {
            return chunks();
        }
        byte[] body = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
        if (length != null && body.length < Integer.parseInt(length)) {
            throw new EOFException("in a body");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            readLine();
        }
        readLine();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(readLine(), 16);
    }

    /** Sends text as it is, with the line ends of HTTP. */
    void send(String text) throws IOException {
        send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends an answer with a length; of HEAD, without the body. */
    void answer(String status, String more, byte[] body) throws IOException {
        send("HTTP/1.1 " + status + "\n" + more + "Content-Length: " + body.length + "\n\n");
        if (!method().equals("HEAD")) {
            send(body);
        }
    }

    void answer(String status, String more, String body) throws IOException {
        answer(status, more, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the client has gone. */
    void awaitEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /** Which of many runs asks, as it says; with a blank. */
    String run() {
        String run = header("X-Run");
        return run == null ? "" : run + " ";
    }

    /** For the log. */
    String text() {
        return run() + line + " | " + String.join(" | ", headers);
    }

    static String sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return String.format(Locale.ROOT, "%d:%08x", bytes.length, sum.getValue());
    }
}
