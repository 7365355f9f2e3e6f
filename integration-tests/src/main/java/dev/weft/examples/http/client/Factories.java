package dev.weft.examples.http.client;

import dev.weft.examples.http.server.Sockets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Factories of TLS sockets, asked for in this package or by code that is never woven. */
final class Factories {
    private Factories() {}

    static SSLSocketFactory of(SSLContext context) {
        return context.getSocketFactory();
    }

    static SSLSocketFactory unwoven(SSLContext context) {
        return Sockets.factory(context);
    }
}
