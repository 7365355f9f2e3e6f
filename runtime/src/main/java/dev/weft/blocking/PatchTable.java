package dev.weft.blocking;

import dev.weft.woven.StandIn;
import dev.weft.woven.StandIns;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The patch table: the chapters of stand-ins that woven code calls in place of the JDK's methods,
 * and the methods that are left alone, with the reason. Queryable here; printed as docs/patches.md.
 */
@StandIns({
    Functions.class,
    IntFunctions.class,
    LongFunctions.class,
    DoubleFunctions.class,
    ResultFunctions.class,
    Iterables.class,
    Maps.class,
    Optionals.class,
    Composed.class,
    Sorting.class,
    ObjectStreams.class,
    ObjectResults.class,
    IntStreams.class,
    LongStreams.class,
    DoubleStreams.class,
    StreamSources.class,
    Reflection.class,
    Handles.class,
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
    Systems.class,
    Aqs.class,
    Executors.class,
    FileCalls.class,
    Databases.class
})
public final class PatchTable {
    private PatchTable() {}

    /**
     * All rows, by type, method and parameters.
     *
     * @return an unmodifiable list
     */
    public static List<PatchRow> rows() {
        List<PatchRow> rows = new ArrayList<>(LeftAlone.rows());
        for (Class<?> chapter : PatchTable.class.getAnnotation(StandIns.class).value()) {
            for (Method m : chapter.getDeclaredMethods()) {
                StandIn standIn = m.getAnnotation(StandIn.class);
                if (standIn != null) {
                    rows.add(row(m, standIn));
                }
            }
        }
        rows.sort(
                Comparator.comparing(PatchRow::type)
                        .thenComparing(PatchRow::method)
                        .thenComparing(PatchRow::parameters));
        return List.copyOf(rows);
    }

    private static PatchRow row(Method m, StandIn standIn) {
        Class<?>[] types = m.getParameterTypes();
        Class<?>[] original =
                standIn.isStatic() ? types : Arrays.copyOfRange(types, 1, types.length);
        return new PatchRow(
                standIn.value().getName(),
                m.getName(),
                PatchRow.names(original),
                standIn.mode().toString(),
                m.getDeclaringClass().getSimpleName());
    }
}
