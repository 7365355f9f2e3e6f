/**
 * The locks, synchronizers, queues and futures of {@code java.util.concurrent} for fibers: a
 * subclass of each, in which fibers wait without a thread and own what they take. Woven code gets
 * them where it says {@code new ReentrantLock()}; plain threads and code that is not woven may use
 * them at the same time. Source: docs/design/blocking.md.
 */
package dev.weft.concurrent;
