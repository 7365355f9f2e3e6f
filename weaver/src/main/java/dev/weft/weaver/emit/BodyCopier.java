package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.ControlFlow;
import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import dev.weft.weaver.analysis.TypeState;
import dev.weft.weaver.model.Abi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Copies a method's code into one of its two woven bodies: locals moved up, frames adapted,
 * suspendable calls replaced. What comes behind a suspendable call, and at a return, is the
 * subclass's.
 */
abstract class BodyCopier {
    final String owner;
    final MethodNode source;
    final MethodAnalysis analysis;
    final Locals locals;
    final FramePlan plan;
    final Code code = new Code();
    final Code cold = new Code();
    final Type result;
    private final WovenCall calls;
    private final Map<LabelNode, LabelNode> labels = new IdentityHashMap<>();
    private final Map<LabelNode, LabelNode> creations = new IdentityHashMap<>();
    private final Map<Integer, SuspensionPoint> points = new HashMap<>();

    BodyCopier(
            String owner,
            MethodNode source,
            MethodAnalysis analysis,
            FramePlan plan,
            Locals locals,
            WovenCall calls) {
        this.owner = owner;
        this.source = source;
        this.analysis = analysis;
        this.plan = plan;
        this.locals = locals;
        this.calls = calls;
        result = Type.getReturnType(source.desc);
        copyLabels();
        for (SuspensionPoint p : analysis.points()) {
            points.put(p.index(), p);
        }
    }

    /**
     * An uninitialised type names the offset of its {@code new}. A label of that offset may stand
     * before a frame, behind which the woven body has code of its own: the one next to the {@code
     * new} is meant.
     */
    private void copyLabels() {
        List<LabelNode> here = new ArrayList<>();
        for (AbstractInsnNode insn : source.instructions) {
            if (insn instanceof LabelNode) {
                labels.put((LabelNode) insn, new LabelNode());
                here.add((LabelNode) insn);
            } else if (insn.getOpcode() >= 0) {
                if (insn.getOpcode() == Opcodes.NEW && !here.isEmpty()) {
                    LabelNode last = here.get(here.size() - 1);
                    here.forEach(label -> creations.put(label, last));
                }
                here.clear();
            }
        }
    }

    /** Behind a suspendable call: {@code ..., [result]}. */
    abstract void afterCall(SuspensionPoint point);

    /** In place of a return instruction: {@code ..., [result] →}. */
    abstract void emitReturn(int opcode);

    /** The live set that frames are cut down to, or null to keep all locals. */
    abstract BitSet frameLiveness(int index);

    /** Behind a copied frame node. */
    abstract void afterFrame(int index);

    /** Before a frame node. */
    abstract void beforeFrame(int index);

    final void copyCode() {
        ControlFlow flow = analysis.flow();
        for (int i = 0; i < flow.size(); i++) {
            copy(i, flow.insn(i));
        }
    }

    private void copy(int i, AbstractInsnNode insn) {
        int op = insn.getOpcode();
        if (insn instanceof VarInsnNode) {
            code.var(op, locals.shifted(((VarInsnNode) insn).var));
        } else if (insn instanceof IincInsnNode) {
            IincInsnNode inc = (IincInsnNode) insn;
            code.add(new IincInsnNode(locals.shifted(inc.var), inc.incr));
        } else if (insn instanceof FrameNode) {
            beforeFrame(i);
            copyFrame(i, (FrameNode) insn);
            afterFrame(i);
            if (analysis.usesCaught(i)) {
                TraceCalls.caught(code, locals.stack());
            }
        } else if (op >= Opcodes.IRETURN && op <= Opcodes.RETURN) {
            emitReturn(op);
        } else if (points.containsKey(i)) {
            calls.emit(code, (MethodInsnNode) insn, locals.stack());
            afterCall(points.get(i));
        } else if (!TraceCalls.emit(code, insn, locals.stack())) {
            code.add(insn.clone(labels));
        }
    }

    private void copyFrame(int i, FrameNode frame) {
        List<Object> slots = new ArrayList<>();
        for (Object type : frame.local) {
            slots.add(mapped(type));
            if (type == Opcodes.LONG || type == Opcodes.DOUBLE) {
                slots.add(Opcodes.TOP);
            }
        }
        List<Object> stack = new ArrayList<>();
        for (Object type : frame.stack) {
            stack.add(mapped(type));
        }
        code.frame(adapt(locals.shift(slots, frameLiveness(i))), stack);
    }

    private Object mapped(Object type) {
        return type instanceof LabelNode ? labels.get(creations.get(type)) : type;
    }

    /** Adds what the subclass keeps in locals of its own. */
    Object[] adapt(Object[] slots) {
        return slots;
    }

    final LabelNode label(LabelNode original) {
        return labels.get(original);
    }

    /** The types before a call, without its receiver and arguments: live locals only. */
    final void frameBelow(Code to, SuspensionPoint point) {
        List<Object> stack = new ArrayList<>(MethodAnalysis.operandsBelow(point));
        to.frame(adapt(locals.shift(point.before().locals(), point.live())), stack);
    }

    /** The types behind a call: live locals only, the operands below it, its result. */
    final void frameAfter(Code to, SuspensionPoint point) {
        TypeState before = point.before();
        List<Object> stack = new ArrayList<>(MethodAnalysis.operandsBelow(point));
        Type type = Type.getReturnType(point.call().desc);
        if (type.getSort() != Type.VOID) {
            stack.add(Kind.verification(type));
        }
        to.frame(adapt(locals.shift(before.locals(), point.live())), stack);
    }

    /** {@code ..., result → ...}: drops a suspended call's dummy. */
    static void popResult(Code to, SuspensionPoint point) {
        Type type = Type.getReturnType(point.call().desc);
        if (type.getSort() != Type.VOID) {
            to.pop(Kind.of(type));
        }
    }

    /** {@code → }; jumps when the call before it suspended. */
    final void branchIfSuspending(LabelNode target) {
        code.aload(locals.stack()).get(Abi.STACK, "suspending", "Z").jump(Opcodes.IFNE, target);
    }

    final void finish(MethodNode target) {
        target.instructions.add(code.list);
        target.instructions.add(cold.list);
        for (TryCatchBlockNode b : source.tryCatchBlocks) {
            target.tryCatchBlocks.add(
                    new TryCatchBlockNode(label(b.start), label(b.end), label(b.handler), b.type));
        }
        target.localVariables = new ArrayList<>();
        if (source.localVariables != null) {
            for (LocalVariableNode v : source.localVariables) {
                target.localVariables.add(
                        new LocalVariableNode(
                                v.name,
                                v.desc,
                                v.signature,
                                label(v.start),
                                label(v.end),
                                locals.shifted(v.index)));
            }
        }
    }
}
