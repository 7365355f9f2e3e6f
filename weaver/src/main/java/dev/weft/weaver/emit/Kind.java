package dev.weft.weaver.emit;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The computational kinds of values, with the instructions that move them. */
enum Kind {
    INT(Opcodes.ILOAD, Opcodes.ISTORE),
    LONG(Opcodes.LLOAD, Opcodes.LSTORE),
    FLOAT(Opcodes.FLOAD, Opcodes.FSTORE),
    DOUBLE(Opcodes.DLOAD, Opcodes.DSTORE),
    REF(Opcodes.ALOAD, Opcodes.ASTORE),
    NULL(Opcodes.ALOAD, Opcodes.ASTORE);

    final int load;
    final int store;

    Kind(int load, int store) {
        this.load = load;
        this.store = store;
    }

    static Kind ofVerification(Object type) {
        if (type == Opcodes.INTEGER) {
            return INT;
        }
        if (type == Opcodes.LONG) {
            return LONG;
        }
        if (type == Opcodes.FLOAT) {
            return FLOAT;
        }
        if (type == Opcodes.DOUBLE) {
            return DOUBLE;
        }
        return type == Opcodes.NULL ? NULL : REF;
    }

    static Kind of(Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                return LONG;
            case Type.FLOAT:
                return FLOAT;
            case Type.DOUBLE:
                return DOUBLE;
            case Type.OBJECT:
            case Type.ARRAY:
                return REF;
            default:
                return INT;
        }
    }

    /** The verification type of a value of a declared type. */
    static Object verification(Type type) {
        switch (of(type)) {
            case INT:
                return Opcodes.INTEGER;
            case LONG:
                return Opcodes.LONG;
            case FLOAT:
                return Opcodes.FLOAT;
            case DOUBLE:
                return Opcodes.DOUBLE;
            default:
                return type.getInternalName();
        }
    }

    static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    boolean isPrimitive() {
        return this != REF && this != NULL;
    }

    /** Slots taken on the operand stack. */
    int size() {
        return this == LONG || this == DOUBLE ? 2 : 1;
    }
}
