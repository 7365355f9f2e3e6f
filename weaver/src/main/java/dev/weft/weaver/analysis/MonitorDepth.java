package dev.weft.weaver.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * How many monitors the method may hold before each instruction. Where paths disagree the larger
 * number stands: a call that may be inside a monitor is treated as inside.
 */
public final class MonitorDepth {
    private static final int CAP = 32;

    private final int[] depth;

    /**
     * Computes it.
     *
     * @param flow the method's control flow
     */
    public MonitorDepth(ControlFlow flow) {
        depth = new int[flow.size()];
        Arrays.fill(depth, -1);
        if (hasMonitors(flow)) {
            solve(flow);
        }
    }

    /**
     * Whether a monitor may be held.
     *
     * @param i an instruction's index
     * @return true inside a synchronized block
     */
    public boolean heldBefore(int i) {
        return depth[i] > 0;
    }

    private static boolean hasMonitors(ControlFlow flow) {
        for (int i = 0; i < flow.size(); i++) {
            if (flow.insn(i).getOpcode() == Opcodes.MONITORENTER) {
                return true;
            }
        }
        return false;
    }

    private void solve(ControlFlow flow) {
        Deque<Integer> work = new ArrayDeque<>();
        raise(work, 0, 0);
        while (!work.isEmpty()) {
            int i = work.removeLast();
            int op = flow.insn(i).getOpcode();
            int delta = op == Opcodes.MONITORENTER ? 1 : op == Opcodes.MONITOREXIT ? -1 : 0;
            int after = Math.max(0, Math.min(CAP, depth[i] + delta));
            for (int s : flow.successors(i)) {
                raise(work, s, after);
            }
            if (op >= 0) {
                for (TryCatchBlockNode b : flow.handlers(i)) {
                    raise(work, flow.indexOf(b.handler), depth[i]);
                }
            }
        }
    }

    private void raise(Deque<Integer> work, int i, int to) {
        if (to > depth[i]) {
            depth[i] = to;
            work.add(i);
        }
    }
}
