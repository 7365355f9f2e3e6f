package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/**
 * Stand-ins for calls into the system that take a thread: starting processes, watching folders and
 * references.
 */
public final class Systems {
    private Systems() {}

    /** {@link ProcessBuilder#start()}. */
    @Suspendable
    @StandIn(value = ProcessBuilder.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process start(ProcessBuilder it) throws Exception {
        return Blocking.call(() -> it.start());
    }

    /** {@link Runtime#exec(String)}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String command) throws Exception {
        return Blocking.call(() -> it.exec(command));
    }

    /** {@link Runtime#exec(String[])}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String[] command) throws Exception {
        return Blocking.call(() -> it.exec(command));
    }

    /** {@link WatchService#take()}. */
    @Suspendable
    @StandIn(value = WatchService.class, mode = StandIn.Mode.HANDS_OFF)
    public static WatchKey take(WatchService it) throws Exception {
        WatchKey ready = it.poll();
        if (ready != null) {
            return ready;
        }
        return Blocking.call(() -> it.take());
    }

    /** {@link WatchService#poll(long, TimeUnit)}. */
    @Suspendable
    @StandIn(value = WatchService.class, mode = StandIn.Mode.HANDS_OFF)
    public static WatchKey poll(WatchService it, long timeout, TimeUnit unit) throws Exception {
        return Blocking.call(() -> it.poll(timeout, unit));
    }

    /** {@link ReferenceQueue#remove()}. */
    @Suspendable
    @StandIn(value = ReferenceQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static Reference<?> remove(ReferenceQueue<Object> it) throws Exception {
        return Blocking.call(() -> it.remove());
    }

    /** {@link ReferenceQueue#remove(long)}. */
    @Suspendable
    @StandIn(value = ReferenceQueue.class, mode = StandIn.Mode.HANDS_OFF)
    public static Reference<?> remove(ReferenceQueue<Object> it, long timeout) throws Exception {
        if (timeout < 0) {
            throw new IllegalArgumentException("negative timeout: " + timeout);
        }
        return Blocking.call(() -> it.remove(timeout));
    }
}
