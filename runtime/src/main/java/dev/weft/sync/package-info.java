/**
 * Synchronisers whose waits suspend fibers and block plain threads; owners are fibers, not threads.
 */
package dev.weft.sync;
