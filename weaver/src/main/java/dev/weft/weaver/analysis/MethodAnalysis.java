package dev.weft.weaver.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * All that emission needs to know of one method: its suspension points, liveness, types and loops.
 */
public final class MethodAnalysis {
    private final ControlFlow flow;
    private final Liveness liveness;
    private final TypeFlow types;
    private final BitSet users = new BitSet();
    private final List<SuspensionPoint> points = new ArrayList<>();
    private final List<MethodInsnNode> pinned = new ArrayList<>();
    private final List<Integer> pinnedLines = new ArrayList<>();

    /**
     * Analyses a method whose constructor calls have been relocated already.
     *
     * @param owner the class's internal name
     * @param method with expanded frames
     * @param calls which calls may suspend
     */
    public MethodAnalysis(String owner, MethodNode method, CallTest calls) {
        flow = new ControlFlow(method);
        liveness = new Liveness(flow);
        types = new TypeFlow(owner, method);
        collect(calls);
        for (LabelNode handler : new CaughtValues(method, flow, points).users()) {
            int frame = frameAt(flow.indexOf(handler));
            if (frame >= 0) {
                users.set(frame);
            }
        }
    }

    private void collect(CallTest calls) {
        MonitorDepth monitors = new MonitorDepth(flow);
        Loops loops = new Loops(flow);
        int line = 0;
        for (int i = 0; i < flow.size(); i++) {
            AbstractInsnNode insn = flow.insn(i);
            if (insn instanceof LineNumberNode) {
                line = ((LineNumberNode) insn).line;
            }
            if (!(insn instanceof MethodInsnNode) || types.at(i) == null) {
                continue;
            }
            MethodInsnNode call = (MethodInsnNode) insn;
            if (!calls.maySuspend(call)) {
                continue;
            }
            if (monitors.heldBefore(i)) {
                pinned.add(call);
                pinnedLines.add(line);
            } else {
                points.add(
                        new SuspensionPoint(
                                points.size() + 1,
                                i,
                                call,
                                types.at(i),
                                liveness.across(i),
                                line,
                                enterable(loops.headersAround(i))));
            }
        }
    }

    /**
     * Only headers with a frame that can be filled with dummies are entered; else all are skipped.
     */
    private List<Integer> enterable(List<Integer> headers) {
        Set<Integer> frames = new LinkedHashSet<>();
        for (int h : headers) {
            int frame = flow.insn(h) instanceof LabelNode ? frameAt(h) : -1;
            if (frame < 0 || !fillable(types.at(frame))) {
                return List.of();
            }
            frames.add(frame);
        }
        return List.copyOf(frames);
    }

    private static boolean fillable(TypeState state) {
        return state != null
                && state.locals().stream().noneMatch(TypeFlow::isUninitialised)
                && state.stack().stream().noneMatch(TypeFlow::isUninitialised);
    }

    /**
     * The frame that belongs to a label.
     *
     * @param label the label's index
     * @return the frame's index, or -1 when there is none before the next instruction
     */
    public int frameAt(int label) {
        for (int i = label; i < flow.size(); i++) {
            if (flow.insn(i) instanceof FrameNode) {
                return i;
            }
            if (flow.insn(i).getOpcode() >= 0) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Control flow.
     *
     * @return the method's
     */
    public ControlFlow flow() {
        return flow;
    }

    /**
     * Liveness.
     *
     * @return the method's
     */
    public Liveness liveness() {
        return liveness;
    }

    /**
     * Types.
     *
     * @return the method's
     */
    public TypeFlow types() {
        return types;
    }

    /**
     * Whether a handler begins with a frame that does more with what it catches than drop it or
     * throw it on.
     *
     * @param frame the frame's index
     * @return false for all other frames
     */
    public boolean usesCaught(int frame) {
        return users.get(frame);
    }

    /**
     * The suspension points in order.
     *
     * @return may be empty
     */
    public List<SuspensionPoint> points() {
        return points;
    }

    /**
     * Suspendable calls inside monitors.
     *
     * @return may be empty
     */
    public List<MethodInsnNode> pinned() {
        return pinned;
    }

    /**
     * The lines of {@link #pinned()}.
     *
     * @return same order; 0 when not known
     */
    public List<Integer> pinnedLines() {
        return pinnedLines;
    }

    /**
     * The operands that stay on the stack under a call's receiver and arguments.
     *
     * @param point the call
     * @return their types, deepest first
     */
    public static List<Object> operandsBelow(SuspensionPoint point) {
        List<Object> stack = point.before().stack();
        return stack.subList(0, stack.size() - consumed(point.call()));
    }

    private static int consumed(MethodInsnNode call) {
        int args = Type.getArgumentTypes(call.desc).length;
        return call.getOpcode() == org.objectweb.asm.Opcodes.INVOKESTATIC ? args : args + 1;
    }
}
