package dev.weft.io;

/** Thrown out of a wrapper of the JDK's by the stream beneath it, which has nothing yet. */
final class WouldBlock extends RuntimeException {
    static final WouldBlock NOW = new WouldBlock();

    private static final long serialVersionUID = 1;

    private WouldBlock() {
        super("internal: must be caught by the wrapper that reads", null, false, false);
    }
}
