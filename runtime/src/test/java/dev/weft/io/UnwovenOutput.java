package dev.weft.io;

/** Left out of weaving, and overrides what suspends. */
final class UnwovenOutput extends FiberOutputStream {
    @Override
    public void write(byte[] bytes, int from, int length) {}
}
