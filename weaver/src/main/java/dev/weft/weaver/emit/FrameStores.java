package dev.weft.weaver.emit;

import dev.weft.weaver.model.Abi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/** Stores values into a frame object held in a local, and loads them back. */
final class FrameStores {
    private final FramePlan plan;
    private final Locals locals;
    private final String frameClass;

    FrameStores(FramePlan plan, Locals locals) {
        this.plan = plan;
        this.locals = locals;
        frameClass = plan.frameClass();
    }

    /** {@code ..., operands → }: from the top of the stack down. */
    void storeOperands(Code code, List<Saved> operands) {
        for (int i = operands.size() - 1; i >= 0; i--) {
            Saved s = operands.get(i);
            if (!s.isStored()) {
                code.pop(s.kind);
            } else if (plan.compact()) {
                keep(code, s);
            } else if (plan.usesArrays()) {
                storeTopInArray(code, s);
            } else if (s.kind == Kind.REF) {
                // ..., value → ..., frame, value → ...
                code.aload(locals.frame())
                        .op(Opcodes.SWAP)
                        .put(frameClass, "r" + s.slot, "Ljava/lang/Object;");
            } else {
                // ..., value → ..., frame, bits → ...
                code.toLong(s.kind).aload(locals.frame()).op(Opcodes.DUP_X2).op(Opcodes.POP);
                code.put(frameClass, "j" + s.slot, "J");
            }
        }
    }

    /** {@code ..., value → ...}, in few bytes. */
    private void keep(Code code, Saved s) {
        String desc = "(" + compactDesc(s.kind) + "L" + Abi.FRAME_X + ";I)V";
        code.aload(locals.frame()).push(s.slot).invokeStatic(Abi.FRAME_X, "keep", desc);
    }

    private static String compactDesc(Kind kind) {
        return kind == Kind.REF
                ? "Ljava/lang/Object;"
                : kind.name().substring(0, 1).replace("L", "J");
    }

    /** {@code → value}, in few bytes. */
    private void fetch(Code code, Saved s) {
        String name = s.kind == Kind.REF ? "refAt" : s.kind.name().toLowerCase(Locale.ROOT) + "At";
        String desc = "(L" + Abi.FRAME_X + ";I)" + compactDesc(s.kind);
        code.aload(locals.frame()).push(s.slot).invokeStatic(Abi.FRAME_X, name, desc);
        if (s.kind == Kind.REF) {
            code.cast((String) s.type);
        }
    }

    private void storeTopInArray(Code code, Saved s) {
        if (s.kind == Kind.REF) {
            code.astore(locals.scratch());
        } else {
            code.toLong(s.kind).var(Opcodes.LSTORE, locals.scratch());
        }
        array(code, s);
        if (s.kind == Kind.REF) {
            code.aload(locals.scratch()).op(Opcodes.AASTORE);
        } else {
            code.var(Opcodes.LLOAD, locals.scratch()).op(Opcodes.LASTORE);
        }
    }

    /** {@code → array, index}. */
    private void array(Code code, Saved s) {
        boolean ref = s.kind == Kind.REF;
        code.aload(locals.frame())
                .get(Abi.FRAME_X, ref ? "refs" : "prims", ref ? "[Ljava/lang/Object;" : "[J");
        code.push(s.slot);
    }

    void storeLocals(Code code, List<Saved> saved) {
        for (Saved s : saved) {
            if (s.kind == Kind.NULL) {
                continue;
            }
            if (plan.compact()) {
                code.var(s.kind.load, s.local);
                keep(code, s);
            } else if (plan.usesArrays()) {
                array(code, s);
                code.var(s.kind.load, s.local).toLong(s.kind);
                code.op(s.kind == Kind.REF ? Opcodes.AASTORE : Opcodes.LASTORE);
            } else {
                code.aload(locals.frame()).var(s.kind.load, s.local).toLong(s.kind);
                code.put(frameClass, name(s), desc(s));
            }
        }
    }

    /** {@code → value}. */
    void load(Code code, Saved s) {
        if (s.constant != null) {
            code.add(s.constant.clone(Map.of()));
            return;
        }
        if (s.kind == Kind.NULL) {
            code.op(Opcodes.ACONST_NULL);
            return;
        }
        if (plan.compact()) {
            fetch(code, s);
            return;
        }
        if (plan.usesArrays()) {
            array(code, s);
            code.op(s.kind == Kind.REF ? Opcodes.AALOAD : Opcodes.LALOAD);
        } else {
            code.aload(locals.frame()).get(frameClass, name(s), desc(s));
        }
        if (s.kind == Kind.REF) {
            code.cast((String) s.type);
        } else {
            code.fromLong(s.kind);
        }
    }

    /** {@code → }: forgets a reference. */
    void clear(Code code, int refSlot) {
        if (plan.usesArrays()) {
            code.aload(locals.frame())
                    .get(Abi.FRAME_X, "refs", "[Ljava/lang/Object;")
                    .push(refSlot);
            code.op(Opcodes.ACONST_NULL).op(Opcodes.AASTORE);
        } else {
            code.aload(locals.frame()).op(Opcodes.ACONST_NULL);
            code.put(frameClass, "r" + refSlot, "Ljava/lang/Object;");
        }
    }

    private static String name(Saved s) {
        return (s.kind == Kind.REF ? "r" : "j") + s.slot;
    }

    private static String desc(Saved s) {
        return s.kind == Kind.REF ? "Ljava/lang/Object;" : "J";
    }
}
