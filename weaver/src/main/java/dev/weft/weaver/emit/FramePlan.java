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
    private final boolean compact;
    private int refs;
    private int prims;

    /**
     * Plans a method's frames.
     *
     * @param compact whether code that is shared by points matters more than the frames' size
     */
    FramePlan(MethodAnalysis analysis, Locals locals, boolean compact) {
        this.compact = compact;
        Map<String, Integer> fixed = new HashMap<>();
        for (SuspensionPoint p : analysis.points()) {
            Point point = compact ? fixed(p, locals, fixed) : plan(p, locals);
            points.put(p, point);
            refs = Math.max(refs, point.refs);
            prims = Math.max(prims, point.prims);
        }
    }

    /** Each local and each depth of the operand stack has a slot of its own, at all points. */
    private static Point fixed(SuspensionPoint p, Locals locals, Map<String, Integer> slots) {
        Point packed = plan(p, locals);
        Point point = new Point();
        packed.locals.forEach(s -> point.locals.add(fixed(s, "local" + s.local, slots)));
        for (Saved s : packed.operands) {
            point.operands.add(fixed(s, "operand" + point.operands.size(), slots));
        }
        point.refs = slots.getOrDefault("refs", 0);
        point.prims = slots.getOrDefault("prims", 0);
        return point;
    }

    private static Saved fixed(Saved s, String name, Map<String, Integer> slots) {
        if (s.kind == Kind.NULL) {
            return s;
        }
        String file = s.kind == Kind.REF ? "refs" : "prims";
        Integer slot = slots.get(name + file);
        if (slot == null) {
            slot = slots.merge(file, 1, Integer::sum) - 1;
            slots.put(name + file, slot);
        }
        return new Saved(s.local, s.type, s.kind, slot, null);
    }

    boolean compact() {
        return compact;
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
        return compact ? Abi.FRAME_X : Abi.frameClass(refs, prims);
    }

    boolean usesArrays() {
        return frameClass().equals(Abi.FRAME_X);
    }

    /** What can share the code that saves or restores it: equal for the same values and types. */
    static String key(List<Saved> locals, List<Saved> operands) {
        StringBuilder key = new StringBuilder();
        locals.forEach(s -> key.append(s.local).append(typeKey(s)).append(' '));
        key.append('|');
        operands.forEach(s -> key.append(typeKey(s)).append(' '));
        return key.toString();
    }

    private static String typeKey(Saved s) {
        return s.kind == Kind.REF ? String.valueOf(s.type) : s.kind.name();
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
