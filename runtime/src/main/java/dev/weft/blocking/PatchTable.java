package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.woven.StandIn;
import dev.weft.woven.StandIns;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    ComposedPrimitives.class,
    Collecting.class,
    Grouping.class,
    Sorting.class,
    ObjectStreams.class,
    ObjectResults.class,
    IntStreams.class,
    LongStreams.class,
    DoubleStreams.class,
    StreamSources.class,
    GeneratorStreams.class,
    Reflection.class,
    Handles.class,
    Threads.class,
    ThreadObjects.class,
    ThreadBuilders.class,
    ThreadLocals.class,
    Waits.class,
    Monitors.class,
    Pools.class,
    TimerCalls.class,
    AsyncStages.class,
    AsyncFailures.class,
    StageCalls.class,
    StagePairs.class,
    StageFailures.class,
    AsyncPairs.class,
    Parkers.class,
    NewSynchronizers.class,
    NewQueues.class,
    Locks.class,
    Queues.class,
    StampedLocks.class,
    Synchronizers.class,
    Futures.class,
    ForkJoins.class,
    PrintWriters.class,
    PrintStreams.class,
    PipedConstructors.class,
    WrapperConstructors.class,
    DataStreams.class,
    DataOutputs.class,
    Compressed.class,
    Archives.class,
    Filters.class,
    MoreWrappers.class,
    ObjectInputs.class,
    ObjectOutputs.class,
    ScannerConstructors.class,
    Scanners.class,
    ScannerNumbers.class,
    Streams.class,
    OutputStreams.class,
    Readers.class,
    Contents.class,
    Writers.class,
    Sockets.class,
    SocketConstructors.class,
    SocketFactories.class,
    SecureSockets.class,
    SecureSockets.Servers.class,
    Names.class,
    UrlConnections.class,
    UrlHeaders.class,
    FileCalls.class,
    MoreFiles.class,
    Channels.class,
    SocketChannels.class,
    ServerChannels.class,
    DatagramChannels.class,
    Selectors.class,
    Providers.class,
    ChannelStreams.class,
    Http.class,
    Processes.class,
    Systems.class,
    MoreSystems.class,
    Aqs.class,
    LongAqs.class,
    Executors.class,
    Connections.class,
    MoreConnections.class,
    Statements.class,
    MoreStatements.class,
    Databases.class
})
public final class PatchTable {
    private static final String ADDED = "META-INF/weft/stand-ins";

    private PatchTable() {}

    /**
     * All rows, by type, method and parameters.
     *
     * @return an unmodifiable list
     */
    public static List<PatchRow> rows() {
        List<PatchRow> rows = new ArrayList<>(LeftAlone.rows());
        for (Class<?> chapter : PatchTable.class.getAnnotation(StandIns.class).value()) {
            addAll(chapter, rows);
        }
        return sorted(rows);
    }

    /**
     * All rows, and those of libraries and applications: of the classes that files {@code
     * META-INF/weft/stand-ins} name, one a line.
     *
     * @param loader finds the files and the classes, for example the context class loader
     * @return an unmodifiable list, by type, method and parameters
     * @throws IOException when such a file can't be read
     * @throws ClassNotFoundException when it names a class that is not there
     */
    public static List<PatchRow> rows(ClassLoader loader)
            throws IOException, ClassNotFoundException {
        List<PatchRow> rows = new ArrayList<>(rows());
        Set<String> names = new LinkedHashSet<>();
        for (URL file : Collections.list(loader.getResources(ADDED))) {
            try (InputStream in = file.openStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                text.lines().map(PatchTable::className).forEach(names::add);
            }
        }
        names.remove("");
        for (String name : names) {
            addAll(added(name, loader), rows);
        }
        return sorted(rows);
    }

    private static Class<?> added(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            String reason =
                    ADDED
                            + " names the class "
                            + name
                            + ", which is not there; write the binary name of a class with"
                            + " @StandIn methods, one a line";
            throw new ClassNotFoundException(reason, e);
        }
    }

    private static String className(String line) {
        return line.replaceFirst("(^|\\s)#.*", "").trim();
    }

    private static void addAll(Class<?> chapter, List<PatchRow> rows) {
        for (Method m : chapter.getDeclaredMethods()) {
            StandIn standIn = m.getAnnotation(StandIn.class);
            if (standIn != null) {
                rows.add(row(m, standIn));
            }
        }
    }

    private static List<PatchRow> sorted(List<PatchRow> rows) {
        rows.sort(
                Comparator.comparing(PatchRow::type)
                        .thenComparing(PatchRow::method)
                        .thenComparing(PatchRow::parameters)
                        .thenComparing(PatchRow::mode));
        return List.copyOf(rows);
    }

    private static PatchRow row(Method m, StandIn standIn) {
        Class<?>[] types = m.getParameterTypes();
        boolean hasReceiver = !standIn.isStatic() && !standIn.constructor();
        Class<?>[] original = !hasReceiver ? types : Arrays.copyOfRange(types, 1, types.length);
        return new PatchRow(
                standIn.type().isEmpty() ? standIn.value().getName() : standIn.type(),
                standIn.constructor() ? "new" : m.getName(),
                PatchRow.names(original),
                mode(standIn, m.isAnnotationPresent(Suspendable.class)),
                m.getDeclaringClass().getSimpleName());
    }

    private static String mode(StandIn standIn, boolean suspendable) {
        String option =
                standIn.scope() == StandIn.Scope.PATCH
                        ? ""
                        : " (" + standIn.scope().name().toLowerCase(Locale.ROOT) + ")";
        boolean made = standIn.constructor() && !suspendable;
        return (made ? StandIn.Mode.REPLACES : standIn.mode()) + option;
    }
}
