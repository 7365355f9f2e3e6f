package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;

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

    private final Map<Integer, LabelNode> headers = new HashMap<>();
    private final Map<Integer, LabelNode> enters = new HashMap<>();
    private final Map<Integer, LabelNode> dispatches = new HashMap<>();
    private final Resumptions resumptions = new Resumptions(this);
    private final TailCalls tails;

    ResumeBody(
            String owner,
            MethodNode source,
            MethodAnalysis analysis,
            FramePlan plan,
            Locals locals,
            WovenCall calls,
            TailCalls tails) {
        super(owner, source, analysis, plan, locals, calls);
        this.tails = tails;
        for (SuspensionPoint p : analysis.points()) {
            for (int h : p.headers()) {
                headers.computeIfAbsent(h, k -> new LabelNode());
                enters.computeIfAbsent(h, k -> new LabelNode());
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
        resumptions.emit();
        finish(target);
        target.tryCatchBlocks.addAll(resumptions.ranges());
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
        LabelNode bad = new LabelNode();
        to.var(Opcodes.ILOAD, locals.point());
        switchTo(
                to,
                among,
                p ->
                        p.headers().size() > depth
                                ? enters.get(p.headers().get(depth))
                                : resumptions.restore(p),
                bad);
        to.label(bad).frame(adapt(locals.bare()), List.of());
        to.aload(locals.frame())
                .invokeStatic(Abi.RESUME_BOOTSTRAP, "badPoint", BAD_POINT)
                .op(Opcodes.ATHROW);
    }

    /** {@code ..., point → ...}; the points in the order of their numbers. */
    static void switchTo(
            Code to,
            List<SuspensionPoint> among,
            Function<SuspensionPoint, LabelNode> target,
            LabelNode other) {
        int first = among.get(0).number();
        int last = among.get(among.size() - 1).number();
        if (last - first < 2 * among.size() + 8) {
            List<LabelNode> targets = new ArrayList<>(Collections.nCopies(last - first + 1, other));
            among.forEach(p -> targets.set(p.number() - first, target.apply(p)));
            to.tableSwitch(first, targets, other);
        } else {
            int[] keys = among.stream().mapToInt(SuspensionPoint::number).toArray();
            LabelNode[] targets = among.stream().map(target).toArray(LabelNode[]::new);
            to.add(new LookupSwitchInsnNode(other, keys, targets));
        }
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

    @Override
    void afterCall(SuspensionPoint point) {
        branchIfSuspending(
                tails.everywhere() && tails.passOn(point)
                        ? passedOn(point)
                        : resumptions.save(point));
        code.label(resumptions.after(point));
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

    /** {@code ..., dummy? → }: the callee's outcome will be this method's. */
    private LabelNode passedOn(SuspensionPoint point) {
        LabelNode label = new LabelNode();
        cold.label(label);
        frameAfter(cold, point);
        popResult(cold, point);
        cold.op(Opcodes.RETURN);
        return label;
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
