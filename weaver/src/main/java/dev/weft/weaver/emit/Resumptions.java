package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The cold code of the second body, for each point: restoring its values, and saving them again
 * into the same frame. In a method that would be too large points with the same values share it:
 * behind the shared restoring a switch leads to each point's own end.
 */
final class Resumptions {
    private final ResumeBody body;
    private final Code cold;
    private final FramePlan plan;
    private final Locals locals;
    private final FrameStores stores;
    private final SharedSaves shared;
    private final Map<SuspensionPoint, LabelNode> saves = new HashMap<>();
    private final Map<SuspensionPoint, LabelNode> afters = new HashMap<>();
    private final Map<Object, LabelNode> restores = new HashMap<>();
    private final List<TryCatchBlockNode> ranges = new ArrayList<>();
    private final BitSet sticky = new BitSet();

    Resumptions(ResumeBody body) {
        this.body = body;
        cold = body.cold;
        plan = body.plan;
        locals = body.locals;
        stores = new FrameStores(plan, locals);
        shared = new SharedSaves(cold, plan, locals, stores);
        for (SuspensionPoint p : body.analysis.points()) {
            for (Saved s : plan.at(p).locals) {
                if (s.kind == Kind.REF && locals.isConstantParameter(s.local)) {
                    sticky.set(s.slot);
                }
            }
        }
    }

    /** Where a point's values are restored. */
    LabelNode restore(SuspensionPoint p) {
        return restores.computeIfAbsent(plan.compact() ? key(p) : p, k -> new LabelNode());
    }

    /** Where they are saved again: {@code operands..., dummy? → }. */
    LabelNode save(SuspensionPoint p) {
        return saves.computeIfAbsent(p, k -> new LabelNode());
    }

    /** Behind the call. */
    LabelNode after(SuspensionPoint p) {
        return afters.computeIfAbsent(p, k -> new LabelNode());
    }

    /** What covers the calls that throw a callee's exception. */
    List<TryCatchBlockNode> ranges() {
        return ranges;
    }

    void emit() {
        if (!plan.compact()) {
            body.analysis.points().forEach(this::emitRestore);
            return;
        }
        Map<String, List<SuspensionPoint>> groups = new LinkedHashMap<>();
        for (SuspensionPoint p : body.analysis.points()) {
            groups.computeIfAbsent(key(p), k -> new ArrayList<>()).add(p);
        }
        groups.values().forEach(this::emitSharedRestore);
        body.analysis.points().forEach(this::emitSharedSave);
        shared.emit(
                body::adapt,
                () -> {
                    cold.aload(locals.stack()).aload(locals.frame());
                    cold.var(Opcodes.ILOAD, locals.point());
                    pushAgain();
                });
    }

    private String key(SuspensionPoint p) {
        return FramePlan.key(plan.at(p).locals, plan.at(p).operands);
    }

    private void emitSharedRestore(List<SuspensionPoint> group) {
        SuspensionPoint first = group.get(0);
        FramePlan.Point values = plan.at(first);
        cold.label(restore(first)).frame(body.adapt(locals.bare()), List.of());
        load(values);
        cold.aload(locals.frame()).invokeVirtual(Abi.FRAME_X, "forget", "()V");
        cold.var(Opcodes.ILOAD, locals.point());
        cold.op(Opcodes.ICONST_0).var(Opcodes.ISTORE, locals.point());
        Map<SuspensionPoint, LabelNode> ends = new HashMap<>();
        group.forEach(p -> ends.put(p, new LabelNode()));
        // the point is one of them: the method's entry has seen to that
        ResumeBody.switchTo(cold, group, ends::get, ends.get(first));
        for (SuspensionPoint p : group) {
            cold.label(ends.get(p));
            body.frameBelow(cold, p);
            cold.line(p.line());
            emitEnd(p);
        }
    }

    private void emitSharedSave(SuspensionPoint p) {
        cold.label(save(p));
        body.frameAfter(cold, p);
        BodyCopier.popResult(cold, p);
        cold.push(p.number()).var(Opcodes.ISTORE, locals.point());
        cold.jump(Opcodes.GOTO, shared.label(p));
    }

    private void load(FramePlan.Point values) {
        for (Saved s : values.locals) {
            stores.load(cold, s);
            cold.var(s.kind.store, s.local);
        }
        values.operands.forEach(s -> stores.load(cold, s));
    }

    private void emitEnd(SuspensionPoint p) {
        emitRethrow(p);
        emitResult(Type.getReturnType(p.call().desc));
        cold.jump(Opcodes.GOTO, after(p));
    }

    private void pushAgain() {
        cold.invokeVirtual(Abi.STACK, "push", "(L" + Abi.FRAME + ";I)V").op(Opcodes.RETURN);
    }

    private void emitRestore(SuspensionPoint p) {
        FramePlan.Point values = plan.at(p);
        cold.label(restore(p)).frame(body.adapt(locals.bare()), List.of()).line(p.line());
        load(values);
        clearRestored(values);
        cold.op(Opcodes.ICONST_0).var(Opcodes.ISTORE, locals.point());
        emitEnd(p);
        emitSaveAgain(p, values);
    }

    /** Nothing that the method may drop stays reachable from a frame that is running. */
    private void clearRestored(FramePlan.Point values) {
        for (Saved s : values.locals) {
            if (s.kind == Kind.REF && !locals.isConstantParameter(s.local)) {
                stores.clear(cold, s.slot);
            }
        }
        for (Saved s : values.operands) {
            if (s.isStoredRef()) {
                stores.clear(cold, s.slot);
            }
        }
    }

    private void emitRethrow(SuspensionPoint p) {
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        cold.label(start);
        cold.aload(locals.stack()).invokeVirtual(Abi.STACK, "rethrow", "()V");
        cold.label(end);
        for (TryCatchBlockNode b : body.analysis.flow().handlers(p.index())) {
            ranges.add(new TryCatchBlockNode(start, end, body.label(b.handler), b.type));
        }
    }

    /** {@code → result?}. */
    private void emitResult(Type type) {
        cold.aload(locals.stack());
        if (type.getSort() == Type.VOID || Kind.of(type) == Kind.REF) {
            cold.invokeVirtual(Abi.STACK, "takeRef", "()Ljava/lang/Object;");
            if (type.getSort() == Type.VOID) {
                cold.op(Opcodes.POP);
            } else {
                cold.cast(type.getInternalName());
            }
            return;
        }
        cold.get(Abi.STACK, "prim", "J").fromLong(Kind.of(type));
        narrow(type);
    }

    /** An unwoven return instruction narrows; the registers hold the int as it was on the stack. */
    private void narrow(Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN:
                cold.op(Opcodes.ICONST_1).op(Opcodes.IAND);
                break;
            case Type.BYTE:
                cold.op(Opcodes.I2B);
                break;
            case Type.CHAR:
                cold.op(Opcodes.I2C);
                break;
            case Type.SHORT:
                cold.op(Opcodes.I2S);
                break;
            default:
        }
    }

    private void emitSaveAgain(SuspensionPoint p, FramePlan.Point values) {
        cold.label(save(p));
        body.frameAfter(cold, p);
        BodyCopier.popResult(cold, p);
        stores.storeOperands(cold, values.operands);
        stores.storeLocals(cold, changeable(values));
        for (int r = sticky.nextSetBit(values.refs); r >= 0; r = sticky.nextSetBit(r + 1)) {
            stores.clear(cold, r);
        }
        cold.aload(locals.stack()).aload(locals.frame()).push(p.number());
        pushAgain();
    }

    /**
     * The locals to store when a resumed frame is saved again. A parameter that is never assigned
     * is in its slot already, if that is the same at every point where it is live: what is live
     * here was live where the frame was saved before.
     */
    private List<Saved> changeable(FramePlan.Point values) {
        List<Saved> changeable = new ArrayList<>();
        for (Saved s : values.locals) {
            if (!locals.isConstantParameter(s.local) || !hasOneSlot(s)) {
                changeable.add(s);
            }
        }
        return changeable;
    }

    private boolean hasOneSlot(Saved saved) {
        return body.analysis.points().stream()
                .flatMap(p -> plan.at(p).locals.stream())
                .allMatch(
                        s ->
                                s.local != saved.local
                                        || s.kind == saved.kind && s.slot == saved.slot);
    }
}
