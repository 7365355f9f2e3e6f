/**
 * Sockets whose calls suspend fibers instead of blocking threads: subclasses of the JDK's, over
 * non-blocking channels and one poller. Woven code gets them where it says {@code new Socket()};
 * users need not name them.
 */
package dev.weft.net;
