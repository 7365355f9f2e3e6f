package dev.weft.weaver.emit;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The conversions of method references: boxing, unboxing, widening, casts. */
final class Conversion {
    private static final String LANG = "java/lang/";

    private Conversion() {}

    /** {@code ..., given → ..., wanted}. */
    static void emit(Code code, Type given, Type wanted) {
        boolean fromRef = Kind.isReference(given);
        boolean toRef = Kind.isReference(wanted);
        if (fromRef && toRef) {
            if (!given.equals(wanted)) {
                code.cast(wanted.getInternalName());
            }
        } else if (toRef) {
            box(code, given);
        } else if (fromRef) {
            Type own = unboxed(given);
            Type primitive = own == null ? wanted : own;
            unbox(code, given, primitive);
            widen(code, primitive, wanted);
        } else {
            widen(code, given, wanted);
        }
    }

    private static void box(Code code, Type primitive) {
        String box = boxOf(primitive);
        code.invokeStatic(box, "valueOf", "(" + primitive.getDescriptor() + ")L" + box + ";");
    }

    private static void unbox(Code code, Type given, Type primitive) {
        String box = boxOf(primitive);
        if (!given.getInternalName().equals(box)) {
            code.cast(box);
        }
        code.invokeVirtual(
                box, primitive.getClassName() + "Value", "()" + primitive.getDescriptor());
    }

    /** {@code ..., given → ..., wanted}, both primitive; only what Java does by itself. */
    private static void widen(Code code, Type given, Type wanted) {
        Kind from = Kind.of(given);
        Kind to = Kind.of(wanted);
        if (from == to) {
            return;
        }
        switch (from) {
            case INT:
                code.op(
                        to == Kind.LONG
                                ? Opcodes.I2L
                                : to == Kind.FLOAT ? Opcodes.I2F : Opcodes.I2D);
                break;
            case LONG:
                code.op(to == Kind.FLOAT ? Opcodes.L2F : Opcodes.L2D);
                break;
            case FLOAT:
                code.op(Opcodes.F2D);
                break;
            default:
                throw new IllegalStateException("no conversion from " + given + " to " + wanted);
        }
    }

    /** The primitive of a box's class; null for any other class. */
    private static Type unboxed(Type box) {
        for (Type primitive : PRIMITIVES) {
            if (box.getInternalName().equals(boxOf(primitive))) {
                return primitive;
            }
        }
        return null;
    }

    private static final Type[] PRIMITIVES = {
        Type.BOOLEAN_TYPE,
        Type.BYTE_TYPE,
        Type.CHAR_TYPE,
        Type.SHORT_TYPE,
        Type.INT_TYPE,
        Type.LONG_TYPE,
        Type.FLOAT_TYPE,
        Type.DOUBLE_TYPE
    };

    private static String boxOf(Type primitive) {
        switch (primitive.getSort()) {
            case Type.INT:
                return LANG + "Integer";
            case Type.CHAR:
                return LANG + "Character";
            default:
                String name = primitive.getClassName();
                return LANG + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }
}
