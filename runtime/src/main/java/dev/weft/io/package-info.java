/**
 * The JDK's stream wrappers over streams that suspend. Woven code gets them where it says {@code
 * new BufferedReader(…)}; users need not name them.
 */
package dev.weft.io;
