package dev.weft.weaver.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Successors and handlers of every instruction of a method, by index. Immutable once made. */
public final class ControlFlow {
    private final AbstractInsnNode[] insns;
    private final Map<LabelNode, Integer> index = new IdentityHashMap<>();
    private final int[][] successors;
    private final List<List<TryCatchBlockNode>> handlers = new ArrayList<>();

    /**
     * Reads a method.
     *
     * @param method not changed; must not change while this is used
     */
    public ControlFlow(MethodNode method) {
        insns = method.instructions.toArray();
        for (int i = 0; i < insns.length; i++) {
            if (insns[i] instanceof LabelNode) {
                index.put((LabelNode) insns[i], i);
            }
            handlers.add(List.of());
        }
        successors = new int[insns.length][];
        for (int i = 0; i < insns.length; i++) {
            successors[i] = successorsOf(i);
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            cover(block);
        }
    }

    /**
     * The number of nodes, labels and frames included.
     *
     * @return the length
     */
    public int size() {
        return insns.length;
    }

    /**
     * A node by index.
     *
     * @param i its index
     * @return the node
     */
    public AbstractInsnNode insn(int i) {
        return insns[i];
    }

    /**
     * The index of a label.
     *
     * @param node one of the method's
     * @return its index
     */
    public int indexOf(LabelNode node) {
        return index.get(node);
    }

    /**
     * Where control goes from an instruction when nothing is thrown.
     *
     * @param i its index
     * @return indices
     */
    public int[] successors(int i) {
        return successors[i];
    }

    /**
     * The try blocks that cover an instruction, in the order in which they are searched.
     *
     * @param i its index
     * @return may be empty
     */
    public List<TryCatchBlockNode> handlers(int i) {
        return handlers.get(i);
    }

    private void cover(TryCatchBlockNode block) {
        int end = indexOf(block.end);
        for (int i = indexOf(block.start); i < end; i++) {
            List<TryCatchBlockNode> list = handlers.get(i);
            if (list.isEmpty()) {
                list = new ArrayList<>();
                handlers.set(i, list);
            }
            // what a catch-all takes never gets to the handlers behind it
            if (list.isEmpty() || list.get(list.size() - 1).type != null) {
                list.add(block);
            }
        }
    }

    private int[] successorsOf(int i) {
        AbstractInsnNode insn = insns[i];
        int op = insn.getOpcode();
        if (insn instanceof JumpInsnNode) {
            int target = indexOf(((JumpInsnNode) insn).label);
            return op == Opcodes.GOTO ? new int[] {target} : new int[] {i + 1, target};
        }
        if (insn instanceof TableSwitchInsnNode) {
            TableSwitchInsnNode s = (TableSwitchInsnNode) insn;
            return targets(s.labels, s.dflt);
        }
        if (insn instanceof LookupSwitchInsnNode) {
            LookupSwitchInsnNode s = (LookupSwitchInsnNode) insn;
            return targets(s.labels, s.dflt);
        }
        boolean ends = op == Opcodes.ATHROW || op >= Opcodes.IRETURN && op <= Opcodes.RETURN;
        return ends || i + 1 == insns.length ? new int[0] : new int[] {i + 1};
    }

    private int[] targets(List<LabelNode> labels, LabelNode dflt) {
        int[] all = new int[labels.size() + 1];
        for (int k = 0; k < labels.size(); k++) {
            all[k] = indexOf(labels.get(k));
        }
        all[labels.size()] = indexOf(dflt);
        return all;
    }
}
