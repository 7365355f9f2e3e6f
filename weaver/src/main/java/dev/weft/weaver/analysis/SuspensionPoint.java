package dev.weft.weaver.analysis;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;

/** A call that may suspend: where it is, and the types and liveness around it. */
public final class SuspensionPoint {
    private final int number;
    private final int index;
    private final MethodInsnNode call;
    private final TypeState before;
    private final BitSet live;
    private final int line;
    private final List<Integer> headers;

    SuspensionPoint(
            int number,
            int index,
            MethodInsnNode call,
            TypeState before,
            BitSet live,
            int line,
            List<Integer> headers) {
        this.number = number;
        this.index = index;
        this.call = call;
        this.before = before;
        this.live = live;
        this.line = line;
        this.headers = List.copyOf(headers);
    }

    /**
     * The point's number.
     *
     * @return from 1
     */
    public int number() {
        return number;
    }

    /**
     * The call's index in the method.
     *
     * @return an index of {@link ControlFlow}
     */
    public int index() {
        return index;
    }

    /**
     * The call.
     *
     * @return the instruction as written
     */
    public MethodInsnNode call() {
        return call;
    }

    /**
     * The types before the call, receiver and arguments included.
     *
     * @return never null
     */
    public TypeState before() {
        return before;
    }

    /**
     * The locals to save.
     *
     * @return slots
     */
    public BitSet live() {
        return live;
    }

    /**
     * The call's line.
     *
     * @return 0 when not known
     */
    public int line() {
        return line;
    }

    /**
     * The headers of the loops around it, by the index of the header's frame node.
     *
     * @return outermost first, indices of {@link ControlFlow}; empty when it is entered directly
     */
    public List<Integer> headers() {
        return headers;
    }
}
