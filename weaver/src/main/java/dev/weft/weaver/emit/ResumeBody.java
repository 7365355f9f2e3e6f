package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The second body, {@code static void m$resume$N(Frame, Stack)}: restores a frame and goes on
 * behind the call that suspended.
 *
 * <p>Code outside of loops is entered by a jump to a stub that restores the values and jumps behind
 * the call. Code in a loop is entered through the loop's header, so that the loop stays reducible
 * and HotSpot optimises it as it does the original: the entry fills the header's locals with
 * dummies and jumps to the header, where a test of the point (0 once resumed) leads to the stub, or
 * to the next inner header.
 *
 * <pre>
 *   entry:      frame, stack, point into locals; switch point → RESTORE_k | ENTER_h
 *   ENTER_h:    dummies; goto h
 *   h:          iload point; ifne DISPATCH_h     (inserted at the header)
 *   DISPATCH_h: switch point → RESTORE_k | ENTER_inner
 *   RESTORE_k:  operands and locals from the frame; point = 0;
 *               stack.rethrow()                  (in copies of the call's try ranges)
 *               the result from the registers; goto AFTER_k
 * </pre>
 *
 * <p>Locals that are not live are cut out of all frames of this body: they are never restored.
 */
final class ResumeBody extends BodyCopier {
    private static final String BAD_POINT = "(L" + Abi.FRAME + ";)Ljava/lang/Error;";

    private final FrameStores stores;
    private final Map<Integer, LabelNode> headers = new HashMap<>();
    private final Map<Integer, LabelNode> enters = new HashMap<>();
    private final Map<SuspensionPoint, LabelNode> restores = new HashMap<>();
    private final Map<Integer, LabelNode> dispatches = new HashMap<>();
    private final Map<SuspensionPoint, LabelNode> saves = new HashMap<>();
    private final Map<SuspensionPoint, LabelNode> afters = new HashMap<>();
    private final List<TryCatchBlockNode> extraRanges = new ArrayList<>();
    private final BitSet sticky = new BitSet();

    ResumeBody(
            String owner,
            MethodNode source,
            MethodAnalysis analysis,
            FramePlan plan,
            Locals locals,
            WovenCall calls) {
        super(owner, source, analysis, plan, locals, calls);
        stores = new FrameStores(plan, locals);
        for (SuspensionPoint p : analysis.points()) {
            restores.put(p, new LabelNode());
            for (int h : p.headers()) {
                headers.computeIfAbsent(h, k -> new LabelNode());
                enters.computeIfAbsent(h, k -> new LabelNode());
            }
            for (Saved s : plan.at(p).locals) {
                if (s.kind == Kind.REF && locals.isConstantParameter(s.local)) {
                    sticky.set(s.slot);
                }
            }
        }
    }

    void emit(MethodNode target) {
        code.aload(0).cast(plan.frameClass()).astore(locals.frame());
        code.aload(1).astore(locals.stack());
        code.aload(locals.frame()).get(Abi.FRAME, "point", "I").var(Opcodes.ISTORE, locals.point());
        dispatch(code, 0, analysis.points());
        startFrame();
        copyCode();
        headers.keySet().stream().sorted().forEach(this::emitHeaderStubs);
        analysis.points().forEach(this::emitRestore);
        finish(target);
        target.tryCatchBlocks.addAll(extraRanges);
        DeadCode.remove(target);
    }

    /** The method's beginning, which nothing jumps to unless a loop does, still needs a frame. */
    private void startFrame() {
        if (!isFollowedByFrame(-1)) {
            code.frame(adapt(locals.atEntry(owner, source)), List.of());
        }
    }

    /** {@code → }: jumps to each point's stub, or to the header at the given depth of nesting. */
    private void dispatch(Code to, int depth, List<SuspensionPoint> among) {
        List<LabelNode> targets = new ArrayList<>();
        LabelNode bad = new LabelNode();
        int next = among.get(0).number();
        int first = next;
        for (SuspensionPoint p : among) {
            for (; next < p.number(); next++) {
                targets.add(bad);
            }
            targets.add(
                    p.headers().size() > depth
                            ? enters.get(p.headers().get(depth))
                            : restores.get(p));
            next++;
        }
        to.var(Opcodes.ILOAD, locals.point()).tableSwitch(first, targets, bad);
        to.label(bad).frame(adapt(locals.bare()), List.of());
        to.aload(locals.frame())
                .invokeStatic(Abi.RESUME_BOOTSTRAP, "badPoint", BAD_POINT)
                .op(Opcodes.ATHROW);
    }

    private void emitHeaderStubs(int header) {
        Object[] slots = headerSlots(header);
        List<Object> stack = analysis.types().at(header).stack();
        cold.label(enters.get(header)).frame(adapt(locals.bare()), List.of());
        for (int i = 0; i < locals.frame(); i++) {
            if (slots[i] != null && slots[i] != Opcodes.TOP && i != locals.stack()) {
                Kind kind = Kind.ofVerification(slots[i]);
                cold.zero(kind).var(kind.store, i);
            }
        }
        stack.forEach(type -> cold.zero(Kind.ofVerification(type)));
        cold.jump(Opcodes.GOTO, headers.get(header));
        emitHeaderDispatch(header, slots, stack);
    }

    private void emitHeaderDispatch(int header, Object[] slots, List<Object> stack) {
        cold.label(dispatchLabel(header)).frame(adapt(slots), stack);
        for (int i = stack.size() - 1; i >= 0; i--) {
            cold.pop(Kind.ofVerification(stack.get(i)));
        }
        List<SuspensionPoint> inside = new ArrayList<>();
        int depth = 0;
        for (SuspensionPoint p : analysis.points()) {
            int at = p.headers().indexOf(header);
            if (at >= 0) {
                inside.add(p);
                depth = at + 1;
            }
        }
        dispatch(cold, depth, inside);
    }

    private LabelNode dispatchLabel(int header) {
        return dispatches.computeIfAbsent(header, k -> new LabelNode());
    }

    private Object[] headerSlots(int header) {
        return locals.shift(analysis.types().at(header).locals(), frameLiveness(header));
    }

    private void emitRestore(SuspensionPoint p) {
        FramePlan.Point values = plan.at(p);
        cold.label(restores.get(p)).frame(adapt(locals.bare()), List.of()).line(p.line());
        for (Saved s : values.locals) {
            stores.load(cold, s);
            cold.var(s.kind.store, s.local);
        }
        values.operands.forEach(s -> stores.load(cold, s));
        clearRestored(values);
        cold.op(Opcodes.ICONST_0).var(Opcodes.ISTORE, locals.point());
        emitRethrow(p);
        emitResult(Type.getReturnType(p.call().desc));
        cold.jump(Opcodes.GOTO, afterLabel(p));
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
        for (TryCatchBlockNode b : analysis.flow().handlers(p.index())) {
            extraRanges.add(new TryCatchBlockNode(start, end, label(b.handler), b.type));
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

    private LabelNode afterLabel(SuspensionPoint p) {
        return afters.computeIfAbsent(p, k -> new LabelNode());
    }

    private void emitSaveAgain(SuspensionPoint p, FramePlan.Point values) {
        cold.label(saves.computeIfAbsent(p, k -> new LabelNode()));
        frameAfter(cold, p);
        popResult(cold, p);
        stores.storeOperands(cold, values.operands);
        stores.storeLocals(cold, changeable(values));
        for (int r = sticky.nextSetBit(values.refs); r >= 0; r = sticky.nextSetBit(r + 1)) {
            stores.clear(cold, r);
        }
        cold.aload(locals.stack()).aload(locals.frame()).push(p.number());
        cold.invokeVirtual(Abi.STACK, "push", "(L" + Abi.FRAME + ";I)V").op(Opcodes.RETURN);
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
        return analysis.points().stream()
                .flatMap(p -> plan.at(p).locals.stream())
                .allMatch(
                        s ->
                                s.local != saved.local
                                        || s.kind == saved.kind && s.slot == saved.slot);
    }

    @Override
    void afterCall(SuspensionPoint point) {
        branchIfSuspending(saves.computeIfAbsent(point, k -> new LabelNode()));
        code.label(afterLabel(point));
        frameAfter(code, point);
        // the entry that the call's line had may be gone with the code before the call
        code.line(point.line());
        if (isFollowedByFrame(point.index())) {
            // two frames can't share an offset
            code.op(Opcodes.NOP);
        }
    }

    private boolean isFollowedByFrame(int index) {
        for (int i = index + 1; i < analysis.flow().size(); i++) {
            AbstractInsnNode insn = analysis.flow().insn(i);
            if (insn instanceof FrameNode) {
                return true;
            }
            if (insn.getOpcode() >= 0) {
                return false;
            }
        }
        return false;
    }

    /** {@code ..., value → }: the result goes to the registers. */
    @Override
    void emitReturn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
            code.aload(locals.stack()).op(Opcodes.SWAP).put(Abi.STACK, "ref", "Ljava/lang/Object;");
        } else if (opcode != Opcodes.RETURN) {
            code.toLong(Kind.of(result)).aload(locals.stack()).op(Opcodes.DUP_X2).op(Opcodes.POP);
            code.put(Abi.STACK, "prim", "J");
        }
        code.op(Opcodes.RETURN);
    }

    @Override
    BitSet frameLiveness(int index) {
        return analysis.liveness().before(index);
    }

    @Override
    void beforeFrame(int index) {
        if (headers.containsKey(index)) {
            code.label(headers.get(index));
        }
    }

    @Override
    void afterFrame(int index) {
        if (headers.containsKey(index)) {
            code.var(Opcodes.ILOAD, locals.point()).jump(Opcodes.IFNE, dispatchLabel(index));
        }
    }

    @Override
    Object[] adapt(Object[] slots) {
        slots[locals.frame()] = plan.frameClass();
        slots[locals.point()] = Opcodes.INTEGER;
        return slots;
    }
}
