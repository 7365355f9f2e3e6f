package dev.weft.actor;

import dev.weft.fiber.Fiber;

/**
 * One actor's watch over another: ends with one {@link Down}, or before it by {@link #cancel}.
 * Thread-safe.
 */
public final class Monitor {
    private final Actor watcher;
    private final Actor target;

    Monitor(Actor watcher, Actor target) {
        this.watcher = watcher;
        this.target = target;
    }

    /**
     * Who is watched.
     *
     * @return never null
     */
    public Actor target() {
        return target;
    }

    /**
     * Ends the watch. When the watcher itself does, a {@link Down} that it has not received yet is
     * taken back.
     */
    public void cancel() {
        target.bonds().remove(this);
        if (Fiber.current() == watcher.fiber()) {
            watcher.mailbox().forget(this);
        }
    }

    void report(Throwable reason) {
        watcher.tell(new Down(this, reason));
    }
}
