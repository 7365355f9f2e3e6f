package loom;

import blocking.BlockingEcho;
import java.util.concurrent.Executors;

/** The blocking echo server with a thread for each connection: virtual ones, or the platform's. */
public final class LoomEcho {
    private LoomEcho() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("virtual")) {
            Thread.startVirtualThread(() -> serve("virtual")).join();
        } else {
            serve("platform");
        }
    }

    private static void serve(String kind) {
        try {
            BlockingEcho.serve(
                    kind.equals("virtual")
                            ? Executors.newVirtualThreadPerTaskExecutor()
                            : task -> new Thread(null, task, "echo", 1 << 17).start());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
