package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.CallTest;
import dev.weft.weaver.model.Abi;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Chaos mode: puts a call that always suspends, and is resumed at once, before each suspendable
 * call, where receiver and arguments are on the stack. What a program does must not change.
 */
final class ChaosCalls {
    private ChaosCalls() {}

    static void insert(MethodNode method, CallTest calls) {
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof MethodInsnNode && calls.maySuspend((MethodInsnNode) insn)) {
                MethodInsnNode pause =
                        new MethodInsnNode(Opcodes.INVOKESTATIC, Abi.CHAOS, "pause", "()V", false);
                method.instructions.insertBefore(insn, pause);
            }
        }
    }
}
