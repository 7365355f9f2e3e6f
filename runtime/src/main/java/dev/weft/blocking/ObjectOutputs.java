package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Blocking;
import dev.weft.io.FiberObjectOutputStream;
import dev.weft.woven.StandIn;
import java.io.ObjectOutputStream;

/**
 * Stand-ins for the methods of {@link ObjectOutputStream} that can't be overridden: the runtime's
 * own streams suspend behind each of them; others are handed off.
 */
public final class ObjectOutputs {
    private ObjectOutputs() {}

    /** Not suspendable: the JDK's code. */
    private interface Call {
        void run() throws Exception;
    }

    /** {@link ObjectOutputStream#writeObject(Object)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeObject(ObjectOutputStream it, Object value) throws Exception {
        write(it, () -> it.writeObject(value));
    }

    /** {@link ObjectOutputStream#writeUnshared(Object)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeUnshared(ObjectOutputStream it, Object value) throws Exception {
        write(it, () -> it.writeUnshared(value));
    }

    /** {@link ObjectOutputStream#reset()}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void reset(ObjectOutputStream it) throws Exception {
        write(it, () -> it.reset());
    }

    /** {@link ObjectOutputStream#writeBoolean(boolean)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeBoolean(ObjectOutputStream it, boolean value) throws Exception {
        write(it, () -> it.writeBoolean(value));
    }

    /** {@link ObjectOutputStream#writeByte(int)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeByte(ObjectOutputStream it, int value) throws Exception {
        write(it, () -> it.writeByte(value));
    }

    /** {@link ObjectOutputStream#writeShort(int)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeShort(ObjectOutputStream it, int value) throws Exception {
        write(it, () -> it.writeShort(value));
    }

    /** {@link ObjectOutputStream#writeChar(int)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeChar(ObjectOutputStream it, int value) throws Exception {
        write(it, () -> it.writeChar(value));
    }

    /** {@link ObjectOutputStream#writeInt(int)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeInt(ObjectOutputStream it, int value) throws Exception {
        write(it, () -> it.writeInt(value));
    }

    /** {@link ObjectOutputStream#writeLong(long)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeLong(ObjectOutputStream it, long value) throws Exception {
        write(it, () -> it.writeLong(value));
    }

    /** {@link ObjectOutputStream#writeFloat(float)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeFloat(ObjectOutputStream it, float value) throws Exception {
        write(it, () -> it.writeFloat(value));
    }

    /** {@link ObjectOutputStream#writeDouble(double)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeDouble(ObjectOutputStream it, double value) throws Exception {
        write(it, () -> it.writeDouble(value));
    }

    /** {@link ObjectOutputStream#writeBytes(String)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeBytes(ObjectOutputStream it, String text) throws Exception {
        write(it, () -> it.writeBytes(text));
    }

    /** {@link ObjectOutputStream#writeChars(String)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeChars(ObjectOutputStream it, String text) throws Exception {
        write(it, () -> it.writeChars(text));
    }

    /** {@link ObjectOutputStream#writeUTF(String)}. */
    @Suspendable
    @StandIn(value = ObjectOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeUTF(ObjectOutputStream it, String text) throws Exception {
        write(it, () -> it.writeUTF(text));
    }

    @Suspendable
    private static void write(ObjectOutputStream it, Call call) throws Exception {
        if (!(it instanceof FiberObjectOutputStream)) {
            Blocking.call(
                    () -> {
                        call.run();
                        return null;
                    });
            return;
        }
        FiberObjectOutputStream own = (FiberObjectOutputStream) it;
        boolean outer = own.begin$weft();
        try {
            call.run();
        } finally {
            own.end$weft(outer);
        }
    }
}
