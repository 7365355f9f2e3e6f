package dev.weft.cost;

import dev.weft.Suspendable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;

/** What is timed, written twice: with the JDK's own classes, and woven. */
interface Body {
    /** Reads all; returns how many lines, numbers or bytes came. */
    @Suspendable
    long read(String kind, InputStream in) throws IOException;

    ServerSocketChannel server() throws IOException;

    Selector selector() throws IOException;

    /** Echoes single bytes until so many have come. */
    @Suspendable
    void echo(ServerSocketChannel server, Selector selector, int count) throws IOException;
}
