package dev.weft.weaver.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which operands were pushed by a constant instruction of the same straight line of code, in one
 * linear pass: such an operand need not be saved across a suspension, it is pushed again ({@code 1
 * + f()} saves nothing). What an instruction may change of the stack is overestimated; at a join
 * nothing is known.
 */
final class ConstantOperands {
    /** The instruction for each slot, as far as it is known; a long or double takes two. */
    private final List<AbstractInsnNode> slots = new ArrayList<>();

    /** Goes on behind an instruction; heights are in slots, -1 where code can't be reached. */
    void step(AbstractInsnNode insn, int heightBefore, int heightAfter) {
        if (insn instanceof FrameNode || heightBefore < 0 || heightAfter < 0) {
            slots.clear();
            return;
        }
        if (insn.getOpcode() < 0) {
            return;
        }
        cut(Math.min(heightBefore - popped(insn), heightAfter));
        if (isConstant(insn)) {
            pad(heightBefore);
            slots.add(insn);
        }
    }

    /** For each value (not slot) on the stack its constant, or null. Deepest first. */
    List<AbstractInsnNode> byValue(List<Object> stackSlots) {
        List<AbstractInsnNode> values = new ArrayList<>();
        for (int i = 0; i < stackSlots.size(); i++) {
            values.add(i < slots.size() ? slots.get(i) : null);
            if (stackSlots.get(i) == Opcodes.LONG || stackSlots.get(i) == Opcodes.DOUBLE) {
                i++;
            }
        }
        return values;
    }

    private void cut(int height) {
        while (slots.size() > Math.max(height, 0)) {
            slots.remove(slots.size() - 1);
        }
    }

    private void pad(int height) {
        while (slots.size() < height) {
            slots.add(null);
        }
    }

    private static boolean isConstant(AbstractInsnNode insn) {
        if (insn instanceof LdcInsnNode) {
            Object value = ((LdcInsnNode) insn).cst;
            return value instanceof Number || value instanceof String;
        }
        return insn.getOpcode() > Opcodes.ACONST_NULL && insn.getOpcode() <= Opcodes.SIPUSH;
    }

    /** How many slots from the top an instruction may take or change; at least what it does. */
    private static int popped(AbstractInsnNode insn) {
        int op = insn.getOpcode();
        if (insn instanceof MethodInsnNode) {
            int sizes = Type.getArgumentsAndReturnSizes(((MethodInsnNode) insn).desc) >> 2;
            return op == Opcodes.INVOKESTATIC ? sizes - 1 : sizes;
        }
        if (insn instanceof InvokeDynamicInsnNode) {
            return (Type.getArgumentsAndReturnSizes(((InvokeDynamicInsnNode) insn).desc) >> 2) - 1;
        }
        if (insn instanceof FieldInsnNode) {
            return op == Opcodes.GETSTATIC ? 0 : op == Opcodes.GETFIELD ? 1 : 3;
        }
        if (op <= Opcodes.ALOAD || op == Opcodes.NEW || op == Opcodes.IINC || op == Opcodes.DUP) {
            return 0;
        }
        return takesTwo(op) ? 2 : 4;
    }

    /** The commonest of those that take at most two slots. */
    private static boolean takesTwo(int op) {
        return op >= Opcodes.IALOAD && op <= Opcodes.ASTORE
                || op == Opcodes.POP
                || op == Opcodes.CHECKCAST
                || op == Opcodes.IADD
                || op == Opcodes.ISUB
                || op == Opcodes.IMUL
                || op == Opcodes.I2L
                || op >= Opcodes.IFEQ && op <= Opcodes.IF_ACMPNE;
    }
}
