package dev.weft.weaver.analysis;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Verification types before one instruction. Types are as in ASM's frames: {@code Opcodes.INTEGER}
 * and its like, internal names, and labels for uninitialised objects. Locals are by slot; a long or
 * double is followed by {@code TOP}. The stack has one entry a value.
 */
public final class TypeState {
    private final List<Object> locals;
    private final List<Object> stack;
    private final List<AbstractInsnNode> constants;

    TypeState(List<Object> locals, List<Object> stack, List<AbstractInsnNode> constants) {
        this.locals = List.copyOf(locals);
        this.stack = List.copyOf(stack);
        this.constants = constants;
    }

    /**
     * The instruction that pushed an operand, when that is a constant.
     *
     * @param i the operand's index in {@link #stack()}
     * @return null when it is not known to be a constant
     */
    public AbstractInsnNode constant(int i) {
        return constants.get(i);
    }

    /**
     * The locals' types by slot.
     *
     * @return may be shorter than the number of slots; the rest is unset
     */
    public List<Object> locals() {
        return locals;
    }

    /**
     * The operands' types, deepest first.
     *
     * @return one entry a value
     */
    public List<Object> stack() {
        return stack;
    }
}
