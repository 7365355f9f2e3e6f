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
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Where each live value of each suspension point goes in the method's frame. Slots are packed anew
 * at every point, so that a frame is no larger than the point with most live values needs.
 */
final class FramePlan {
    /** The values of one point. */
    static final class Point {
        final List<Saved> locals = new ArrayList<>();
        final List<Saved> operands = new ArrayList<>();
        int refs;
        int prims;

        private Saved place(int local, Object type, AbstractInsnNode constant) {
            Kind kind = Kind.ofVerification(type);
            boolean known = kind == Kind.NULL || constant != null;
            int slot = known ? -1 : kind == Kind.REF ? refs++ : prims++;
            return new Saved(local, type, kind, slot, constant);
        }

        /** Whether an operand must be stored: neither null nor a constant. */
        boolean savesOperands() {
            return operands.stream().anyMatch(Saved::isStored);
        }
    }

    private final Map<SuspensionPoint, Point> points = new HashMap<>();
    private int refs;
    private int prims;

    FramePlan(MethodAnalysis analysis, Locals locals) {
        for (SuspensionPoint p : analysis.points()) {
            Point point = plan(p, locals);
            points.put(p, point);
            refs = Math.max(refs, point.refs);
            prims = Math.max(prims, point.prims);
        }
    }

    private static Point plan(SuspensionPoint p, Locals locals) {
        Point point = new Point();
        List<Object> types = p.before().locals();
        BitSet live = p.live();
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            if (i < types.size() && types.get(i) != Opcodes.TOP) {
                point.locals.add(point.place(locals.shifted(i), types.get(i), null));
            }
        }
        List<Object> below = MethodAnalysis.operandsBelow(p);
        for (int i = 0; i < below.size(); i++) {
            point.operands.add(point.place(-1, below.get(i), p.before().constant(i)));
        }
        return point;
    }

    Point at(SuspensionPoint p) {
        return points.get(p);
    }

    int refs() {
        return refs;
    }

    int prims() {
        return prims;
    }

    String frameClass() {
        return Abi.frameClass(refs, prims);
    }

    boolean usesArrays() {
        return frameClass().equals(Abi.FRAME_X);
    }

    /** The name of the compact save's method, or null when this shape has none. */
    String saver() {
        String frame = frameClass();
        if (frame.equals(Abi.FRAME)) {
            return "r0j0";
        }
        boolean small = !usesArrays() && refs <= 4 && prims <= 2;
        return small
                ? frame.substring(frame.indexOf("FrameR") + 5).toLowerCase(java.util.Locale.ROOT)
                : null;
    }
}
