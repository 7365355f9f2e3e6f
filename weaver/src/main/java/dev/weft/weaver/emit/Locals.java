package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The local variables of a woven body: the parameters as they were, the hidden parameter behind
 * them, the other locals one slot further up, and scratch slots above.
 */
final class Locals {
    private final int parameters;
    private final int max;
    private final BitSet assigned = new BitSet();

    Locals(MethodNode method) {
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        parameters = (Type.getArgumentsAndReturnSizes(method.desc) >> 2) - (isStatic ? 1 : 0);
        max = Math.max(method.maxLocals, parameters) + 1;
        for (AbstractInsnNode insn : method.instructions) {
            int op = insn.getOpcode();
            if (op >= Opcodes.ISTORE && op <= Opcodes.ASTORE) {
                assigned.set(shifted(((VarInsnNode) insn).var));
            } else if (op == Opcodes.IINC) {
                assigned.set(shifted(((IincInsnNode) insn).var));
            }
        }
    }

    int shifted(int local) {
        return local < parameters ? local : local + 1;
    }

    /** The hidden parameter. */
    int stack() {
        return parameters;
    }

    /**
     * The frame: scratch in the first body; set at the entry of the resume body, above its
     * parameters.
     */
    int frame() {
        return Math.max(max, 2);
    }

    /**
     * The point to resume at, in the resume body; 0 once there. Scratch for a long in the first.
     */
    int point() {
        return frame() + 1;
    }

    /** Scratch for two slots. */
    int scratch() {
        return frame() + 2;
    }

    /**
     * Whether a local is a parameter that keeps its value, so that its frame slot never goes stale.
     */
    boolean isConstantParameter(int shifted) {
        return shifted < parameters && !assigned.get(shifted);
    }

    /** Slot types from slot types of the original method: moved up, the hidden parameter added. */
    Object[] shift(List<Object> slots, BitSet live) {
        Object[] all = new Object[frame() + 2];
        for (int i = 0; i < slots.size(); i++) {
            if (live == null || live.get(i)) {
                all[shifted(i)] = slots.get(i);
            }
        }
        all[stack()] = Abi.STACK;
        return all;
    }

    /** The parameters as they are at the beginning; a constructor's are never asked for. */
    Object[] atEntry(String owner, MethodNode method) {
        List<Object> slots = new ArrayList<>();
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            slots.add(owner);
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            slots.add(Kind.verification(type));
            if (Kind.of(type).size() == 2) {
                slots.add(Opcodes.TOP);
            }
        }
        return shift(slots, null);
    }

    /** No local set but the hidden parameter. */
    Object[] bare() {
        return shift(List.of(), null);
    }
}
