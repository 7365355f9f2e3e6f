package dev.weft.weaver.analysis;

import java.util.List;

/**
 * Verification types before one instruction. Types are as in ASM's frames: {@code Opcodes.INTEGER}
 * and its like, internal names, and labels for uninitialised objects. Locals are by slot; a long or
 * double is followed by {@code TOP}. The stack has one entry a value.
 */
public final class TypeState {
    private final List<Object> locals;
    private final List<Object> stack;

    TypeState(List<Object> locals, List<Object> stack) {
        this.locals = List.copyOf(locals);
        this.stack = List.copyOf(stack);
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
