package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;

/**
 * Stand-ins for {@link URLConnection}s, those for HTTP and HTTPS among them. They are the JDK's own
 * code over sockets of the JDK's own, so the thread waits and the other fibers go on; so it is in
 * reads of their streams. Whatever asks for the answer makes the request first.
 */
public final class UrlConnections {
    private UrlConnections() {}

    /** {@link URL#openStream()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream openStream(URL it) throws Exception {
        return Blocking.call(() -> it.openStream());
    }

    /** {@link URL#getContent()}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URL it) throws Exception {
        return Blocking.call(() -> it.getContent());
    }

    /** {@link URL#getContent(Class[])}. */
    @Suspendable
    @StandIn(value = URL.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URL it, Class<?>[] types) throws Exception {
        return Blocking.call(() -> it.getContent(types));
    }

    /** {@link URLConnection#connect()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static void connect(URLConnection it) throws Exception {
        Blocking.call(
                () -> {
                    it.connect();
                    return null;
                });
    }

    /** {@link URLConnection#getInputStream()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static InputStream getInputStream(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getInputStream());
    }

    /** {@link URLConnection#getOutputStream()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static OutputStream getOutputStream(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getOutputStream());
    }

    /** {@link URLConnection#getContent()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContent());
    }

    /** {@link URLConnection#getContent(Class[])}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object getContent(URLConnection it, Class<?>[] types) throws Exception {
        return Blocking.call(() -> it.getContent(types));
    }

    /** {@link URLConnection#getHeaderField(String)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getHeaderField(URLConnection it, String name) throws Exception {
        return Blocking.call(() -> it.getHeaderField(name));
    }

    /** {@link URLConnection#getHeaderField(int)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getHeaderField(URLConnection it, int n) throws Exception {
        return Blocking.call(() -> it.getHeaderField(n));
    }

    /** {@link URLConnection#getHeaderFieldKey(int)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getHeaderFieldKey(URLConnection it, int n) throws Exception {
        return Blocking.call(() -> it.getHeaderFieldKey(n));
    }

    /** {@link URLConnection#getHeaderFields()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static Map<String, List<String>> getHeaderFields(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getHeaderFields());
    }

    /** {@link URLConnection#getHeaderFieldInt(String, int)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static int getHeaderFieldInt(URLConnection it, String name, int otherwise)
            throws Exception {
        return Blocking.call(() -> it.getHeaderFieldInt(name, otherwise));
    }

    /** {@link URLConnection#getHeaderFieldLong(String, long)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getHeaderFieldLong(URLConnection it, String name, long otherwise)
            throws Exception {
        return Blocking.call(() -> it.getHeaderFieldLong(name, otherwise));
    }

    /** {@link URLConnection#getHeaderFieldDate(String, long)}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getHeaderFieldDate(URLConnection it, String name, long otherwise)
            throws Exception {
        return Blocking.call(() -> it.getHeaderFieldDate(name, otherwise));
    }

    /** {@link URLConnection#getContentLength()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static int getContentLength(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContentLength());
    }

    /** {@link URLConnection#getContentLengthLong()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getContentLengthLong(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContentLengthLong());
    }

    /** {@link URLConnection#getContentType()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getContentType(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContentType());
    }

    /** {@link URLConnection#getContentEncoding()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getContentEncoding(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getContentEncoding());
    }

    /** {@link URLConnection#getDate()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getDate(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getDate());
    }

    /** {@link URLConnection#getExpiration()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getExpiration(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getExpiration());
    }

    /** {@link URLConnection#getLastModified()}. */
    @Suspendable
    @StandIn(value = URLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static long getLastModified(URLConnection it) throws Exception {
        return Blocking.call(() -> it.getLastModified());
    }

    /** {@link HttpURLConnection#getResponseCode()}. */
    @Suspendable
    @StandIn(value = HttpURLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static int getResponseCode(HttpURLConnection it) throws Exception {
        return Blocking.call(() -> it.getResponseCode());
    }

    /** {@link HttpURLConnection#getResponseMessage()}. */
    @Suspendable
    @StandIn(value = HttpURLConnection.class, mode = StandIn.Mode.HANDS_OFF)
    public static String getResponseMessage(HttpURLConnection it) throws Exception {
        return Blocking.call(() -> it.getResponseMessage());
    }
}
