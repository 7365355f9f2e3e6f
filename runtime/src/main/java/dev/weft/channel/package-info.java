/** Channels and select: values handed between fibers and threads. */
package dev.weft.channel;
