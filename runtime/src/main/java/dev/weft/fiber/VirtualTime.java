package dev.weft.fiber;

/** A clock that stands still until its scheduler moves it on. Moved by one thread, read by any. */
final class VirtualTime implements TimeSource {
    private volatile long now;

    @Override
    public long nanoTime() {
        return now;
    }

    void advance(long nanos) {
        now = now + nanos;
    }
}
