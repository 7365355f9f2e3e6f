package dev.weft.weaver.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.MethodNode;

/** Edges of the analyses of flow: switches, ranges, handlers, loops that are not in order. */
@Timeout(60)
class FlowTest {
    @Test
    void successorsOfSwitchesAreAllTargets() {
        Label one = new Label();
        Label two = new Label();
        Label other = new Label();
        Label[] some = {two, one};
        MethodNode m =
                Methods.method(
                        "(I)I",
                        v -> {
                            v.visitVarInsn(ILOAD, 0);
                            v.visitTableSwitchInsn(1, 2, other, one, two);
                            v.visitLabel(one);
                            v.visitVarInsn(ILOAD, 0);
                            v.visitLookupSwitchInsn(other, new int[] {-9, 9}, some);
                            v.visitLabel(two);
                            v.visitInsn(ICONST_2);
                            v.visitInsn(IRETURN);
                            v.visitLabel(other);
                            v.visitInsn(ICONST_3);
                            v.visitInsn(IRETURN);
                            v.visitLabel(new Label());
                        });
        ControlFlow flow = new ControlFlow(m);
        int first = Methods.at(m, one);
        int second = Methods.at(m, two);
        int rest = Methods.at(m, other);
        assertArrayEquals(
                new int[] {first, second, rest}, flow.successors(Methods.at(m, TABLESWITCH)));
        assertArrayEquals(
                new int[] {second, first, rest}, flow.successors(Methods.at(m, LOOKUPSWITCH)));
        assertArrayEquals(new int[0], flow.successors(Methods.at(m, IRETURN)));
        assertArrayEquals(new int[0], flow.successors(flow.size() - 1));
        assertArrayEquals(new int[] {1}, flow.successors(0));
    }

    @Test
    void aRangeEndsBeforeItsEnd() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m = covered(start, end, handler);
        ControlFlow flow = new ControlFlow(m);
        assertEquals(1, flow.handlers(Methods.at(m, start)).size());
        assertEquals(1, flow.handlers(Methods.at(m, end) - 1).size());
        assertEquals(List.of(), flow.handlers(Methods.at(m, end)));
    }

    /** What the handler reads lives through the range; a store and an increment are told apart. */
    @Test
    void livenessOfHandlersStoresAndIncrements() {
        Label start = new Label();
        Label end = new Label();
        MethodNode m = covered(start, end, new Label());
        Liveness live = new Liveness(new ControlFlow(m));
        BitSet read = new BitSet();
        read.set(0);
        assertEquals(read, live.before(Methods.at(m, IINC)));
        read.set(1);
        assertEquals(read, live.before(Methods.at(m, NOP)));
        assertEquals(new BitSet(), live.before(Methods.at(m, end)));
        assertEquals(new BitSet(), live.before(Methods.at(m, ACONST_NULL)));
    }

    private static MethodNode covered(Label start, Label end, Label handler) {
        return Methods.method(
                "(ILjava/lang/Object;)V",
                v -> {
                    v.visitTryCatchBlock(start, end, handler, "java/lang/Exception");
                    v.visitLabel(start);
                    v.visitInsn(NOP);
                    v.visitInsn(NOP);
                    v.visitLabel(end);
                    v.visitInsn(ACONST_NULL);
                    v.visitVarInsn(ASTORE, 1);
                    v.visitInsn(RETURN);
                    v.visitLabel(handler);
                    v.visitInsn(POP);
                    v.visitVarInsn(ALOAD, 1);
                    v.visitInsn(POP);
                    v.visitIincInsn(0, 1);
                    v.visitInsn(RETURN);
                });
    }

    /** The outer loop's header comes last in the code, as compilers that test below write it. */
    @Test
    void loopsAreOrderedByNestingNotByPlace() {
        Label inner = new Label();
        Label outer = new Label();
        MethodNode m =
                Methods.method(
                        "(I)V",
                        v -> {
                            v.visitJumpInsn(GOTO, outer);
                            v.visitLabel(inner);
                            v.visitInsn(NOP);
                            v.visitVarInsn(ILOAD, 0);
                            v.visitJumpInsn(IFNE, inner);
                            v.visitLabel(outer);
                            v.visitVarInsn(ILOAD, 0);
                            v.visitJumpInsn(IFNE, inner);
                            v.visitInsn(RETURN);
                        });
        Loops loops = new Loops(new ControlFlow(m));
        assertEquals(
                List.of(Methods.at(m, outer), Methods.at(m, inner)),
                loops.headersAround(Methods.at(m, NOP)));
    }

    /** An exception closes the loop: the handler, before its range, is the header. */
    @Test
    void aHandlerBeforeItsRangeMakesALoop() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "()V",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, null);
                            v.visitInsn(ACONST_NULL);
                            v.visitLabel(handler);
                            v.visitInsn(POP);
                            v.visitLabel(start);
                            v.visitInsn(NOP);
                            v.visitLabel(end);
                            v.visitInsn(RETURN);
                        });
        Loops loops = new Loops(new ControlFlow(m));
        assertEquals(List.of(Methods.at(m, handler)), loops.headersAround(Methods.at(m, NOP)));
        assertEquals(List.of(), loops.headersAround(Methods.at(m, RETURN)));
    }

    /** In a handler the monitor may be held or not, as at the instruction that threw. */
    @Test
    void aHandlerHoldsWhatItsRangeHolds() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;)V",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, null);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitLabel(start);
                            v.visitInsn(NOP);
                            v.visitLabel(end);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITOREXIT);
                            v.visitInsn(RETURN);
                            v.visitLabel(handler);
                            v.visitInsn(POP);
                            v.visitInsn(RETURN);
                        });
        MonitorDepth depth = new MonitorDepth(new ControlFlow(m));
        assertTrue(depth.heldBefore(Methods.at(m, POP)));
        assertFalse(depth.heldBefore(Methods.at(m, RETURN)));
    }

    /** Dominators of such flow are only right after a second round. */
    @Test
    void twoCyclesThatAreEnteredAnywhereAreNoLoops() {
        Label one = new Label();
        Label two = new Label();
        Label three = new Label();
        MethodNode m =
                Methods.method(
                        "(I)V",
                        v -> {
                            branch(v, three);
                            v.visitLabel(one);
                            v.visitInsn(NOP);
                            branch(v, three);
                            v.visitLabel(two);
                            branch(v, one);
                            v.visitLabel(three);
                            branch(v, two);
                            v.visitInsn(RETURN);
                        });
        Loops loops = new Loops(new ControlFlow(m));
        assertEquals(List.of(), loops.headersAround(Methods.at(m, NOP)));
    }

    private static void branch(MethodNode v, Label to) {
        v.visitVarInsn(ILOAD, 0);
        v.visitJumpInsn(IFEQ, to);
    }

    /** The first instruction may throw, so the handler is not dominated by what follows it. */
    @Test
    void aCycleThatIsEnteredByItsHandlerIsNoLoop() {
        Label start = new Label();
        Label again = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "()V",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, null);
                            v.visitLabel(start);
                            v.visitLabel(again);
                            v.visitInsn(NOP);
                            v.visitLabel(end);
                            v.visitInsn(RETURN);
                            v.visitLabel(handler);
                            v.visitInsn(POP);
                            v.visitJumpInsn(GOTO, again);
                        });
        Loops loops = new Loops(new ControlFlow(m));
        assertEquals(List.of(), loops.headersAround(Methods.at(m, NOP)));
    }

    /** A range from before the monitor, in a loop: the handler may hold it. */
    @Test
    void aHandlerMayHoldWhatItsRangeTakes() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;)V",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, null);
                            v.visitLabel(start);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitInsn(NOP);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITOREXIT);
                            v.visitJumpInsn(GOTO, start);
                            v.visitLabel(end);
                            v.visitLabel(handler);
                            v.visitInsn(POP);
                            v.visitInsn(RETURN);
                        });
        MonitorDepth depth = new MonitorDepth(new ControlFlow(m));
        assertTrue(depth.heldBefore(Methods.at(m, POP)));
        assertTrue(depth.heldBefore(Methods.at(m, NOP)));
        assertFalse(depth.heldBefore(Methods.at(m, ALOAD)));
    }
}
