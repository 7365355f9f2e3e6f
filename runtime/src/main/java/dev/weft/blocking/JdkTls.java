package dev.weft.blocking;

import dev.weft.tls.TlsSocketFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * What the copy of the JDK's HTTP client needs of the JDK's TLS provider, which the agent has
 * opened to it: sockets that suspend in place of those of a factory which code that is not woven
 * has made. Thread-safe.
 */
final class JdkTls {
    private static final String SOCKET = "sun.security.ssl.SSLSocketImpl";
    private static final String FACTORY = "sun.security.ssl.SSLSocketFactoryImpl";
    private static final String PROVIDER = "SunJSSE";

    /** The client keeps connections by factory: for each of the JDK's there is one at a time. */
    private static final Map<SSLSocketFactory, WeakReference<SSLSocketFactory>> KNOWN =
            new WeakHashMap<>();

    private JdkTls() {}

    /** A context over an implementation. */
    private static final class Context extends SSLContext {
        Context(SSLContextSpi implementation, Provider provider) {
            super(implementation, provider, "TLS");
        }
    }

    static boolean isSocket(Object socket) {
        return socket.getClass().getName().equals(SOCKET);
    }

    static void setHost(SSLSocket socket, String host) {
        try {
            socket.getClass().getMethod("setHost", String.class).invoke(socket, host);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the agent has exported " + SOCKET, e);
        }
    }

    /** The same factory; for one of the JDK's, a factory over the same context. */
    static SSLSocketFactory factory(SSLSocketFactory own) {
        if (!own.getClass().getName().equals(FACTORY) || !SocketConstructors.isPlain()) {
            return own;
        }
        synchronized (KNOWN) {
            WeakReference<SSLSocketFactory> reference = KNOWN.get(own);
            SSLSocketFactory known = reference == null ? null : reference.get();
            if (known == null) {
                known = new TlsSocketFactory(contextOf(own), own);
                KNOWN.put(own, new WeakReference<>(known));
            }
            return known;
        }
    }

    private static SSLContext contextOf(SSLSocketFactory own) {
        try {
            Field context = own.getClass().getDeclaredField("context");
            context.setAccessible(true);
            return new Context((SSLContextSpi) context.get(own), Security.getProvider(PROVIDER));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the agent has opened " + FACTORY, e);
        }
    }
}
