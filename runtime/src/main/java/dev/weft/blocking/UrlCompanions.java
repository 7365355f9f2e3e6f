package dev.weft.blocking;

import dev.weft.woven.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The companions of {@link java.net.URLConnection} and {@link java.net.HttpURLConnection}: what
 * woven subclasses implement as well, so that a woven caller reaches the bodies that can suspend.
 * One method each.
 */
public final class UrlCompanions {
    private UrlCompanions() {}

    /** Of {@link java.net.URLConnection#connect()}. */
    public interface OfConnect {
        /** The body that can suspend. */
        void connect(Stack stack) throws IOException;
    }

    /** Of {@link java.net.URLConnection#getInputStream()}. */
    public interface OfInputStream {
        /** The body that can suspend. */
        InputStream getInputStream(Stack stack) throws IOException;
    }

    /** Of {@link java.net.URLConnection#getOutputStream()}. */
    public interface OfOutputStream {
        /** The body that can suspend. */
        OutputStream getOutputStream(Stack stack) throws IOException;
    }

    /** Of {@link java.net.HttpURLConnection#getResponseCode()}. */
    public interface OfResponseCode {
        /** The body that can suspend. */
        int getResponseCode(Stack stack) throws IOException;
    }

    /** Of {@link java.net.HttpURLConnection#getResponseMessage()}. */
    public interface OfResponseMessage {
        /** The body that can suspend. */
        String getResponseMessage(Stack stack) throws IOException;
    }

    /** Of {@link java.net.URLConnection#getHeaderField(String)}. */
    public interface OfHeaderField {
        /** The body that can suspend. */
        String getHeaderField(String name, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderField(int)}. */
    public interface OfHeaderFieldAt {
        /** The body that can suspend. */
        String getHeaderField(int n, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderFieldKey(int)}. */
    public interface OfHeaderFieldKey {
        /** The body that can suspend. */
        String getHeaderFieldKey(int n, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderFields()}. */
    public interface OfHeaderFields {
        /** The body that can suspend. */
        Map<String, List<String>> getHeaderFields(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderFieldInt(String, int)}. */
    public interface OfHeaderFieldInt {
        /** The body that can suspend. */
        int getHeaderFieldInt(String name, int otherwise, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderFieldLong(String, long)}. */
    public interface OfHeaderFieldLong {
        /** The body that can suspend. */
        long getHeaderFieldLong(String name, long otherwise, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getHeaderFieldDate(String, long)}. */
    public interface OfHeaderFieldDate {
        /** The body that can suspend. */
        long getHeaderFieldDate(String name, long otherwise, Stack stack);
    }

    /** Of {@link java.net.URLConnection#getContentLength()}. */
    public interface OfContentLength {
        /** The body that can suspend. */
        int getContentLength(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getContentLengthLong()}. */
    public interface OfContentLengthLong {
        /** The body that can suspend. */
        long getContentLengthLong(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getContentType()}. */
    public interface OfContentType {
        /** The body that can suspend. */
        String getContentType(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getContentEncoding()}. */
    public interface OfContentEncoding {
        /** The body that can suspend. */
        String getContentEncoding(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getDate()}. */
    public interface OfDate {
        /** The body that can suspend. */
        long getDate(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getExpiration()}. */
    public interface OfExpiration {
        /** The body that can suspend. */
        long getExpiration(Stack stack);
    }

    /** Of {@link java.net.URLConnection#getLastModified()}. */
    public interface OfLastModified {
        /** The body that can suspend. */
        long getLastModified(Stack stack);
    }
}
