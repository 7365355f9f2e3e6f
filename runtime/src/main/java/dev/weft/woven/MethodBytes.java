package dev.weft.woven;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodType;

/** The code of one generated method without branches (JVMS 6.5). */
final class MethodBytes {
    static final String STACK = Stack.class.getName().replace('.', '/');
    static final int RETURN = 0xb1;
    static final int DUP = 0x59;
    static final int AASTORE = 0x53;

    private static final int FIELD = 9;
    private static final int METHOD = 10;

    private final ConstantPool pool;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** No instruction pushes more than two slots, and none of these methods is long. */
    private int instructions;

    MethodBytes(ConstantPool pool) {
        this.pool = pool;
    }

    MethodBytes op(int opcode) throws IOException {
        instructions++;
        out.writeByte(opcode);
        return this;
    }

    MethodBytes load(Class<?> type, int slot) throws IOException {
        op(0x15 + kind(type));
        out.writeByte(slot);
        return this;
    }

    MethodBytes loadClass(String internalName) throws IOException {
        return wide(0x13, pool.type(internalName));
    }

    /** A small number that is not negative. */
    MethodBytes push(int value) throws IOException {
        return wide(0x11, value);
    }

    MethodBytes newArray(String element) throws IOException {
        return wide(0xbd, pool.type(element));
    }

    MethodBytes getStatic(String owner, String name, String desc) throws IOException {
        return wide(0xb2, pool.member(FIELD, owner, name, desc));
    }

    MethodBytes putStatic(String owner, String name, String desc) throws IOException {
        return wide(0xb3, pool.member(FIELD, owner, name, desc));
    }

    MethodBytes getField(String owner, String name, String desc) throws IOException {
        return wide(0xb4, pool.member(FIELD, owner, name, desc));
    }

    MethodBytes putField(String owner, String name, String desc) throws IOException {
        return wide(0xb5, pool.member(FIELD, owner, name, desc));
    }

    MethodBytes invokeVirtual(String owner, String name, String desc) throws IOException {
        return wide(0xb6, pool.member(METHOD, owner, name, desc));
    }

    MethodBytes invokeSpecial(String owner, String name, String desc) throws IOException {
        return wide(0xb7, pool.member(METHOD, owner, name, desc));
    }

    MethodBytes invokeStatic(String owner, String name, String desc) throws IOException {
        return wide(0xb8, pool.member(METHOD, owner, name, desc));
    }

    /** Between the types of a bridge and those of what it bridges to. */
    MethodBytes cast(Class<?> from, Class<?> to) throws IOException {
        boolean needed = from != to && !to.isPrimitive() && to != Object.class;
        return needed ? wide(0xc0, pool.type(internalName(to))) : this;
    }

    MethodBytes box(Class<?> type) throws IOException {
        if (!type.isPrimitive()) {
            return this;
        }
        Class<?> box = MethodType.methodType(type).wrap().returnType();
        String desc = MethodType.methodType(box, type).toMethodDescriptorString();
        return invokeStatic(internalName(box), "valueOf", desc);
    }

    MethodBytes ret(Class<?> type) throws IOException {
        return op(type == void.class ? RETURN : 0xac + kind(type));
    }

    private MethodBytes wide(int opcode, int operand) throws IOException {
        op(opcode);
        out.writeShort(operand);
        return this;
    }

    void writeTo(DataOutputStream file, int access, String name, String desc, int maxLocals)
            throws IOException {
        file.writeShort(access);
        file.writeShort(pool.utf8(name));
        file.writeShort(pool.utf8(desc));
        file.writeShort(1);
        file.writeShort(pool.utf8("Code"));
        file.writeInt(12 + bytes.size());
        file.writeShort(2 * instructions);
        file.writeShort(maxLocals);
        file.writeInt(bytes.size());
        bytes.writeTo(file);
        file.writeShort(0);
        file.writeShort(0);
    }

    static String internalName(Class<?> type) {
        return type.isArray() ? descriptor(type) : type.getName().replace('.', '/');
    }

    static String descriptor(Class<?> type) {
        return MethodType.methodType(type).toMethodDescriptorString().substring(2);
    }

    static int size(Class<?> type) {
        return type == long.class || type == double.class ? 2 : 1;
    }

    /** The offset among typed load and return instructions: int, long, float, double, reference. */
    static int kind(Class<?> type) {
        if (!type.isPrimitive()) {
            return 4;
        }
        if (type == long.class) {
            return 1;
        }
        return type == float.class ? 2 : type == double.class ? 3 : 0;
    }
}
