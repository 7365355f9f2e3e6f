package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.MethodAnalysis;
import dev.weft.weaver.analysis.SuspensionPoint;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the calls that need no frame: the method's last, whose outcome is its own. When such a call
 * suspends, the method is as good as returned.
 *
 * <p>Always for a lambda's body that ends with a call of a method of its own class: a dump loses
 * nothing, because the callee's frame names a method of the same class that the user wrote. For all
 * other methods only when asked for, since their names are then missing in stack traces.
 */
final class TailCalls {
    private final String owner;
    private final MethodNode source;
    private final MethodAnalysis analysis;
    private final FramePlan plan;
    private final boolean everywhere;

    TailCalls(
            String owner,
            MethodNode source,
            MethodAnalysis analysis,
            FramePlan plan,
            boolean everywhere) {
        this.owner = owner;
        this.source = source;
        this.analysis = analysis;
        this.plan = plan;
        this.everywhere = everywhere;
    }

    boolean everywhere() {
        return everywhere;
    }

    /** Whether the callee's outcome is passed on as it is. */
    boolean passOn(SuspensionPoint point) {
        return (everywhere || isLambdaOfOwn(point))
                && Type.getReturnType(point.call().desc).equals(Type.getReturnType(source.desc))
                && plan.at(point).operands.isEmpty()
                && analysis.flow().handlers(point.index()).isEmpty()
                && isFollowedByReturn(point.index());
    }

    private boolean isLambdaOfOwn(SuspensionPoint point) {
        boolean lambda =
                (source.access & Opcodes.ACC_SYNTHETIC) != 0 && source.name.startsWith("lambda$");
        return lambda
                && point.call().owner.equals(owner)
                && !point.call().name.startsWith("lambda$");
    }

    private boolean isFollowedByReturn(int index) {
        int next = index + 1;
        while (next < analysis.flow().size() && analysis.flow().insn(next).getOpcode() < 0) {
            next++;
        }
        int op = next < analysis.flow().size() ? analysis.flow().insn(next).getOpcode() : 0;
        return op >= Opcodes.IRETURN && op <= Opcodes.RETURN;
    }
}
