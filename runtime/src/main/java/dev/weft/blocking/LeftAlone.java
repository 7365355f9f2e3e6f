package dev.weft.blocking;

import java.util.ArrayList;
import java.util.List;

/** Blocking methods without a stand-in, with the reason. Calls of these block the thread. */
final class LeftAlone {
    private static final List<PatchRow> ROWS = new ArrayList<>();

    private static final String AWT =
            "user interfaces have a thread of their own and no use for fibers";

    private static final String LOCAL =
            "local file systems answer at once as a rule; elsewhere wrap the call in Weft.blocking";

    static {
        rows("java.io.FileInputStream", LOCAL, "new");
        rows("java.io.FileOutputStream", LOCAL, "new");
        rows("java.io.FileReader", LOCAL, "new");
        rows("java.io.FileWriter", LOCAL, "new");
        rows("java.io.RandomAccessFile", LOCAL, "new", "seek", "length", "setLength");
        rows("java.util.zip.ZipFile", LOCAL, "new", "getInputStream");
        rows("java.io.File", LOCAL, "createNewFile", "delete", "exists", "length", "list");
        rows("java.io.File", LOCAL, "listFiles", "mkdir", "mkdirs", "renameTo");
        rows("java.nio.file.Files", LOCAL, "newInputStream", "newOutputStream");
        rows("java.nio.file.Files", LOCAL, "newBufferedReader", "newBufferedWriter");
        rows("java.nio.file.Files", LOCAL, "list", "walk", "lines", "size", "exists", "delete");
        rows("java.nio.file.Files", LOCAL, "createDirectories");
        rows("java.nio.channels.FileChannel", LOCAL, "truncate");
        row("java.nio.MappedByteBuffer", "force", "since 13 also of a part, which is as all of it");
        row("java.util.concurrent.ForkJoinTask", "helpQuiesce", "runs tasks of its own pool");
        row(
                "java.util.concurrent.SubmissionPublisher",
                "offer",
                "does not wait, except with a time limit, and that form is handed off");
        row("java.net.Socket", "new", "a kind of datagram socket, deprecated since 1.1");
        row("java.net.HttpURLConnection", "getErrorStream", "the response has come by then");
        row("java.io.Console", "readLine", "with a Locale only newer JDKs have it");
        row("java.io.Console", "readPassword", "with a Locale only newer JDKs have it");
        row("java.security.SecureRandom", "nextBytes", "computes; only the seed may be waited for");
        row(
                "java.util.logging.Handler",
                "publish",
                "holds the handler's lock for a line; a hand-off would take longer");
        row("java.util.logging.Handler", "flush", "as publish");
        row(
                "java.util.concurrent.ForkJoinPool",
                "managedBlock",
                "the blocker says what blocks, and for which pool");
        row(
                "java.util.concurrent.ForkJoinPool$ManagedBlocker",
                "block",
                "users implement it, and the pool calls it");
        row(
                "java.util.concurrent.StructuredTaskScope",
                "join",
                "a preview, bound to the thread that opened the scope");
        row(
                "java.net.http.HttpClient",
                "awaitTermination",
                "only newer JDKs have it; called once, at the end");
        row("javax.swing.SwingUtilities", "invokeAndWait", AWT);
        row("java.awt.EventQueue", "getNextEvent", AWT);
        row("java.awt.EventQueue", "invokeAndWait", AWT);
        row("java.awt.MediaTracker", "waitForID", AWT);
        row("java.awt.MediaTracker", "waitForAll", AWT);
        row("java.awt.image.PixelGrabber", "grabPixels", AWT);
        row("java.lang.reflect.Constructor", "newInstance", "constructors can't suspend");
        row(
                "java.util.concurrent.ConcurrentMap",
                "compute",
                "calls the function under a lock or in a retry loop");
        row(
                "java.util.concurrent.ConcurrentHashMap",
                "computeIfAbsent",
                "calls the function under a lock");
    }

    private LeftAlone() {}

    static List<PatchRow> rows() {
        return ROWS;
    }

    /** Not in a build's report, which is of calls that may hold a thread for long. */
    private static void rows(String type, String reason, String... methods) {
        for (String method : methods) {
            row(type, method, reason);
        }
    }

    private static void row(String type, String method, String reason) {
        ROWS.add(new PatchRow(type, method, "*", "left alone", reason));
    }
}
