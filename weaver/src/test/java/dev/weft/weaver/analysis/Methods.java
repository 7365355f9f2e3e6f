package dev.weft.weaver.analysis;

import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Small methods made by hand. */
final class Methods {
    private Methods() {}

    /** A static method of that code. */
    static MethodNode method(String desc, Consumer<MethodNode> code) {
        MethodNode m = new MethodNode(Opcodes.ASM9, Opcodes.ACC_STATIC, "m", desc, null, null);
        code.accept(m);
        return m;
    }

    /** The index of the n-th instruction (from 0) with an opcode. */
    static int at(MethodNode m, int opcode, int n) {
        int left = n;
        int i = 0;
        for (AbstractInsnNode insn : m.instructions) {
            if (insn.getOpcode() == opcode && left-- == 0) {
                return i;
            }
            i++;
        }
        throw new IllegalArgumentException("no such instruction");
    }

    static int at(MethodNode m, int opcode) {
        return at(m, opcode, 0);
    }

    /** The index of a label. */
    static int at(MethodNode m, org.objectweb.asm.Label label) {
        return m.instructions.indexOf((LabelNode) label.info);
    }
}
