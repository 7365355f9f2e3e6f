package dev.weft.weaver.emit;

import org.objectweb.asm.tree.AbstractInsnNode;

/** One value of an activation and its place in the frame. */
final class Saved {
    /** The local's slot (as in the woven bodies), or -1 for an operand. */
    final int local;

    /** The verification type. */
    final Object type;

    final Kind kind;

    /**
     * The slot in the frame: among the references or among the primitives; -1 when it is not
     * stored.
     */
    final int slot;

    /** The instruction that pushes it again; null when it is no constant. */
    final AbstractInsnNode constant;

    Saved(int local, Object type, Kind kind, int slot, AbstractInsnNode constant) {
        this.local = local;
        this.type = type;
        this.kind = kind;
        this.slot = slot;
        this.constant = constant;
    }

    /** Whether it takes a slot of the frame. */
    boolean isStored() {
        return slot >= 0;
    }

    /** Whether it takes a reference slot. */
    boolean isStoredRef() {
        return slot >= 0 && kind == Kind.REF;
    }
}
