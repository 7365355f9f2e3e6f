package dev.weft.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds the method {@code readObject} in a class file (JVMS 4). Not thread-safe. */
final class ReadMethod {
    private static final String NAME = "readObject";
    private static final String DESCRIPTOR = "(Ljava/io/ObjectInputStream;)V";

    /** The body of one that the weaver has woven. */
    private static final String WOVEN = "(Ljava/io/ObjectInputStream;Ldev/weft/woven/Stack;)V";

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** How many bytes are behind the tag of a constant. */
    private static final int[] SIZES = {
        0, 2, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
    };

    private final ByteBuffer file;

    /** Where they are. */
    private final int[] constants;

    private int plain;
    private int woven;

    private ReadMethod(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        skip(8);
        constants = new int[count()];
        for (int i = 1; i < constants.length; i++) {
            constants[i] = file.position();
            int tag = file.get();
            skip(tag == UTF8 ? count() : SIZES[tag]);
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
        skip(6);
        skip(2 * count());
        findIn(count());
        plain = 0;
        woven = 0;
        findIn(count());
    }

    /**
     * Whether a class certainly reads the values of its fields first.
     *
     * @param bytes of its file
     * @throws IndexOutOfBoundsException this is no class file
     * @throws java.nio.BufferUnderflowException the same
     * @throws IllegalArgumentException the same
     */
    static boolean valuesFirst(byte[] bytes) {
        ReadMethod method = new ReadMethod(bytes);
        int code = method.woven != 0 ? method.woven : method.plain;
        return code == 0 || new FirstUse(method, method.file, code).isOfValues();
    }

    /** Name and descriptor of the method that a constant names. */
    String method(int index) {
        int pair = file.getShort(constants[index] + 3) & 0xffff;
        int at = constants[pair];
        return text(file.getShort(at + 1) & 0xffff) + text(file.getShort(at + 3) & 0xffff);
    }

    private String text(int index) {
        int at = constants[index];
        int length = file.getShort(at + 1) & 0xffff;
        return new String(file.array(), at + 3, length, StandardCharsets.UTF_8);
    }

    private int count() {
        return file.getShort() & 0xffff;
    }

    private void skip(int count) {
        file.position(file.position() + count);
    }

    /** Looks through fields, or methods. */
    private void findIn(int members) {
        for (int i = 0; i < members; i++) {
            skip(2);
            String name = text(count());
            String descriptor = text(count());
            int code = code();
            if (name.equals(NAME)) {
                plain = descriptor.equals(DESCRIPTOR) ? code : plain;
                woven = descriptor.equals(WOVEN) ? code : woven;
            }
        }
    }

    /** Where the content of the attribute with the code is; 0: there is none. */
    private int code() {
        int found = 0;
        for (int i = count(); i > 0; i--) {
            boolean code = text(count()).equals("Code");
            int length = file.getInt();
            found = code ? file.position() : found;
            skip(length);
        }
        return found;
    }
}
