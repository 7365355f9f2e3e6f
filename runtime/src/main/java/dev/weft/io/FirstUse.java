package dev.weft.io;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * What a method {@code readObject} does first with the stream.
 *
 * <p>All paths from its beginning are followed, each up to the first instruction that loads the
 * stream. There it must be asked for the values of the fields at once; where it is kept in another
 * variable, that is taken for the stream too. A path may also end by throwing. One that returns has
 * not read the values. Handlers of what is on a path are followed as well.
 */
final class FirstUse {
    private static final Set<String> VALUES =
            Set.of("defaultReadObject()V", "readFields()Ljava/io/ObjectInputStream$GetField;");

    private static final int ALOAD = 0x19;
    private static final int ALOAD_0 = 0x2a;
    private static final int ASTORE = 0x3a;
    private static final int ASTORE_0 = 0x4b;
    private static final int IINC = 0x84;
    private static final int IFEQ = 0x99;
    private static final int GOTO = 0xa7;
    private static final int TABLESWITCH = 0xaa;
    private static final int LOOKUPSWITCH = 0xab;
    private static final int INVOKEVIRTUAL = 0xb6;
    private static final int ATHROW = 0xbf;
    private static final int WIDE = 0xc4;
    private static final int IFNULL = 0xc6;
    private static final int IFNONNULL = 0xc7;
    private static final int GOTO_W = 0xc8;

    /** Of instructions by their opcodes; 0: it varies, or no path goes on behind it. */
    private static final byte[] LENGTHS = lengths();

    private final ReadMethod pool;
    private final ByteBuffer file;

    /** Where the first instruction is. */
    private final int begin;

    /** Behind the last. */
    private final int end;

    private final BitSet seen = new BitSet();
    private final BitSet streams = new BitSet();
    private final ArrayDeque<Integer> paths = new ArrayDeque<>();

    FirstUse(ReadMethod pool, ByteBuffer file, int code) {
        this.pool = pool;
        this.file = file;
        begin = code + 8;
        end = begin + file.getInt(code + 4);
        streams.set(1);
    }

    private static byte[] lengths() {
        byte[] all = new byte[256];
        Arrays.fill(all, 0, 0xca, (byte) 1);
        set(all, 2, 0x10, 0x10, 0x12, 0x12, 0x15, 0x19, 0x36, 0x3a, 0xbc, 0xbc);
        set(all, 3, 0x11, 0x11, 0x13, 0x14, 0x84, 0x84, 0x99, 0xa6, 0xb2, 0xb8);
        set(all, 3, 0xbb, 0xbb, 0xbd, 0xbd, 0xc0, 0xc1, 0xc6, 0xc7);
        set(all, 4, 0xc5, 0xc5);
        set(all, 5, 0xb9, 0xba);
        set(all, 0, 0xa7, 0xb1, 0xbf, 0xbf, 0xc4, 0xc4, 0xc8, 0xc9);
        return all;
    }

    private static void set(byte[] all, int length, int... ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            Arrays.fill(all, ranges[i], ranges[i + 1] + 1, (byte) length);
        }
    }

    /** Whether it is to read the values. */
    boolean isOfValues() {
        go(begin);
        while (!paths.isEmpty()) {
            if (!follow(paths.remove())) {
                return false;
            }
        }
        return true;
    }

    private void go(int at) {
        if (!seen.get(at)) {
            seen.set(at);
            paths.add(at);
        }
    }

    private int opcode(int at) {
        return file.get(at) & 0xff;
    }

    /** One instruction; false: this path does not begin with the values. */
    private boolean follow(int at) {
        int opcode = opcode(at);
        int length = opcode == WIDE ? opcode(at + 1) == IINC ? 6 : 4 : LENGTHS[opcode];
        int loaded = variable(at, ALOAD, ALOAD_0);
        if (loaded >= 0 && streams.get(loaded)) {
            return use(at + length);
        }
        goToHandlers(at);
        if (opcode >= IFEQ && opcode <= GOTO || opcode == IFNULL || opcode == IFNONNULL) {
            go(at + file.getShort(at + 1));
        } else if (opcode == GOTO_W) {
            go(at + file.getInt(at + 1));
        } else if (opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
            goToCases(at, opcode);
        } else if (length == 0) {
            return opcode == ATHROW;
        }
        if (length > 0) {
            go(at + length);
        }
        return true;
    }

    /** The variable of a load or a store of a reference; -1: it is another instruction. */
    private int variable(int at, int opcode, int shortest) {
        int here = opcode(at);
        if (here == WIDE && opcode(at + 1) == opcode) {
            return file.getShort(at + 2) & 0xffff;
        } else if (here == opcode) {
            return opcode(at + 1);
        }
        return here >= shortest && here < shortest + 4 ? here - shortest : -1;
    }

    /** What is done with the stream that has been loaded. */
    private boolean use(int at) {
        if (opcode(at) == INVOKEVIRTUAL) {
            return VALUES.contains(pool.method(file.getShort(at + 1) & 0xffff));
        }
        int stored = variable(at, ASTORE, ASTORE_0);
        if (stored < 0) {
            return false;
        }
        if (!streams.get(stored)) {
            streams.set(stored);
            seen.clear(); // it may be loaded on a path that has been followed
        }
        go(at + (opcode(at) == WIDE ? 4 : LENGTHS[opcode(at)]));
        go(begin);
        return true;
    }

    private void goToHandlers(int at) {
        int table = end + 2;
        for (int i = file.getShort(end) & 0xffff; i > 0; i--, table += 8) {
            int offset = at - begin;
            if (offset >= (file.getShort(table) & 0xffff)
                    && offset < (file.getShort(table + 2) & 0xffff)) {
                go(begin + (file.getShort(table + 4) & 0xffff));
            }
        }
    }

    private void goToCases(int at, int opcode) {
        int operands = at + 4 - (at - begin) % 4;
        go(at + file.getInt(operands));
        boolean table = opcode == TABLESWITCH;
        int low = file.getInt(operands + 4);
        int count = table ? file.getInt(operands + 8) - low + 1 : low;
        for (int i = 0; i < count; i++) {
            go(at + file.getInt(operands + 12 + i * (table ? 4 : 8)));
        }
    }
}
