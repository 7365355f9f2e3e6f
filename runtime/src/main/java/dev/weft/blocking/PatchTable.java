package dev.weft.blocking;

import dev.weft.woven.StandIns;

/** The patch table: the chapters of stand-ins that woven code calls in place of the JDK's methods. */
@StandIns({
    Functions.class,
    IntFunctions.class,
    LongFunctions.class,
    DoubleFunctions.class,
    ResultFunctions.class,
    Iterables.class,
    Maps.class,
    Optionals.class,
    Reflection.class,
    Threads.class,
    Parkers.class,
    Locks.class,
    Queues.class,
    Synchronizers.class,
    Futures.class,
    Streams.class,
    Readers.class,
    Sockets.class,
    Channels.class,
    Http.class,
    Processes.class,
    Systems.class
})
public final class PatchTable {
    private PatchTable() {}
}
