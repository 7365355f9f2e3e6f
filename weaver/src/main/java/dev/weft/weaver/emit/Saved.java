package dev.weft.weaver.emit;

/** One value of an activation and its place in the frame. */
final class Saved {
    /** The local's slot (as in the woven bodies), or -1 for an operand. */
    final int local;

    /** The verification type. */
    final Object type;

    final Kind kind;

    /** The slot in the frame: among the references or among the primitives; -1 for null. */
    final int slot;

    Saved(int local, Object type, Kind kind, int slot) {
        this.local = local;
        this.type = type;
        this.kind = kind;
        this.slot = slot;
    }
}
