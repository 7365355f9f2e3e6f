package dev.weft.blocking;

import dev.weft.fiber.Blocking;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * The woven copy of the JDK's client for HTTP and HTTPS. The agent makes it, once, when the first
 * connection is opened: the classes that run {@code http:} URLs on this JDK, under other names and
 * woven, in a class loader of their own. So a request is made by the same code as without Weft,
 * over the runtime's sockets and streams. Its connections are {@link java.net.HttpURLConnection}s
 * and {@link javax.net.ssl.HttpsURLConnection}s.
 *
 * <p>Without the agent, or when it could not make the copy (which it says once), there is none.
 */
final class UrlCopies {
    /** Before the names of the copied classes. */
    static final String PREFIX = "dev.weft.jdk.";

    private static final String AGENT = "dev.weft.agent.copies.JdkCopies";
    private static final String HTTP = "sun.net.www.protocol.http.";
    private static final String HTTPS = "sun.net.www.protocol.https.";
    private static final String PLAIN_TEXT = "sun.net.www.content.text.PlainTextInputStream";

    /** Null until the copy is there. */
    private static volatile ClassLoader copies;

    /** Whether the copy was made, or could not be. */
    private static volatile boolean asked;

    private final Opener http;
    private final Opener https;

    /** Of a URL; opened by the agent. */
    private final Field handler;

    private UrlCopies(ClassLoader loader) throws ReflectiveOperationException {
        http = new Opener(loader, HTTP);
        https = new Opener(loader, HTTPS);
        handler = URL.class.getDeclaredField("handler");
        handler.setAccessible(true);
    }

    /** Made when first needed. */
    private static final class Made {
        /** Null for none. */
        static final UrlCopies COPIES = make();

        private static UrlCopies make() {
            try {
                ClassLoader loader = copies();
                copies = loader;
                return loader == null ? null : new UrlCopies(loader);
            } catch (ReflectiveOperationException | RuntimeException e) {
                System.err.println(
                        "weft: the agent's copy of the HTTP client can't be used: "
                                + e
                                + "; each request of an HttpURLConnection keeps a thread while it"
                                + " waits. Use agent and runtime of the same version");
                return null;
            }
        }

        private static ClassLoader copies() throws ReflectiveOperationException {
            Class<?> agent;
            try {
                agent = Class.forName(AGENT, true, ClassLoader.getSystemClassLoader());
            } catch (ClassNotFoundException e) {
                return null;
            }
            return (ClassLoader)
                    agent.getMethod("urlConnections", ClassLoader.class)
                            .invoke(null, UrlCopies.class.getClassLoader());
        }
    }

    /** One protocol's way to a connection. */
    private static final class Opener {
        private final URLStreamHandler handler;
        private final Method open;

        Opener(ClassLoader loader, String protocol) throws ReflectiveOperationException {
            Class<?> type = Class.forName(PREFIX + protocol + "Handler", true, loader);
            handler = (URLStreamHandler) type.getConstructor().newInstance();
            open = type.getDeclaredMethod("openConnection", URL.class, Proxy.class);
            open.setAccessible(true);
        }

        URLConnection open(URL url, Proxy proxy) throws IOException {
            try {
                return (URLConnection) open.invoke(handler, url, proxy);
            } catch (InvocationTargetException e) {
                return thrown(e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError("made accessible", e);
            }
        }

        private static URLConnection thrown(Throwable failure) throws IOException {
            if (failure instanceof IOException) {
                throw (IOException) failure;
            } else if (failure instanceof Error) {
                throw (Error) failure;
            }
            throw (RuntimeException) failure;
        }
    }

    /**
     * The copy's connection in place of one of the JDK's.
     *
     * @param url whose connection it is
     * @param opened what the JDK opened; given back when the JDK's own handler for HTTP or HTTPS
     *     has not made it: another handler may have made settings
     * @param proxy the one asked for, or null
     */
    static URLConnection of(URL url, URLConnection opened, Proxy proxy) throws IOException {
        Class<?> type = opened == null ? Object.class : opened.getClass();
        if (type.getClassLoader() != null) {
            return opened;
        }
        boolean secure = type.getName().equals(HTTPS + "HttpsURLConnectionImpl");
        if (!secure && !type.getName().equals(HTTP + "HttpURLConnection")) {
            return opened;
        }
        UrlCopies made = made();
        return made == null ? opened : made.open(url, secure, opened, proxy);
    }

    /** Making it takes a while, in which the carrier's other fibers go on elsewhere. */
    private static UrlCopies made() {
        if (!asked) {
            try {
                Blocking.inPlace(() -> Made.COPIES);
            } catch (Exception e) {
                throw new AssertionError("throws no checked exception", e);
            }
            asked = true;
        }
        return Made.COPIES;
    }

    private URLConnection open(URL url, boolean secure, URLConnection opened, Proxy proxy)
            throws IOException {
        String protocol = secure ? HTTPS : HTTP;
        boolean jdks = handlerOf(url).getClass().getName().equals(protocol + "Handler");
        return jdks ? (secure ? https : http).open(url, proxy) : opened;
    }

    private Object handlerOf(URL url) {
        try {
            return handler.get(url);
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }

    static boolean isCopy(URLConnection connection) {
        ClassLoader loader = copies;
        return loader != null && connection.getClass().getClassLoader() == loader;
    }

    /** The copy of a class, if there is one. */
    static Class<?> copyOf(String name, boolean initialize, ClassLoader otherwise)
            throws ClassNotFoundException {
        try {
            return Class.forName(PREFIX + name, initialize, copies);
        } catch (ClassNotFoundException e) {
            return Class.forName(name, initialize, otherwise);
        }
    }

    /**
     * What a call of {@code getContent} gives.
     *
     * @param answer the connection's stream, when it is a copy's
     * @return the stream in place of the JDK's filter for plain text, which adds nothing to it and
     *     below which nothing can suspend
     */
    static Object content(Object content, InputStream answer) {
        boolean filter = answer != null && content.getClass().getName().equals(PLAIN_TEXT);
        return filter ? answer : content;
    }
}
