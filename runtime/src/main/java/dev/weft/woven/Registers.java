package dev.weft.woven;

/** A stack's registers as boxed values. */
final class Registers {
    private Registers() {}

    static Object take(Stack stack, Class<?> type) {
        long bits = stack.prim;
        if (!type.isPrimitive()) {
            return stack.takeRef();
        }
        if (type == long.class) {
            return bits;
        }
        if (type == double.class) {
            return Double.longBitsToDouble(bits);
        }
        if (type == float.class) {
            return Float.intBitsToFloat((int) bits);
        }
        return type == boolean.class ? (Object) ((bits & 1) != 0) : small(type, (int) bits);
    }

    private static Object small(Class<?> type, int value) {
        if (type == char.class) {
            return (char) value;
        }
        if (type == byte.class) {
            return (byte) value;
        }
        return type == short.class ? (Object) (short) value : (Object) value;
    }

    static void set(Stack stack, Class<?> type, Object value) {
        if (!type.isPrimitive()) {
            stack.ref = value;
        } else if (value instanceof Boolean) {
            stack.prim = (Boolean) value ? 1 : 0;
        } else if (value instanceof Character) {
            stack.prim = (Character) value;
        } else if (value instanceof Float) {
            stack.prim = Float.floatToRawIntBits((Float) value);
        } else if (value instanceof Double) {
            stack.prim = Double.doubleToRawLongBits((Double) value);
        } else {
            stack.prim = ((Number) value).longValue();
        }
    }
}
