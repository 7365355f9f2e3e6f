package dev.weft.io;

import static java.io.ObjectStreamConstants.SC_BLOCK_DATA;
import static java.io.ObjectStreamConstants.SC_EXTERNALIZABLE;
import static java.io.ObjectStreamConstants.SC_WRITE_METHOD;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

/** What an {@link ObjectScan} has learnt about a class that a stream describes. */
final class StreamClass {
    private static final byte[] NONE = {};

    private byte[] name = NONE;
    private int nameLength;
    private int flags;
    private StreamClass parent;

    /** How many bytes the primitive values of an object take. */
    private int primitives;

    /** How many objects are among its values. */
    private int references;

    /** This class and those above it, the uppermost first; made when it is asked for. */
    private StreamClass[] layout;

    void addName(byte[] bytes, int from, int count) {
        if (nameLength + count > name.length) {
            name = Arrays.copyOf(name, Math.max(nameLength + count, 32));
        }
        System.arraycopy(bytes, from, name, nameLength, count);
        nameLength += count;
    }

    void setFlags(int flags) {
        this.flags = flags;
    }

    void setParent(StreamClass parent) {
        this.parent = parent;
    }

    /**
     * Adds a field.
     *
     * @param code its type, as in a descriptor
     * @return false: there is no such type
     */
    boolean addField(int code) {
        if (code == 'L' || code == '[') {
            references++;
            return true;
        }
        int size = sizeOf(code);
        primitives += size;
        return size > 0;
    }

    /** How many bytes a value takes; 0: it is not primitive. */
    static int sizeOf(int code) {
        switch (code) {
            case 'B':
            case 'Z':
                return 1;
            case 'C':
            case 'S':
                return 2;
            case 'F':
            case 'I':
                return 4;
            case 'D':
            case 'J':
                return 8;
            default:
                return 0;
        }
    }

    /** The type of an array's elements, as in a descriptor; 0: this is no array. */
    int element() {
        return nameLength > 1 && name[0] == '[' ? name[1] : 0;
    }

    String name() {
        return new String(name, 0, nameLength, StandardCharsets.UTF_8);
    }

    int primitives() {
        return primitives;
    }

    int references() {
        return references;
    }

    /** Whether its method {@code writeObject} has written more, up to a mark. */
    boolean hasMore() {
        return (flags & SC_WRITE_METHOD) != 0;
    }

    boolean isExternalizable() {
        return (flags & SC_EXTERNALIZABLE) != 0;
    }

    /** Whether what an {@code Externalizable} writes ends with a mark. */
    boolean isMarked() {
        return (flags & SC_BLOCK_DATA) != 0;
    }

    /** The classes whose values an object has, in this order. */
    StreamClass[] layout() {
        if (layout == null) {
            ArrayDeque<StreamClass> all = new ArrayDeque<>();
            for (StreamClass c = this; c != null; c = c.parent) {
                all.addFirst(c);
            }
            layout = all.toArray(new StreamClass[0]);
        }
        return layout;
    }
}
