/**
 * TLS sockets whose handshake, reads and writes suspend fibers: the JDK's TLS engine over a polled
 * socket. Woven code gets them from the factories of an {@code SSLContext}; users need not name
 * them.
 */
package dev.weft.tls;
