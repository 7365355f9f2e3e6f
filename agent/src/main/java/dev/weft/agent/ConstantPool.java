package dev.weft.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The little of a class file that {@link Candidates} needs, read in one pass without copying. */
final class ConstantPool {
    private static final byte[] ANNOTATION = ascii("Ldev/weft/Suspendable;");
    private static final byte[] STACK = ascii("Ldev/weft/woven/Stack;");
    private static final byte[] MARKER = ascii("$weft");
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;
    private static final int INVOKE_DYNAMIC = 18;

    private final byte[] file;
    private final int[] offsets;
    private final List<Integer> invokeDynamics = new ArrayList<>();
    private final int end;
    private boolean annotated;
    private boolean overloaded;
    private boolean marked;

    ConstantPool(byte[] file) {
        this.file = file;
        offsets = new int[u2(8)];
        int at = 10;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            int tag = file[at];
            if (tag == UTF8) {
                inspect(at + 3, u2(at + 1));
            } else if (tag == INVOKE_DYNAMIC) {
                invokeDynamics.add(at);
            }
            at += size(tag, at);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        end = at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private int size(int tag, int at) {
        switch (tag) {
            case UTF8:
                return 3 + u2(at + 1);
            case LONG:
            case DOUBLE:
                return 9;
            case METHOD_HANDLE:
                return 4;
            case 7: // class
            case 8: // string
            case 16: // method type
            case 19: // module
            case 20: // package
                return 3;
            default:
                return 5;
        }
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
        List<String> names = new ArrayList<>();
        for (int at : invokeDynamics) {
            String descriptor = utf8(u2(offsets[u2(at + 3)] + 3));
            int result = descriptor.lastIndexOf(')') + 1;
            if (descriptor.charAt(result) == 'L') {
                names.add(descriptor.substring(result + 1, descriptor.length() - 1));
            }
        }
        return names;
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
