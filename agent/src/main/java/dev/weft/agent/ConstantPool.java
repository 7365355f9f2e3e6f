package dev.weft.agent;

import dev.weft.weaver.model.WeaveException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The little of a class file that {@link Candidates} needs, read in one pass without copying. */
final class ConstantPool {
    private static final byte[] ANNOTATION = ascii("Ldev/weft/Suspendable;");
    private static final byte[] STACK = ascii("Ldev/weft/woven/Stack;");
    private static final byte[] MARKER = ascii("$weft");
    private static final byte[] SCALA = ascii("Lscala/reflect/ScalaSignature;");
    private static final byte[] SCALA3 = ascii("TASTY");
    private static final byte[] KOTLIN = ascii("Lkotlin/Metadata;");
    private static final int UTF8 = 1;
    private static final int INVOKE_DYNAMIC = 18;

    /**
     * How long a constant is, by its tag. A table and not a switch: code without rare branches is
     * compiled once, and not again each time that one is taken after all.
     */
    private static final byte[] SIZES = {
        0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
    };

    /** How many entries a constant takes: two for long and double. */
    private static final byte[] ENTRIES = {
        1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };

    private final byte[] file;
    private final int[] offsets;
    private final int invokeDynamics;
    private final int end;
    private boolean annotated;
    private boolean overloaded;
    private boolean marked;
    private boolean scala;
    private boolean kotlin;

    ConstantPool(byte[] file) {
        this.file = file;
        int[] at = new int[u2(8)];
        int next = 10;
        int dynamic = 0;
        for (int i = 1; i < at.length; ) {
            at[i] = next;
            int tag = file[next];
            if (tag < 0 || tag >= SIZES.length) {
                throw new WeaveException("its constant pool has the unknown tag " + tag);
            }
            int size = SIZES[tag];
            if (tag == UTF8) {
                int length = (file[next + 1] & 255) << 8 | file[next + 2] & 255;
                inspect(next + 3, length);
                size += length;
            } else if (tag == INVOKE_DYNAMIC) {
                dynamic++;
            }
            next += size;
            i += ENTRIES[tag];
        }
        offsets = at;
        invokeDynamics = dynamic;
        end = next;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Looks at few bytes of each constant: with thousands of classes, reading all takes too long.
     */
    private void inspect(int at, int length) {
        if (length == ANNOTATION.length && file[at] == 'L') {
            annotated |= matches(at, ANNOTATION);
        } else if (length > STACK.length && file[at] == '(') {
            int close = at + length - 1;
            while (close > at && file[close] != ')') {
                close--;
            }
            overloaded |= close - at > STACK.length && matches(close - STACK.length, STACK);
        } else if (length == MARKER.length && file[at] == '$') {
            marked |= matches(at, MARKER);
        } else if (length == SCALA.length && file[at] == 'L') {
            scala |= matches(at, SCALA);
        } else if (length == SCALA3.length && file[at] == 'T') {
            scala |= matches(at, SCALA3);
        } else if (length == KOTLIN.length && file[at] == 'L') {
            kotlin |= matches(at, KOTLIN);
        }
    }

    private boolean matches(int at, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the annotation occurs, or a descriptor with the hidden last parameter. */
    boolean isTraced() {
        return annotated || overloaded;
    }

    /** Whether it looks woven: the descriptors are there, and the marker's name. */
    boolean isWoven() {
        return overloaded && marked;
    }

    /** Whether Scala's compiler wrote it. */
    boolean isScala() {
        return scala;
    }

    /** Whether Kotlin's compiler wrote it. */
    boolean isKotlin() {
        return kotlin;
    }

    /** Whether a constant has that text, of ASCII characters. */
    boolean contains(String text) {
        byte[] bytes = ascii(text);
        for (int at : offsets) {
            if (at != 0
                    && file[at] == UTF8
                    && u2(at + 1) == bytes.length
                    && matches(at + 3, bytes)) {
                return true;
            }
        }
        return false;
    }

    /** The internal names of superclass and interfaces. */
    List<String> supertypes() {
        List<String> names = new ArrayList<>();
        if (u2(end + 4) != 0) {
            names.add(className(u2(end + 4)));
        }
        int count = u2(end + 6);
        for (int i = 0; i < count; i++) {
            names.add(className(u2(end + 8 + 2 * i)));
        }
        return names;
    }

    /** The internal names of what invokedynamic instructions return, where these are classes. */
    List<String> lambdaTypes() {
        List<String> names = new ArrayList<>(invokeDynamics);
        for (int i = 1; names.size() < invokeDynamics && i < offsets.length; i++) {
            if (offsets[i] != 0 && file[offsets[i]] == INVOKE_DYNAMIC) {
                names.add(resultOf(offsets[i]));
            }
        }
        return names;
    }

    /** Its name as a class, or something that is no class's name. */
    private String resultOf(int invokeDynamic) {
        String descriptor = utf8(u2(offsets[u2(invokeDynamic + 3)] + 3));
        int result = descriptor.lastIndexOf(')') + 1;
        return descriptor.charAt(result) == 'L'
                ? descriptor.substring(result + 1, descriptor.length() - 1)
                : "";
    }

    private String className(int index) {
        return utf8(u2(offsets[index] + 1));
    }

    private String utf8(int index) {
        int at = offsets[index];
        return new String(file, at + 3, u2(at + 1), StandardCharsets.UTF_8);
    }

    private int u2(int at) {
        return (file[at] & 255) << 8 | file[at + 1] & 255;
    }
}
