package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;

/**
 * Stand-ins for {@link URLConnection}s. Under the agent, a connection for HTTP or HTTPS that woven
 * code opens is of a woven copy of the JDK's own client ({@link UrlCopies}), whose calls and
 * streams suspend. Others, and all without the agent, are the JDK's: a thread waits in them and the
 * other fibers go on. Subclasses of users that are woven suspend as well.
 */
public final class UrlConnections {
    private UrlConnections() {}

    /** {@link URL#openConnection()}. */
    @StandIn(value = URL.class, mode = StandIn.Mode.REPLACES)
    public static URLConnection openConnection(URL it) throws IOException {
        return UrlCopies.of(it, it.openConnection(), null);
    }

    /** {@link URL#openConnection(Proxy)}. */
    @StandIn(value = URL.class, mode = StandIn.Mode.REPLACES)
    public static URLConnection openConnection(URL it, Proxy proxy) throws IOException {
        return UrlCopies.of(it, it.openConnection(proxy), proxy);
    }

    /** {@link URL#openStream()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.POLLS)
    public static InputStream openStream(URL it) throws Exception {
        return openStream(it, Stack.PINNED);
    }

    /** The woven form. */
    public static InputStream openStream(URL it, Stack stack) throws Exception {
        return getInputStream(openConnection(it), stack);
    }

    /** {@link URL#getContent()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.POLLS)
    public static Object getContent(URL it) throws Exception {
        return getContent(openConnection(it));
    }

    /** {@link URL#getContent(Class[])}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.POLLS)
    public static Object getContent(URL it, Class<?>[] types) throws Exception {
        return getContent(openConnection(it), types);
    }

    /** {@link URLConnection#getContent()}; what handlers of content read is handed off. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.POLLS)
    public static Object getContent(URLConnection it) throws Exception {
        boolean copy = UrlCopies.isCopy(it);
        InputStream in = copy ? getInputStream(it) : null;
        Object content = Blocking.call(() -> it.getContent());
        return UrlCopies.content(content, in);
    }

    /** {@link URLConnection#getContent(Class[])}; what handlers of content read is handed off. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.POLLS)
    public static Object getContent(URLConnection it, Class<?>[] types) throws Exception {
        boolean copy = UrlCopies.isCopy(it);
        InputStream in = copy ? getInputStream(it) : null;
        Object content = Blocking.call(() -> it.getContent(types));
        return UrlCopies.content(content, in);
    }

    /** {@link URLConnection#connect()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfConnect.class)
    public static void connect(URLConnection it) throws Exception {
        connect(it, Stack.PINNED);
    }

    /** The woven form. */
    public static void connect(URLConnection it, Stack stack) throws Exception {
        if (it instanceof UrlCompanions.OfConnect) {
            ((UrlCompanions.OfConnect) it).connect(stack);
            return;
        }
        Blocking.call(
                () -> {
                    it.connect();
                    return null;
                },
                stack);
    }

    /** {@link URLConnection#getInputStream()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfInputStream.class)
    public static InputStream getInputStream(URLConnection it) throws Exception {
        return getInputStream(it, Stack.PINNED);
    }

    /** The woven form. */
    public static InputStream getInputStream(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfInputStream
                ? ((UrlCompanions.OfInputStream) it).getInputStream(stack)
                : Blocking.call(() -> it.getInputStream(), stack);
    }

    /** {@link URLConnection#getOutputStream()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfOutputStream.class)
    public static OutputStream getOutputStream(URLConnection it) throws Exception {
        return getOutputStream(it, Stack.PINNED);
    }

    /** The woven form. */
    public static OutputStream getOutputStream(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfOutputStream
                ? ((UrlCompanions.OfOutputStream) it).getOutputStream(stack)
                : Blocking.call(() -> it.getOutputStream(), stack);
    }

    /** {@link HttpURLConnection#getResponseCode()}. */
    @Suspendable
    @StandIn(
            value = HttpURLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfResponseCode.class)
    public static int getResponseCode(HttpURLConnection it) throws Exception {
        return getResponseCode(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int getResponseCode(HttpURLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfResponseCode
                ? ((UrlCompanions.OfResponseCode) it).getResponseCode(stack)
                : (int) Blocking.callLong(() -> it.getResponseCode(), stack);
    }

    /** {@link HttpURLConnection#getResponseMessage()}. */
    @Suspendable
    @StandIn(
            value = HttpURLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfResponseMessage.class)
    public static String getResponseMessage(HttpURLConnection it) throws Exception {
        return getResponseMessage(it, Stack.PINNED);
    }

    /** The woven form. */
    public static String getResponseMessage(HttpURLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfResponseMessage
                ? ((UrlCompanions.OfResponseMessage) it).getResponseMessage(stack)
                : Blocking.call(() -> it.getResponseMessage(), stack);
    }
}
