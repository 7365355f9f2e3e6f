package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.Stack;
import dev.weft.woven.StandIn;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;

/**
 * Stand-ins for what {@link URLConnection}s say of the answer: asking makes the request first. See
 * {@link UrlConnections}.
 */
public final class UrlHeaders {
    private UrlHeaders() {}

    /** {@link URLConnection#getHeaderField(String)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderField.class)
    public static String getHeaderField(URLConnection it, String name) throws Exception {
        return getHeaderField(it, name, Stack.PINNED);
    }

    /** The woven form. */
    public static String getHeaderField(URLConnection it, String name, Stack stack)
            throws Exception {
        return it instanceof UrlCompanions.OfHeaderField
                ? ((UrlCompanions.OfHeaderField) it).getHeaderField(name, stack)
                : Blocking.call(() -> it.getHeaderField(name), stack);
    }

    /** {@link URLConnection#getHeaderField(int)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFieldAt.class)
    public static String getHeaderField(URLConnection it, int n) throws Exception {
        return getHeaderField(it, n, Stack.PINNED);
    }

    /** The woven form. */
    public static String getHeaderField(URLConnection it, int n, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfHeaderFieldAt
                ? ((UrlCompanions.OfHeaderFieldAt) it).getHeaderField(n, stack)
                : Blocking.call(() -> it.getHeaderField(n), stack);
    }

    /** {@link URLConnection#getHeaderFieldKey(int)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFieldKey.class)
    public static String getHeaderFieldKey(URLConnection it, int n) throws Exception {
        return getHeaderFieldKey(it, n, Stack.PINNED);
    }

    /** The woven form. */
    public static String getHeaderFieldKey(URLConnection it, int n, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfHeaderFieldKey
                ? ((UrlCompanions.OfHeaderFieldKey) it).getHeaderFieldKey(n, stack)
                : Blocking.call(() -> it.getHeaderFieldKey(n), stack);
    }

    /** {@link URLConnection#getHeaderFields()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFields.class)
    public static Map<String, List<String>> getHeaderFields(URLConnection it) throws Exception {
        return getHeaderFields(it, Stack.PINNED);
    }

    /** The woven form. */
    public static Map<String, List<String>> getHeaderFields(URLConnection it, Stack stack)
            throws Exception {
        return it instanceof UrlCompanions.OfHeaderFields
                ? ((UrlCompanions.OfHeaderFields) it).getHeaderFields(stack)
                : Blocking.call(() -> it.getHeaderFields(), stack);
    }

    /** {@link URLConnection#getHeaderFieldInt(String, int)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFieldInt.class)
    public static int getHeaderFieldInt(URLConnection it, String name, int otherwise)
            throws Exception {
        return getHeaderFieldInt(it, name, otherwise, Stack.PINNED);
    }

    /** The woven form. */
    public static int getHeaderFieldInt(URLConnection it, String name, int otherwise, Stack stack)
            throws Exception {
        return it instanceof UrlCompanions.OfHeaderFieldInt
                ? ((UrlCompanions.OfHeaderFieldInt) it).getHeaderFieldInt(name, otherwise, stack)
                : (int) Blocking.callLong(() -> it.getHeaderFieldInt(name, otherwise), stack);
    }

    /** {@link URLConnection#getHeaderFieldLong(String, long)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFieldLong.class)
    public static long getHeaderFieldLong(URLConnection it, String name, long otherwise)
            throws Exception {
        return getHeaderFieldLong(it, name, otherwise, Stack.PINNED);
    }

    /** The woven form. */
    public static long getHeaderFieldLong(
            URLConnection it, String name, long otherwise, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfHeaderFieldLong
                ? ((UrlCompanions.OfHeaderFieldLong) it).getHeaderFieldLong(name, otherwise, stack)
                : Blocking.callLong(() -> it.getHeaderFieldLong(name, otherwise), stack);
    }

    /** {@link URLConnection#getHeaderFieldDate(String, long)}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfHeaderFieldDate.class)
    public static long getHeaderFieldDate(URLConnection it, String name, long otherwise)
            throws Exception {
        return getHeaderFieldDate(it, name, otherwise, Stack.PINNED);
    }

    /** The woven form. */
    public static long getHeaderFieldDate(
            URLConnection it, String name, long otherwise, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfHeaderFieldDate
                ? ((UrlCompanions.OfHeaderFieldDate) it).getHeaderFieldDate(name, otherwise, stack)
                : Blocking.callLong(() -> it.getHeaderFieldDate(name, otherwise), stack);
    }

    /** {@link URLConnection#getContentLength()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfContentLength.class)
    public static int getContentLength(URLConnection it) throws Exception {
        return getContentLength(it, Stack.PINNED);
    }

    /** The woven form. */
    public static int getContentLength(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfContentLength
                ? ((UrlCompanions.OfContentLength) it).getContentLength(stack)
                : (int) Blocking.callLong(() -> it.getContentLength(), stack);
    }

    /** {@link URLConnection#getContentLengthLong()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfContentLengthLong.class)
    public static long getContentLengthLong(URLConnection it) throws Exception {
        return getContentLengthLong(it, Stack.PINNED);
    }

    /** The woven form. */
    public static long getContentLengthLong(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfContentLengthLong
                ? ((UrlCompanions.OfContentLengthLong) it).getContentLengthLong(stack)
                : Blocking.callLong(() -> it.getContentLengthLong(), stack);
    }

    /** {@link URLConnection#getContentType()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfContentType.class)
    public static String getContentType(URLConnection it) throws Exception {
        return getContentType(it, Stack.PINNED);
    }

    /** The woven form. */
    public static String getContentType(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfContentType
                ? ((UrlCompanions.OfContentType) it).getContentType(stack)
                : Blocking.call(() -> it.getContentType(), stack);
    }

    /** {@link URLConnection#getContentEncoding()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfContentEncoding.class)
    public static String getContentEncoding(URLConnection it) throws Exception {
        return getContentEncoding(it, Stack.PINNED);
    }

    /** The woven form. */
    public static String getContentEncoding(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfContentEncoding
                ? ((UrlCompanions.OfContentEncoding) it).getContentEncoding(stack)
                : Blocking.call(() -> it.getContentEncoding(), stack);
    }

    /** {@link URLConnection#getDate()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfDate.class)
    public static long getDate(URLConnection it) throws Exception {
        return getDate(it, Stack.PINNED);
    }

    /** The woven form. */
    public static long getDate(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfDate
                ? ((UrlCompanions.OfDate) it).getDate(stack)
                : Blocking.callLong(() -> it.getDate(), stack);
    }

    /** {@link URLConnection#getExpiration()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfExpiration.class)
    public static long getExpiration(URLConnection it) throws Exception {
        return getExpiration(it, Stack.PINNED);
    }

    /** The woven form. */
    public static long getExpiration(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfExpiration
                ? ((UrlCompanions.OfExpiration) it).getExpiration(stack)
                : Blocking.callLong(() -> it.getExpiration(), stack);
    }

    /** {@link URLConnection#getLastModified()}. */
    @Suspendable
    @StandIn(
            value = URLConnection.class,
            mode = StandIn.Mode.POLLS,
            companion = UrlCompanions.OfLastModified.class)
    public static long getLastModified(URLConnection it) throws Exception {
        return getLastModified(it, Stack.PINNED);
    }

    /** The woven form. */
    public static long getLastModified(URLConnection it, Stack stack) throws Exception {
        return it instanceof UrlCompanions.OfLastModified
                ? ((UrlCompanions.OfLastModified) it).getLastModified(stack)
                : Blocking.callLong(() -> it.getLastModified(), stack);
    }
}
