package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.model.Abi;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The first-entry body: the method as written, with one test behind each suspendable call.
 *
 * <pre>
 *     args..., stack → result?         invoke the overload
 *     getfield stack.suspending, ifne SAVE_k
 *     ...
 *   SAVE_k:                            operands..., result?
 *     pop the dummy, save live values, push the frame, return a dummy
 *   FAILED:                            whatever SAVE_1 to SAVE_n throw
 *     take the unwinding back, throw it
 * </pre>
 *
 * <p>Saving may fail: the first save of a method links its resumer, and each makes a frame. No
 * handler of the user's covers it, but those of the callers would go on running while the stack
 * still unwinds. So the range that leads to FAILED covers all of it.
 */
final class FirstBody extends BodyCopier {
    private static final String THROWABLE = "java/lang/Throwable";
    private static final String FAILED =
            "(L" + THROWABLE + ";" + Abi.STACK_DESC + ")L" + THROWABLE + ";";

    private final FrameStores stores;
    private final ResumerConstant resumer;
    private final SharedSaves shared;
    private final TailCalls tails;

    FirstBody(
            String owner,
            MethodNode source,
            MethodAnalysis analysis,
            FramePlan plan,
            Locals locals,
            WovenCall calls,
            TailCalls tails,
            ResumerConstant resumer) {
        super(owner, source, analysis, plan, locals, calls);
        this.resumer = resumer;
        this.tails = tails;
        stores = new FrameStores(plan, locals);
        shared = new SharedSaves(cold, plan, locals, stores);
    }

    private Object[] adaptShared(Object[] slots) {
        slots[locals.frame()] = plan.frameClass();
        return slots;
    }

    void emit(MethodNode target) {
        copyCode();
        shared.emit(
                this::adaptShared,
                () -> {
                    pushFrame();
                    cold.retDummy(result);
                });
        coverSaves(target);
        finish(target);
    }

    private void coverSaves(MethodNode target) {
        if (cold.list.size() == 0) {
            return;
        }
        LabelNode start = new LabelNode();
        LabelNode failed = new LabelNode();
        cold.list.insert(start);
        cold.label(failed).frame(locals.bare(), List.of(THROWABLE));
        cold.aload(locals.stack()).invokeStatic(Abi.SAVER, "failed", FAILED).op(Opcodes.ATHROW);
        target.tryCatchBlocks.add(new TryCatchBlockNode(start, failed, failed, null));
    }

    @Override
    void afterCall(SuspensionPoint point) {
        if (tails.passOn(point)) {
            return; // the callee's dummy is this method's, and later its result too
        }
        LabelNode save = new LabelNode();
        branchIfSuspending(save);
        cold.label(save);
        frameAfter(cold, point);
        popResult(cold, point);
        FramePlan.Point values = plan.at(point);
        if (plan.compact()) {
            newFrame(point);
            cold.jump(Opcodes.GOTO, shared.label(point));
            return;
        }
        if (!values.savesOperands() && plan.saver() != null) {
            saveCompactly(point, values);
        } else {
            saveInline(point, values);
        }
        cold.retDummy(result);
    }

    /** {@code refs..., prims..., stack, point, resumer → } in one call. */
    private void saveCompactly(SuspensionPoint point, FramePlan.Point values) {
        StringBuilder desc = new StringBuilder("(");
        loadAll(values, true, desc);
        loadAll(values, false, desc);
        cold.aload(locals.stack()).push(point.number());
        resumer.push(cold);
        desc.append(Abi.STACK_DESC).append("IL").append(Abi.RESUMER).append(";)V");
        cold.invokeStatic(Abi.SAVER, plan.saver(), desc.toString());
    }

    private void loadAll(FramePlan.Point values, boolean refs, StringBuilder desc) {
        for (Saved s : values.locals) {
            if (s.kind != Kind.NULL && s.kind.isPrimitive() != refs) {
                cold.var(s.kind.load, s.local).toLong(s.kind);
                desc.append(refs ? "Ljava/lang/Object;" : "J");
            }
        }
    }

    private void saveInline(SuspensionPoint point, FramePlan.Point values) {
        newFrame(point);
        stores.storeOperands(cold, values.operands);
        stores.storeLocals(cold, values.locals);
        pushFrame();
    }

    private void newFrame(SuspensionPoint point) {
        // → frame, frame, resumer, point [, refs, prims] → frame
        cold.type(Opcodes.NEW, plan.frameClass()).op(Opcodes.DUP);
        resumer.push(cold);
        cold.push(point.number());
        if (plan.usesArrays()) {
            cold.push(plan.refs()).push(plan.prims());
        }
        String desc = "(L" + Abi.RESUMER + ";I" + (plan.usesArrays() ? "II" : "") + ")V";
        cold.invoke(Opcodes.INVOKESPECIAL, plan.frameClass(), "<init>", desc, false)
                .astore(locals.frame());
    }

    private void pushFrame() {
        cold.aload(locals.stack()).aload(locals.frame());
        cold.invokeVirtual(Abi.STACK, "push", "(L" + Abi.FRAME + ";)V");
    }

    @Override
    void emitReturn(int opcode) {
        code.op(opcode);
    }

    @Override
    BitSet frameLiveness(int index) {
        return null;
    }

    @Override
    void beforeFrame(int index) {
        // frames stay where they were
    }

    @Override
    void afterFrame(int index) {
        // nothing to dispatch in the first body
    }

    /** The constant call site that gives the method's resumer. */
    static final class ResumerConstant {
        private final Handle body;
        private final String method;
        private final String file;
        private final String lines;

        ResumerConstant(Handle body, String method, String file, List<SuspensionPoint> points) {
            this.body = body;
            this.method = method;
            this.file = file == null ? "" : file;
            StringBuilder chars = new StringBuilder();
            for (SuspensionPoint p : points) {
                chars.append((char) p.line());
            }
            lines = chars.toString();
        }

        void push(Code code) {
            Handle bootstrap =
                    new Handle(
                            Opcodes.H_INVOKESTATIC,
                            Abi.RESUME_BOOTSTRAP,
                            "resumer",
                            Abi.RESUME_BOOTSTRAP_DESC,
                            false);
            code.indy("resumer", "()L" + Abi.RESUMER + ";", bootstrap, body, method, file, lines);
        }
    }
}
