package dev.weft.blocking;

import java.util.ArrayList;
import java.util.List;

/** Blocking methods without a stand-in, with the reason. Calls of these block the thread. */
final class LeftAlone {
    private static final List<PatchRow> ROWS = new ArrayList<>();

    private static final String AWT =
            "user interfaces have a thread of their own and no use for fibers";

    static {
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

    private static void row(String type, String method, String reason) {
        ROWS.add(new PatchRow(type, method, "*", "left alone", reason));
    }
}
