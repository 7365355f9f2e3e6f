package dev.weft.examples.http.client;

import dev.weft.examples.http.server.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** The servers of a scenario. */
final class Site {
    final ScriptedServer plain;
    final ScriptedServer secure;

    /** Trusts the secure server. */
    final SSLContext trusting;

    Site(ScriptedServer plain, ScriptedServer secure, SSLContext trusting) {
        this.plain = plain;
        this.secure = secure;
        this.trusting = trusting;
    }

    URL url(String path) throws IOException {
        return new URL("http://127.0.0.1:" + plain.port() + path);
    }

    HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) url(path).openConnection();
    }

    /** The plain server as a proxy. */
    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", plain.port()));
    }

    HttpsURLConnection secure(String host, String path, Proxy proxy) throws IOException {
        URL url = new URL("https://" + host + ":" + secure.port() + path);
        return (HttpsURLConnection) url.openConnection(proxy);
    }

    /** What a connection answers: status, headers, body. */
    static String answer(HttpURLConnection connection) throws IOException {
        int code = connection.getResponseCode();
        InputStream in = code < 400 ? connection.getInputStream() : connection.getErrorStream();
        String body = in == null ? "none" : text(in);
        return code + " " + connection.getResponseMessage() + " " + headers(connection) + body;
    }

    static String headers(HttpURLConnection connection) {
        Map<String, List<String>> sorted = new TreeMap<>();
        connection.getHeaderFields().forEach((name, list) -> sorted.put("" + name, list));
        return sorted + " ";
    }

    static String text(InputStream in) throws IOException {
        try (in) {
            return Bytes.text(in.readAllBytes());
        }
    }
}
