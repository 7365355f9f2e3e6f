package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.ControlFlow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Removes what no entry leads to: in a resume body all code before the first suspension point. */
final class DeadCode {
    private final MethodNode method;
    private final ControlFlow flow;
    private final BitSet reached = new BitSet();

    private DeadCode(MethodNode method) {
        this.method = method;
        flow = new ControlFlow(method);
    }

    static void remove(MethodNode method) {
        DeadCode dead = new DeadCode(method);
        dead.mark();
        dead.sweep();
    }

    private void mark() {
        Deque<Integer> work = new ArrayDeque<>();
        reach(work, 0);
        while (!work.isEmpty()) {
            int i = work.pop();
            for (int s : flow.successors(i)) {
                reach(work, s);
            }
            if (flow.insn(i).getOpcode() >= 0) {
                for (TryCatchBlockNode b : flow.handlers(i)) {
                    reach(work, flow.indexOf(b.handler));
                }
            }
        }
    }

    private void reach(Deque<Integer> work, int i) {
        if (!reached.get(i)) {
            reached.set(i);
            work.push(i);
        }
    }

    /**
     * The last line of a stretch that goes stays: the code behind it, which a jump reaches, may
     * have none of its own.
     */
    private void sweep() {
        method.tryCatchBlocks.removeIf(
                b -> !reached.get(flow.indexOf(b.handler)) || !covers(b.start, b.end));
        // two variables that lost all their code would be duplicates of each other
        method.localVariables.removeIf(v -> !covers(v.start, v.end));
        LineNumberNode last = null;
        for (int i = 0; i < flow.size(); i++) {
            AbstractInsnNode insn = flow.insn(i);
            if (insn instanceof LineNumberNode) {
                // of two lines at one offset the JVM takes the first
                remove(last);
                last = reached.get(i) ? null : (LineNumberNode) insn;
            } else if (insn.getOpcode() >= 0 && reached.get(i)) {
                last = null;
            } else if (!reached.get(i) && (insn.getOpcode() >= 0 || insn instanceof FrameNode)) {
                method.instructions.remove(insn);
            }
        }
        remove(last);
    }

    private void remove(LineNumberNode line) {
        if (line != null) {
            method.instructions.remove(line);
        }
    }

    private boolean covers(LabelNode start, LabelNode end) {
        int last = flow.indexOf(end);
        for (int i = flow.indexOf(start); i < last; i++) {
            if (reached.get(i) && flow.insn(i).getOpcode() >= 0) {
                return true;
            }
        }
        return false;
    }
}
