package dev.weft.weaver.emit;

import dev.weft.weaver.classify.Classifier;
import dev.weft.weaver.model.PinReason;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Lists the calls of a class that hold a thread while they wait: the coverage report. */
final class BlockingCalls {
    private BlockingCalls() {}

    static void list(ClassNode node, Classifier classifier, Pins to) {
        for (MethodNode m : node.methods) {
            int line = -1;
            for (AbstractInsnNode insn : m.instructions) {
                if (insn instanceof LineNumberNode) {
                    line = ((LineNumberNode) insn).line;
                } else if (insn instanceof MethodInsnNode) {
                    MethodInsnNode call = (MethodInsnNode) insn;
                    PinReason reason =
                            classifier.blocks(node.name, call.owner, call.name, call.desc);
                    if (reason != null) {
                        to.add(m, line, reason, call.owner.replace('/', '.') + "." + call.name);
                    }
                }
            }
        }
    }
}
