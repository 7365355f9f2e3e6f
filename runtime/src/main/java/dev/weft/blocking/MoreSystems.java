package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.woven.StandIn;
import java.io.Console;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.File;
import java.security.SecureRandom;
import java.util.List;
import javax.naming.Context;
import javax.naming.Name;

/** Stand-ins for the console, processes and what else asks the system; see {@link Systems}. */
public final class MoreSystems {
    private MoreSystems() {}

    /** {@link Console#readLine()}. */
    @Suspendable
    @StandIn(value = Console.class, mode = StandIn.Mode.HANDS_OFF)
    public static String readLine(Console it) throws Exception {
        return Blocking.call(() -> it.readLine());
    }

    /** {@link Console#readLine(String, Object...)}. */
    @Suspendable
    @StandIn(value = Console.class, mode = StandIn.Mode.HANDS_OFF)
    public static String readLine(Console it, String format, Object[] arguments) throws Exception {
        return Blocking.call(() -> it.readLine(format, arguments));
    }

    /** {@link Console#readPassword()}. */
    @Suspendable
    @StandIn(value = Console.class, mode = StandIn.Mode.HANDS_OFF)
    public static char[] readPassword(Console it) throws Exception {
        return Blocking.call(() -> it.readPassword());
    }

    /** {@link Console#readPassword(String, Object...)}. */
    @Suspendable
    @StandIn(value = Console.class, mode = StandIn.Mode.HANDS_OFF)
    public static char[] readPassword(Console it, String format, Object[] arguments)
            throws Exception {
        return Blocking.call(() -> it.readPassword(format, arguments));
    }

    /** {@link Runtime#exec(String, String[])}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String command, String[] environment) throws Exception {
        return Blocking.call(() -> it.exec(command, environment));
    }

    /** {@link Runtime#exec(String[], String[])}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String[] command, String[] environment)
            throws Exception {
        return Blocking.call(() -> it.exec(command, environment));
    }

    /** {@link Runtime#exec(String, String[], File)}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String command, String[] environment, File folder)
            throws Exception {
        return Blocking.call(() -> it.exec(command, environment, folder));
    }

    /** {@link Runtime#exec(String[], String[], File)}. */
    @Suspendable
    @StandIn(value = Runtime.class, mode = StandIn.Mode.HANDS_OFF)
    public static Process exec(Runtime it, String[] command, String[] environment, File folder)
            throws Exception {
        return Blocking.call(() -> it.exec(command, environment, folder));
    }

    /** {@link ProcessBuilder#startPipeline(List)}. */
    @Suspendable
    @StandIn(value = ProcessBuilder.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static List<Process> startPipeline(List<ProcessBuilder> builders) throws Exception {
        return Blocking.call(() -> ProcessBuilder.startPipeline(builders));
    }

    /** {@link Context#lookup(Name)}. */
    @Suspendable
    @StandIn(value = Context.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object lookup(Context it, Name name) throws Exception {
        return Blocking.call(() -> it.lookup(name));
    }

    /** {@link Context#lookup(String)}. */
    @Suspendable
    @StandIn(value = Context.class, mode = StandIn.Mode.HANDS_OFF)
    public static Object lookup(Context it, String name) throws Exception {
        return Blocking.call(() -> it.lookup(name));
    }

    /** {@link SecureRandom#generateSeed(int)}. */
    @Suspendable
    @StandIn(value = SecureRandom.class, mode = StandIn.Mode.HANDS_OFF)
    public static byte[] generateSeed(SecureRandom it, int count) throws Exception {
        return Blocking.call(() -> it.generateSeed(count));
    }

    /** {@link DataInputStream#readUTF(DataInput)}. */
    @Suspendable
    @StandIn(value = DataInputStream.class, isStatic = true, mode = StandIn.Mode.HANDS_OFF)
    public static String readUTF(DataInput in) throws Exception {
        return Blocking.call(() -> DataInputStream.readUTF(in));
    }
}
