/** Weave the world: every method of well-known jars treated as suspendable, verified. */
package dev.weft.it.world;
