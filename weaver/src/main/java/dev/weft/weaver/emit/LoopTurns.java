package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * The option {@code yield-loops}: puts a suspendable call that ends a used-up time slice at the
 * head of each loop, where a jump leads back to. One for each loop, however many {@code continue}s
 * it has.
 */
final class LoopTurns {
    private LoopTurns() {}

    static void insert(MethodNode method) {
        Map<LabelNode, Integer> positions = new IdentityHashMap<>();
        AbstractInsnNode[] insns = method.instructions.toArray();
        Set<LabelNode> heads = new HashSet<>();
        for (int i = 0; i < insns.length; i++) {
            if (insns[i] instanceof LabelNode) {
                positions.put((LabelNode) insns[i], i);
            }
            for (LabelNode target : targets(insns[i])) {
                if (positions.containsKey(target)) {
                    heads.add(target);
                }
            }
        }
        for (LabelNode head : heads) {
            MethodInsnNode turn =
                    new MethodInsnNode(Opcodes.INVOKESTATIC, Abi.SLICES, "turn", "()V", false);
            method.instructions.insert(behindFrame(head), turn);
        }
    }

    private static List<LabelNode> targets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode) {
            return List.of(((JumpInsnNode) insn).label);
        }
        if (insn instanceof TableSwitchInsnNode) {
            return ((TableSwitchInsnNode) insn).labels;
        }
        return insn instanceof LookupSwitchInsnNode
                ? ((LookupSwitchInsnNode) insn).labels
                : List.of();
    }

    private static AbstractInsnNode behindFrame(LabelNode head) {
        AbstractInsnNode last = head;
        for (AbstractInsnNode i = head; i != null && i.getOpcode() < 0; i = i.getNext()) {
            if (i instanceof FrameNode) {
                last = i;
            }
        }
        return last;
    }
}
