package dev.weft.weaver.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Verification types at calls and at frames. Merges are never computed: class files from version 50
 * on declare a frame wherever control flow joins, so a linear pass is exact and no class hierarchy
 * is needed (and none is loaded).
 */
public final class TypeFlow {
    private final TypeState[] states;

    /**
     * Runs the pass.
     *
     * @param owner the class's internal name
     * @param method with expanded frames
     */
    public TypeFlow(String owner, MethodNode method) {
        states = new TypeState[method.instructions.size()];
        Simulator simulator = new Simulator(owner, method);
        ConstantOperands constants = new ConstantOperands();
        int i = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode || insn.getOpcode() == Opcodes.INVOKEDYNAMIC) {
                states[i] = simulator.state(constants);
            }
            int height = simulator.height();
            insn.accept(simulator);
            constants.step(insn, height, simulator.height());
            if (insn instanceof FrameNode) {
                states[i] = simulator.state(constants);
            }
            i++;
        }
    }

    /**
     * The types before a call, or behind a frame node.
     *
     * @param i the index of a call or a frame
     * @return null when it can't be reached
     */
    public TypeState at(int i) {
        return states[i];
    }

    private static final class Simulator extends AnalyzerAdapter {
        Simulator(String owner, MethodNode m) {
            super(Opcodes.ASM9, owner, m.access, m.name, m.desc, null);
        }

        /** Slots on the stack; -1 where code can't be reached. */
        int height() {
            return stack == null ? -1 : stack.size();
        }

        TypeState state(ConstantOperands constants) {
            if (locals == null) {
                return null;
            }
            return new TypeState(locals, compact(stack), constants.byValue(stack));
        }

        /** One entry a value: drops the TOP behind each long or double. */
        private static List<Object> compact(List<Object> slots) {
            List<Object> values = new ArrayList<>(slots.size());
            for (int i = 0; i < slots.size(); i++) {
                Object type = slots.get(i);
                values.add(type);
                if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
                    i++;
                }
            }
            return values;
        }
    }

    /**
     * Whether a type is that of an object not yet initialised.
     *
     * @param type a verification type
     * @return true behind {@code new}, before the constructor
     */
    public static boolean isUninitialised(Object type) {
        return type instanceof Label || type == Opcodes.UNINITIALIZED_THIS;
    }
}
