package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.io.FiberDataOutputStream;
import dev.weft.woven.StandIn;
import java.io.DataOutputStream;

/**
 * Stand-ins for the methods of {@link DataOutputStream} that can't be overridden: the runtime's own
 * streams suspend behind each of them, others are called as they are.
 */
public final class DataOutputs {
    private DataOutputs() {}

    /** {@link DataOutputStream#writeBoolean(boolean)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeBoolean(DataOutputStream it, boolean value) throws Exception {
        if (!begin(it)) {
            it.writeBoolean(value);
            return;
        }
        try {
            it.writeBoolean(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeByte(int)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeByte(DataOutputStream it, int value) throws Exception {
        if (!begin(it)) {
            it.writeByte(value);
            return;
        }
        try {
            it.writeByte(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeShort(int)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeShort(DataOutputStream it, int value) throws Exception {
        if (!begin(it)) {
            it.writeShort(value);
            return;
        }
        try {
            it.writeShort(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeChar(int)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeChar(DataOutputStream it, int value) throws Exception {
        if (!begin(it)) {
            it.writeChar(value);
            return;
        }
        try {
            it.writeChar(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeInt(int)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeInt(DataOutputStream it, int value) throws Exception {
        if (!begin(it)) {
            it.writeInt(value);
            return;
        }
        try {
            it.writeInt(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeLong(long)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeLong(DataOutputStream it, long value) throws Exception {
        if (!begin(it)) {
            it.writeLong(value);
            return;
        }
        try {
            it.writeLong(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeFloat(float)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeFloat(DataOutputStream it, float value) throws Exception {
        if (!begin(it)) {
            it.writeFloat(value);
            return;
        }
        try {
            it.writeFloat(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeDouble(double)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeDouble(DataOutputStream it, double value) throws Exception {
        if (!begin(it)) {
            it.writeDouble(value);
            return;
        }
        try {
            it.writeDouble(value);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeBytes(String)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeBytes(DataOutputStream it, String text) throws Exception {
        if (!begin(it)) {
            it.writeBytes(text);
            return;
        }
        try {
            it.writeBytes(text);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeChars(String)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeChars(DataOutputStream it, String text) throws Exception {
        if (!begin(it)) {
            it.writeChars(text);
            return;
        }
        try {
            it.writeChars(text);
        } finally {
            end(it);
        }
    }

    /** {@link DataOutputStream#writeUTF(String)}. */
    @Suspendable
    @StandIn(value = DataOutputStream.class, mode = StandIn.Mode.POLLS)
    public static void writeUTF(DataOutputStream it, String text) throws Exception {
        if (!begin(it)) {
            it.writeUTF(text);
            return;
        }
        try {
            it.writeUTF(text);
        } finally {
            end(it);
        }
    }

    @Suspendable
    private static boolean begin(DataOutputStream it) {
        boolean own = it instanceof FiberDataOutputStream;
        if (own) {
            ((FiberDataOutputStream) it).begin();
        }
        return own;
    }

    @Suspendable
    private static void end(DataOutputStream it) throws Exception {
        ((FiberDataOutputStream) it).end();
    }
}
