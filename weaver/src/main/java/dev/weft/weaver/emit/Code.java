package dev.weft.weaver.emit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** An instruction list with short names for what emission needs. */
final class Code {
    final InsnList list = new InsnList();

    Code add(AbstractInsnNode insn) {
        list.add(insn);
        return this;
    }

    Code op(int opcode) {
        return add(new InsnNode(opcode));
    }

    Code var(int opcode, int slot) {
        return add(new VarInsnNode(opcode, slot));
    }

    Code aload(int slot) {
        return var(Opcodes.ALOAD, slot);
    }

    Code astore(int slot) {
        return var(Opcodes.ASTORE, slot);
    }

    Code push(int value) {
        if (value >= -1 && value <= 5) {
            return op(Opcodes.ICONST_0 + value);
        }
        if (value == (byte) value) {
            return add(new IntInsnNode(Opcodes.BIPUSH, value));
        }
        return value == (short) value ? add(new IntInsnNode(Opcodes.SIPUSH, value)) : ldc(value);
    }

    Code ldc(Object constant) {
        return add(new LdcInsnNode(constant));
    }

    Code type(int opcode, String internalName) {
        return add(new TypeInsnNode(opcode, internalName));
    }

    /** A cast that is left out where it says nothing. */
    Code cast(String internalName) {
        return internalName.equals("java/lang/Object")
                ? this
                : type(Opcodes.CHECKCAST, internalName);
    }

    Code get(String owner, String name, String desc) {
        return add(new FieldInsnNode(Opcodes.GETFIELD, owner, name, desc));
    }

    Code put(String owner, String name, String desc) {
        return add(new FieldInsnNode(Opcodes.PUTFIELD, owner, name, desc));
    }

    Code getStatic(String owner, String name, String desc) {
        return add(new FieldInsnNode(Opcodes.GETSTATIC, owner, name, desc));
    }

    Code invoke(int opcode, String owner, String name, String desc, boolean itf) {
        return add(new MethodInsnNode(opcode, owner, name, desc, itf));
    }

    Code invokeStatic(String owner, String name, String desc) {
        return invoke(Opcodes.INVOKESTATIC, owner, name, desc, false);
    }

    Code invokeVirtual(String owner, String name, String desc) {
        return invoke(Opcodes.INVOKEVIRTUAL, owner, name, desc, false);
    }

    Code indy(String name, String desc, Handle bootstrap, Object... args) {
        return add(new InvokeDynamicInsnNode(name, desc, bootstrap, args));
    }

    Code label(LabelNode label) {
        return add(label);
    }

    Code line(int line) {
        if (line > 0) {
            LabelNode at = new LabelNode();
            add(at);
            add(new LineNumberNode(line, at));
        }
        return this;
    }

    Code jump(int opcode, LabelNode target) {
        return add(new JumpInsnNode(opcode, target));
    }

    Code tableSwitch(int min, List<LabelNode> targets, LabelNode other) {
        LabelNode[] labels = targets.toArray(new LabelNode[0]);
        return add(new TableSwitchInsnNode(min, min + labels.length - 1, other, labels));
    }

    /** Declares a frame; locals by slot. */
    Code frame(Object[] slots, List<Object> stack) {
        List<Object> values = values(slots);
        return add(
                new FrameNode(
                        Opcodes.F_NEW,
                        values.size(),
                        values.toArray(),
                        stack.size(),
                        stack.toArray()));
    }

    /** From one entry a slot to one entry a value, as frames list them. */
    private static List<Object> values(Object[] slots) {
        int end = slots.length;
        while (end > 0
                && (slots[end - 1] == null || slots[end - 1] == Opcodes.TOP)
                && !isWide(slots, end - 2)) {
            end--;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            values.add(slots[i] == null ? Opcodes.TOP : slots[i]);
            if (isWide(slots, i)) {
                i++;
            }
        }
        return values;
    }

    private static boolean isWide(Object[] slots, int i) {
        return i >= 0 && (slots[i] == Opcodes.LONG || slots[i] == Opcodes.DOUBLE);
    }

    /** {@code ..., value → ..., long}: a primitive as its bits. */
    Code toLong(Kind kind) {
        switch (kind) {
            case INT:
                return op(Opcodes.I2L);
            case FLOAT:
                return invokeStatic("java/lang/Float", "floatToRawIntBits", "(F)I").op(Opcodes.I2L);
            case DOUBLE:
                return invokeStatic("java/lang/Double", "doubleToRawLongBits", "(D)J");
            default:
                return this;
        }
    }

    /** {@code ..., long → ..., value}. */
    Code fromLong(Kind kind) {
        switch (kind) {
            case INT:
                return op(Opcodes.L2I);
            case FLOAT:
                return op(Opcodes.L2I).invokeStatic("java/lang/Float", "intBitsToFloat", "(I)F");
            case DOUBLE:
                return invokeStatic("java/lang/Double", "longBitsToDouble", "(J)D");
            default:
                return this;
        }
    }

    /** {@code ... → ..., zero or null}. */
    Code zero(Kind kind) {
        switch (kind) {
            case INT:
                return op(Opcodes.ICONST_0);
            case LONG:
                return op(Opcodes.LCONST_0);
            case FLOAT:
                return op(Opcodes.FCONST_0);
            case DOUBLE:
                return op(Opcodes.DCONST_0);
            default:
                return op(Opcodes.ACONST_NULL);
        }
    }

    /** {@code ..., value → ...}. */
    Code pop(Kind kind) {
        return op(kind.size() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }

    /** Returns a value of the type from the top of the stack, or nothing for void. */
    Code ret(Type type) {
        return op(type.getOpcode(Opcodes.IRETURN));
    }

    /** Returns a dummy of the type. */
    Code retDummy(Type type) {
        if (type.getSort() != Type.VOID) {
            zero(Kind.of(type));
        }
        return ret(type);
    }
}
