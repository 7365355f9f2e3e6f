/** Bridges between channels or generators and {@code java.util.concurrent.Flow}. */
package dev.weft.reactive;
