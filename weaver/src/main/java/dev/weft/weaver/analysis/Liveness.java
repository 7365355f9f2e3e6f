package dev.weft.weaver.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables may still be read, before each instruction: the classic backward data flow,
 * with an edge from every covered instruction to its handlers. A long or double is known by its
 * first slot.
 */
public final class Liveness {
    private final ControlFlow flow;
    private final BitSet[] liveIn;
    private final List<List<Integer>> predecessors = new ArrayList<>();

    /**
     * Computes it.
     *
     * @param flow the method's control flow
     */
    public Liveness(ControlFlow flow) {
        this.flow = flow;
        int n = flow.size();
        liveIn = new BitSet[n];
        for (int i = 0; i < n; i++) {
            liveIn[i] = new BitSet();
            predecessors.add(new ArrayList<>(2));
        }
        link();
        solve();
    }

    /**
     * The live locals before an instruction.
     *
     * @param i its index
     * @return slots; not to be changed
     */
    public BitSet before(int i) {
        return liveIn[i];
    }

    /**
     * The locals to be saved at a call that suspends: live after it, or in a handler that may get
     * its exception.
     *
     * @param i the call's index
     * @return a new set of slots
     */
    public BitSet across(int i) {
        BitSet live = new BitSet();
        for (int s : flow.successors(i)) {
            live.or(liveIn[s]);
        }
        for (TryCatchBlockNode b : flow.handlers(i)) {
            live.or(liveIn[flow.indexOf(b.handler)]);
        }
        return live;
    }

    private void link() {
        for (int i = 0; i < flow.size(); i++) {
            for (int s : flow.successors(i)) {
                predecessors.get(s).add(i);
            }
            for (TryCatchBlockNode b : flow.handlers(i)) {
                predecessors.get(flow.indexOf(b.handler)).add(i);
            }
        }
    }

    private void solve() {
        Deque<Integer> work = new ArrayDeque<>();
        for (int i = 0; i < flow.size(); i++) {
            work.add(i);
        }
        while (!work.isEmpty()) {
            int i = work.removeLast();
            BitSet in = transfer(i);
            if (!in.equals(liveIn[i])) {
                liveIn[i] = in;
                work.addAll(predecessors.get(i));
            }
        }
    }

    private BitSet transfer(int i) {
        AbstractInsnNode insn = flow.insn(i);
        BitSet in = new BitSet();
        for (int s : flow.successors(i)) {
            in.or(liveIn[s]);
        }
        if (insn instanceof VarInsnNode) {
            int op = insn.getOpcode();
            boolean store = op >= Opcodes.ISTORE && op <= Opcodes.ASTORE;
            in.set(((VarInsnNode) insn).var, !store);
        } else if (insn instanceof IincInsnNode) {
            in.set(((IincInsnNode) insn).var);
        }
        for (TryCatchBlockNode b : flow.handlers(i)) {
            in.or(liveIn[flow.indexOf(b.handler)]);
        }
        return in;
    }
}
