package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.tls.TlsSocket;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Stand-ins that hold in the copy of the JDK's HTTP client only ({@link UrlCopies}), and what the
 * agent puts there in place of the JDK's internals. Not part of the table that users see.
 */
public final class CopyRows {
    private static final String VIRTUAL = "java.lang.VirtualThread";

    private CopyRows() {}

    /** As {@link PrivilegedAction}, for woven classes. */
    public interface OfAction {
        /** The body that can suspend. */
        Object run(Stack stack);
    }

    /** As {@link PrivilegedExceptionAction}, for woven classes. */
    public interface OfExceptionAction {
        /** The body that can suspend. */
        Object run(Stack stack) throws Exception;
    }

    /** {@link PrivilegedAction#run()}. */
    @Suspendable
    @StandIn(value = PrivilegedAction.class, companion = OfAction.class)
    public static Object run(PrivilegedAction<?> action) {
        return action.run();
    }

    /** The woven form. */
    public static Object run(PrivilegedAction<?> action, Stack stack) {
        return action instanceof OfAction ? ((OfAction) action).run(stack) : action.run();
    }

    /** {@link PrivilegedExceptionAction#run()}. */
    @Suspendable
    @StandIn(value = PrivilegedExceptionAction.class, companion = OfExceptionAction.class)
    public static Object run(PrivilegedExceptionAction<?> action) throws Exception {
        return action.run();
    }

    /** The woven form. */
    public static Object run(PrivilegedExceptionAction<?> action, Stack stack) throws Exception {
        return action instanceof OfExceptionAction
                ? ((OfExceptionAction) action).run(stack)
                : action.run();
    }

    /** {@link AccessController#doPrivileged(PrivilegedAction)}: nobody asks who is privileged. */
    @Suspendable
    @StandIn(value = AccessController.class, isStatic = true)
    public static Object doPrivileged(PrivilegedAction<?> action) {
        return System.getSecurityManager() == null
                ? run(action)
                : AccessController.doPrivileged(action);
    }

    /** {@link AccessController#doPrivileged(PrivilegedExceptionAction)}. */
    @Suspendable
    @StandIn(value = AccessController.class, isStatic = true)
    public static Object doPrivileged(PrivilegedExceptionAction<?> action)
            throws PrivilegedActionException {
        if (System.getSecurityManager() != null) {
            return AccessController.doPrivileged(action);
        }
        try {
            return run(action);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new PrivilegedActionException(e);
        }
    }

    /** {@link Class#forName(String, boolean, ClassLoader)}: optional parts of the client. */
    @StandIn(value = Class.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static Class<?> forName(String name, boolean initialize, ClassLoader loader)
            throws ClassNotFoundException {
        return UrlCopies.copyOf(name, initialize, loader);
    }

    /** {@link Thread#currentThread()}: who asks for a password is noted. */
    @StandIn(value = Thread.class, isStatic = true, mode = StandIn.Mode.REPLACES)
    public static Thread currentThread() {
        return ThreadObjects.currentThread();
    }

    /** {@code Thread.isVirtual()}: what is interrupted is not asked for again. */
    @StandIn(type = "java.lang.Thread", mode = StandIn.Mode.REPLACES)
    public static boolean isVirtual(Object thread) {
        return thread instanceof FiberThread || thread.getClass().getName().equals(VIRTUAL);
    }

    /** {@link HttpsURLConnection#getSSLSocketFactory()}: one whose sockets suspend. */
    @StandIn(value = HttpsURLConnection.class, mode = StandIn.Mode.REPLACES)
    public static SSLSocketFactory getSSLSocketFactory(HttpsURLConnection it) {
        return JdkTls.factory(it.getSSLSocketFactory());
    }

    /**
     * Whether the JDK's client is to take a socket for one of the JDK's own.
     *
     * @param socket any
     * @return true for the runtime's, too
     */
    public static boolean isJdks(Object socket) {
        return socket instanceof TlsSocket || JdkTls.isSocket(socket);
    }

    /**
     * Tells a socket of the JDK's the name of its host, which the runtime's know.
     *
     * @param socket for which {@link #isJdks} is true
     * @param host as in the URL
     */
    public static void setHost(SSLSocket socket, String host) {
        if (JdkTls.isSocket(socket)) {
            JdkTls.setHost(socket, host);
        }
    }
}
