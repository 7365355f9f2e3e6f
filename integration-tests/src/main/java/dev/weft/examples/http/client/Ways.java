package dev.weft.examples.http.client;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Redirections, passwords, proxies and TLS. */
final class Ways {
    private Ways() {}

    static Map<String, Scenario> all() {
        Map<String, Scenario> all = new TreeMap<>();
        for (int code : new int[] {301, 302, 303, 307, 308}) {
            String path = "/redirect?" + code + "&/plain";
            all.put("redirect " + code, site -> Site.answer(site.open(path)) + posted(site, path));
        }
        all.put("redirect for ever", site -> Outcome.of(() -> loop(site)));
        all.put("redirect, not followed", Ways::notFollowed);
        all.put("redirect elsewhere", Ways::elsewhere);
        all.put("basic", site -> withPassword("pass", () -> twice(site, "/basic?one")));
        all.put("basic, wrong", site -> withPassword("no", () -> twice(site, "/basic?two")));
        all.put("basic, nobody", site -> twice(site, "/basic?three"));
        all.put("basic, of the connection", Ways::ownAuthenticator);
        all.put("digest", site -> withPassword("pass", () -> twice(site, "/digest")));
        all.put("proxy", site -> Site.answer(proxied(site, "/plain")));
        all.put("proxy by selector", Ways::selected);
        all.put("proxy that asks", site -> withPassword("pass", () -> asked(site)));
        all.put("no proxy there", Ways::noProxy);
        all.put("https", site -> Site.answer(trusting(site, "localhost")) + suite(site));
        all.put("https, twice", site -> Site.answer(trusting(site, "localhost")) + reused(site));
        all.put("https, wrong host", site -> Outcome.of(() -> wrongHost(site, null)));
        all.put("https, refused", site -> Outcome.of(() -> wrongHost(site, false)));
        all.put("https, accepted", site -> Outcome.of(() -> wrongHost(site, true)));
        all.put("https, not trusted", site -> Outcome.of(() -> strange(site)));
        all.put("https, defaults", Ways::defaults);
        all.put("https, post", Ways::securePost);
        all.put("https by proxy", Ways::tunnelled);
        all.put("https by proxy, refused", site -> Outcome.of(() -> refused(site, 1)));
        all.put("https by proxy, asked", site -> Outcome.of(() -> refused(site, 2)));
        return all;
    }

    private static String posted(Site site, String path) {
        HttpURLConnection[] c = new HttpURLConnection[1];
        return Outcome.of(
                () -> {
                    c[0] = site.open(path);
                    c[0].setDoOutput(true);
                    c[0].getOutputStream().write(Bytes.of("body"));
                    return Site.answer(c[0]) + c[0].getURL().getPath() + c[0].getRequestMethod();
                });
    }

    private static String loop(Site site) throws IOException {
        return Site.answer(site.open("/redirect?302&/redirect?302&/plain"))
                + Site.text(site.open("/redirect?302&?302&").getInputStream());
    }

    private static String notFollowed(Site site) throws IOException {
        HttpURLConnection c = site.open("/redirect?302&/plain");
        c.setInstanceFollowRedirects(false);
        HttpURLConnection.setFollowRedirects(false);
        String all = Site.answer(site.open("/redirect?302&/plain"));
        HttpURLConnection.setFollowRedirects(true);
        return Site.answer(c) + all;
    }

    private static String elsewhere(Site site) throws Exception {
        String other = "https://localhost:" + site.secure.port() + "/plain";
        HttpURLConnection streamed = site.open("/redirect?302&/plain");
        streamed.setDoOutput(true);
        streamed.setChunkedStreamingMode(0);
        streamed.getOutputStream().write(1);
        site.plain.awaitRequest();
        return Site.answer(site.open("/redirect?302&" + other))
                + Outcome.of(() -> Site.answer(streamed));
    }

    private static String twice(Site site, String path) {
        return Outcome.of(() -> Site.answer(site.open(path)))
                + Outcome.of(() -> Site.text(site.open(path).getInputStream()));
    }

    private static Authenticator authenticator(String password, StringBuilder asked) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.append(getRequestorType()).append(' ').append(getRequestingScheme());
                asked.append(' ').append(getRequestingPrompt()).append(' ');
                return new PasswordAuthentication("user", password.toCharArray());
            }
        };
    }

    private static String withPassword(
            String password, java.util.concurrent.Callable<String> call) {
        StringBuilder asked = new StringBuilder();
        Authenticator.setDefault(authenticator(password, asked));
        try {
            return Outcome.of(call) + asked;
        } finally {
            Authenticator.setDefault(null);
        }
    }

    private static String ownAuthenticator(Site site) throws IOException {
        StringBuilder asked = new StringBuilder();
        HttpURLConnection c = site.open("/basic?four");
        c.setAuthenticator(authenticator("pass", asked));
        return Site.answer(c) + asked + twice(site, "/basic?four");
    }

    private static HttpURLConnection proxied(Site site, String path) throws IOException {
        return (HttpURLConnection)
                new URL("http://far.example" + path).openConnection(site.proxy());
    }

    private static String asked(Site site) throws IOException {
        HttpURLConnection c = proxied(site, "/proxy-auth");
        return Site.answer(c) + c.usingProxy() + Site.answer(proxied(site, "/proxy-auth"));
    }

    private static String selected(Site site) throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of((InetSocketAddress) site.proxy().address()));
        try {
            return Site.answer(
                    (HttpURLConnection) new URL("http://f.example/plain").openConnection());
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    /** The first proxy is not there, the second is. */
    private static String noProxy(Site site) throws IOException {
        ProxySelector before = ProxySelector.getDefault();
        StringBuilder failed = new StringBuilder();
        Proxy gone = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 1));
        ProxySelector.setDefault(
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        return List.of(gone, site.proxy());
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException e) {
                        failed.append(address).append(e.getClass());
                    }
                });
        try {
            URL url = new URL("http://f.example/plain");
            return Site.answer((HttpURLConnection) url.openConnection()) + failed;
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private static HttpsURLConnection trusting(Site site, String host) throws IOException {
        HttpsURLConnection c = site.secure(host, "/plain", Proxy.NO_PROXY);
        c.setSSLSocketFactory(Factories.of(site.trusting));
        return c;
    }

    private static String suite(Site site) throws Exception {
        HttpsURLConnection c = trusting(site, "localhost");
        c.connect();
        return c.getCipherSuite() + c.getServerCertificates().length + c.getPeerPrincipal();
    }

    private static String reused(Site site) throws IOException {
        SSLSocketFactory factory = Factories.of(site.trusting);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            HttpsURLConnection c = site.secure("localhost", "/chunked", Proxy.NO_PROXY);
            c.setSSLSocketFactory(factory);
            text.append(Site.answer(c));
        }
        return text.toString();
    }

    private static String wrongHost(Site site, Boolean verified) throws IOException {
        HttpsURLConnection c = trusting(site, "127.0.0.1");
        if (verified != null) {
            c.setHostnameVerifier((host, session) -> verified);
        }
        return Site.answer(c);
    }

    private static String strange(Site site) throws IOException {
        return Site.answer(site.secure("localhost", "/plain", Proxy.NO_PROXY));
    }

    private static String defaults(Site site) throws IOException {
        SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
        HttpsURLConnection.setDefaultSSLSocketFactory(Factories.unwoven(site.trusting));
        try {
            return Site.answer(site.secure("localhost", "/plain", Proxy.NO_PROXY))
                    + Site.answer(site.secure("localhost", "/plain", Proxy.NO_PROXY));
        } finally {
            HttpsURLConnection.setDefaultSSLSocketFactory(before);
        }
    }

    private static String securePost(Site site) throws IOException {
        HttpsURLConnection c = site.secure("localhost", "/echo", Proxy.NO_PROXY);
        c.setSSLSocketFactory(Factories.of(site.trusting));
        c.setDoOutput(true);
        c.setChunkedStreamingMode(0);
        c.getOutputStream().write(new byte[100_000]);
        return Site.answer(c);
    }

    private static String tunnelled(Site site) throws IOException {
        HttpsURLConnection c = site.secure("localhost", "/plain", site.proxy());
        c.setSSLSocketFactory(Factories.of(site.trusting));
        return Site.answer(c) + c.usingProxy();
    }

    private static String refused(Site site, int port) throws IOException {
        URL url = new URL("https://localhost:" + port + "/");
        HttpURLConnection c = (HttpURLConnection) url.openConnection(site.proxy());
        return Outcome.of(() -> Site.answer(c)) + Outcome.of(() -> "" + c.getResponseCode());
    }
}
