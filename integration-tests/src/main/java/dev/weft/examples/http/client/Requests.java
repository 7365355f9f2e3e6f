package dev.weft.examples.http.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Requests and their answers. */
final class Requests {
    private Requests() {}

    static Map<String, Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        all.put("get", Requests::get);
        all.put("openStream", site -> Site.text(site.url("/plain").openStream()));
        all.put("content", site -> Site.text((InputStream) site.url("/plain").getContent()));
        all.put("lines", Requests::lines);
        all.put("chunked", site -> Site.answer(site.open("/chunked")));
        all.put("until the end", site -> Site.answer(site.open("/bare")));
        all.put("methods", Requests::methods);
        all.put("post", Requests::post);
        all.put("chunked streaming", Requests::chunkedStreaming);
        all.put("fixed streaming", site -> fixed(site, "/echo", 10, 10));
        all.put("fixed streaming, too little", site -> wrong(site, 9));
        all.put("fixed streaming, too much", site -> wrong(site, 11));
        all.put("continue", site -> expecting(site, "/continue"));
        all.put("rejected", site -> expecting(site, "/reject"));
        all.put("gzip", Requests::gzip);
        all.put("cookies", Requests::cookies);
        all.put("if modified", Requests::ifModified);
        all.put("headers", Requests::headers);
        all.put("interim", site -> Site.answer(site.open("/interim")));
        all.put("reuse", site -> Site.answer(site.open("/plain")) + lines(site) + get(site));
        return all;
    }

    private static String get(Site site) throws IOException {
        HttpURLConnection c = site.open("/plain");
        String numbers =
                String.join(
                        " ",
                        "" + c.getContentLength(),
                        "" + c.getContentLengthLong(),
                        "" + c.getHeaderFieldInt("X-Int", 7),
                        "" + c.getHeaderFieldInt("X-None", 7),
                        "" + c.getHeaderFieldLong("X-Int", 8),
                        "" + c.getHeaderFieldDate("Date", 9),
                        "" + c.getDate(),
                        "" + c.getExpiration(),
                        "" + c.getLastModified());
        return numbers
                + String.join(
                        " ",
                        c.getContentType(),
                        c.getContentEncoding(),
                        c.getHeaderField(0),
                        c.getHeaderFieldKey(1),
                        c.getHeaderField(99))
                + Site.answer(c);
    }

    private static String lines(Site site) throws IOException {
        InputStream in = site.open("/big?1000").getInputStream();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int sum = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sum += line.length();
            }
            return "sum of the lines " + sum;
        }
    }

    private static String methods(Site site) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String method : new String[] {"HEAD", "OPTIONS", "DELETE", "TRACE", "PUT", "POST"}) {
            HttpURLConnection c = site.open("/echo");
            c.setRequestMethod(method);
            text.append(method).append(' ').append(Site.answer(c)).append("; ");
        }
        return text.toString();
    }

    private static String post(Site site) throws IOException {
        HttpURLConnection c = site.open("/echo");
        c.setDoOutput(true);
        try (OutputStream out = c.getOutputStream()) {
            out.write(Bytes.of("name=value&x=y"));
            out.write('z');
        }
        return Site.answer(c);
    }

    private static String chunkedStreaming(Site site) throws IOException {
        HttpURLConnection c = site.open("/echo");
        c.setRequestMethod("PUT");
        c.setDoOutput(true);
        c.setChunkedStreamingMode(100);
        try (OutputStream out = c.getOutputStream()) {
            for (int i = 0; i < 999; i++) {
                out.write(Bytes.of("piece " + i));
                out.write(i);
            }
            out.flush();
        }
        return Site.answer(c);
    }

    private static String fixed(Site site, String path, int announced, int written)
            throws IOException {
        HttpURLConnection c = site.open(path);
        c.setDoOutput(true);
        c.setFixedLengthStreamingMode(announced);
        OutputStream out = c.getOutputStream();
        out.write(new byte[written - 1]);
        out.write(1);
        String closed = Outcome.of(() -> close(out));
        return closed + Site.answer(c);
    }

    private static String wrong(Site site, int written) throws Exception {
        String failed = Outcome.of(() -> fixed(site, "/plain", 10, written));
        site.plain.awaitRequest();
        return failed;
    }

    private static String close(OutputStream out) throws IOException {
        out.close();
        return "closed ";
    }

    private static String expecting(Site site, String path) throws IOException {
        HttpURLConnection c = site.open(path);
        c.setRequestProperty("Expect", "100-Continue");
        c.setDoOutput(true);
        c.setFixedLengthStreamingMode(3);
        String written =
                Outcome.of(
                        () -> {
                            c.getOutputStream().write(Bytes.of("abc"));
                            return "written ";
                        });
        return written
                + Outcome.of(() -> Site.answer(c))
                + Outcome.of(() -> "" + c.getResponseCode());
    }

    private static String gzip(Site site) throws IOException {
        return Site.text(new GZIPInputStream(site.open("/gzip").getInputStream()));
    }

    private static String cookies(Site site) throws IOException {
        CookieHandler.setDefault(new CookieManager());
        try {
            HttpURLConnection own = site.open("/cookie");
            own.setRequestProperty("Cookie", "own=1");
            return Site.answer(site.open("/cookie"))
                    + Site.answer(site.open("/cookie"))
                    + Site.answer(own);
        } finally {
            CookieHandler.setDefault(null);
        }
    }

    private static String ifModified(Site site) throws IOException {
        HttpURLConnection c = site.open("/status?304");
        c.setIfModifiedSince(784111777000L);
        c.setUseCaches(false);
        return Site.answer(c);
    }

    private static String headers(Site site) throws IOException {
        HttpURLConnection c = site.open("/plain");
        c.addRequestProperty("X-Two", "1");
        c.addRequestProperty("X-Two", "2");
        c.setRequestProperty("Host", "elsewhere");
        c.setRequestProperty("Connection", "close");
        String before = "" + c.getRequestProperties();
        String answer = Site.answer(c);
        String after = Outcome.of(() -> "" + c.getRequestProperties());
        String late =
                Outcome.of(
                        () -> {
                            c.setRequestProperty("X", "late");
                            return "set";
                        });
        return before + answer + after + late;
    }
}
