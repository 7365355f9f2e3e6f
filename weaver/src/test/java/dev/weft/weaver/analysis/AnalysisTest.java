package dev.weft.weaver.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.MethodNode;

/** Each analysis on small methods whose answer can be worked out by hand. */
@Timeout(60)
class AnalysisTest {
    private static final Object[] NONE = {};

    /**
     * {@code for (i = 0; i < n; i++) { for (j = 0; j < i; j++) leaf(j); leaf(i); }} with n in 0.
     */
    private final Label outer = new Label();

    private final Label inner = new Label();

    private MethodNode nested() {
        Label end = new Label();
        Label behind = new Label();
        return Methods.method(
                "(I)V",
                m -> {
                    m.visitInsn(ICONST_0);
                    m.visitVarInsn(ISTORE, 1);
                    m.visitLabel(outer);
                    m.visitFrame(F_NEW, 2, new Object[] {INTEGER, INTEGER}, 0, NONE);
                    m.visitVarInsn(ILOAD, 1);
                    m.visitVarInsn(ILOAD, 0);
                    m.visitJumpInsn(IF_ICMPGE, end);
                    m.visitInsn(ICONST_0);
                    m.visitVarInsn(ISTORE, 2);
                    m.visitLabel(inner);
                    m.visitFrame(F_NEW, 3, new Object[] {INTEGER, INTEGER, INTEGER}, 0, NONE);
                    m.visitVarInsn(ILOAD, 2);
                    m.visitVarInsn(ILOAD, 1);
                    m.visitJumpInsn(IF_ICMPGE, behind);
                    m.visitVarInsn(ILOAD, 2);
                    leaf(m);
                    m.visitIincInsn(2, 1);
                    m.visitJumpInsn(GOTO, inner);
                    m.visitLabel(behind);
                    m.visitFrame(F_NEW, 2, new Object[] {INTEGER, INTEGER}, 0, NONE);
                    m.visitVarInsn(ILOAD, 1);
                    leaf(m);
                    m.visitIincInsn(1, 1);
                    m.visitJumpInsn(GOTO, outer);
                    m.visitLabel(end);
                    m.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, NONE);
                    m.visitInsn(RETURN);
                });
    }

    private static void leaf(MethodNode m) {
        m.visitMethodInsn(INVOKESTATIC, "A", "leaf", "(I)V", false);
    }

    @Test
    void successorsOfAJumpAreTheNextAndTheTarget() {
        MethodNode m = nested();
        ControlFlow flow = new ControlFlow(m);
        int jump = Methods.at(m, IF_ICMPGE, 1);
        assertEquals(jump + 1, flow.successors(jump)[0]);
        assertEquals(2, flow.successors(jump).length);
        assertArrayEquals(
                new int[] {Methods.at(m, outer)}, flow.successors(Methods.at(m, GOTO, 1)));
        assertArrayEquals(new int[0], flow.successors(Methods.at(m, RETURN)));
    }

    @Test
    void loopsAreNamedFromTheOutside() {
        MethodNode m = nested();
        Loops loops = new Loops(new ControlFlow(m));
        int o = Methods.at(m, outer);
        int i = Methods.at(m, inner);
        assertEquals(List.of(o, i), loops.headersAround(Methods.at(m, INVOKESTATIC, 0)));
        assertEquals(List.of(o), loops.headersAround(Methods.at(m, INVOKESTATIC, 1)));
        assertEquals(List.of(), loops.headersAround(Methods.at(m, RETURN)));
        assertEquals(List.of(), loops.headersAround(0));
    }

    @Test
    void aCycleWithTwoEntriesIsNoLoop() {
        Label a = new Label();
        Label b = new Label();
        MethodNode m =
                Methods.method(
                        "(I)V",
                        v -> {
                            v.visitVarInsn(ILOAD, 0);
                            v.visitJumpInsn(IFEQ, b);
                            v.visitLabel(a);
                            v.visitInsn(NOP);
                            v.visitLabel(b);
                            v.visitVarInsn(ILOAD, 0);
                            v.visitJumpInsn(IFNE, a);
                            v.visitInsn(RETURN);
                        });
        Loops loops = new Loops(new ControlFlow(m));
        assertEquals(List.of(), loops.headersAround(Methods.at(m, NOP)));
    }

    @Test
    void whatIsReadLaterIsLiveAcrossACall() {
        MethodNode m = nested();
        Liveness live = new Liveness(new ControlFlow(m));
        assertEquals(bits(0, 1, 2), live.across(Methods.at(m, INVOKESTATIC, 0)));
        assertEquals(bits(0, 1), live.across(Methods.at(m, INVOKESTATIC, 1)));
        assertEquals(bits(0), live.before(0));
        assertEquals(bits(), live.before(Methods.at(m, RETURN)));
    }

    @Test
    void whatAHandlerReadsIsLiveAcrossACoveredCallOnly() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "(II)I",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, "java/lang/Exception");
                            v.visitLabel(start);
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitLabel(end);
                            v.visitInsn(ICONST_2);
                            leaf(v);
                            v.visitInsn(ICONST_0);
                            v.visitInsn(IRETURN);
                            v.visitLabel(handler);
                            v.visitFrame(
                                    F_NEW,
                                    2,
                                    new Object[] {INTEGER, INTEGER},
                                    1,
                                    new Object[] {"java/lang/Exception"});
                            v.visitInsn(POP);
                            v.visitVarInsn(ILOAD, 1);
                            v.visitInsn(IRETURN);
                        });
        ControlFlow flow = new ControlFlow(m);
        Liveness live = new Liveness(flow);
        assertEquals(bits(1), live.across(Methods.at(m, INVOKESTATIC, 0)));
        assertEquals(bits(), live.across(Methods.at(m, INVOKESTATIC, 1)));
        assertEquals(1, flow.handlers(Methods.at(m, INVOKESTATIC, 0)).size());
        assertTrue(flow.handlers(Methods.at(m, INVOKESTATIC, 1)).isEmpty());
    }

    @Test
    void handlersBehindACatchAllAreNeverReached() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        MethodNode m =
                Methods.method(
                        "()V",
                        v -> {
                            v.visitTryCatchBlock(start, end, handler, null);
                            v.visitTryCatchBlock(start, end, handler, "java/lang/Exception");
                            v.visitLabel(start);
                            v.visitInsn(NOP);
                            v.visitLabel(end);
                            v.visitInsn(RETURN);
                            v.visitLabel(handler);
                            v.visitInsn(ATHROW);
                        });
        assertEquals(1, new ControlFlow(m).handlers(Methods.at(m, NOP)).size());
    }

    @Test
    void aMonitorIsHeldBetweenEnterAndExit() {
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;)V",
                        v -> {
                            v.visitInsn(NOP);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitInsn(NOP);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITOREXIT);
                            v.visitInsn(NOP);
                            v.visitInsn(RETURN);
                        });
        MonitorDepth depth = new MonitorDepth(new ControlFlow(m));
        assertFalse(depth.heldBefore(Methods.at(m, NOP, 0)));
        assertFalse(depth.heldBefore(Methods.at(m, MONITORENTER)));
        assertTrue(depth.heldBefore(Methods.at(m, NOP, 1)));
        assertTrue(depth.heldBefore(Methods.at(m, MONITOREXIT)));
        assertFalse(depth.heldBefore(Methods.at(m, NOP, 2)));
    }

    @Test
    void wherePathsDisagreeTheMonitorCountsAsHeld() {
        Label join = new Label();
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;I)V",
                        v -> {
                            v.visitVarInsn(ILOAD, 1);
                            v.visitJumpInsn(IFEQ, join);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitLabel(join);
                            v.visitInsn(NOP);
                            v.visitInsn(RETURN);
                        });
        assertTrue(new MonitorDepth(new ControlFlow(m)).heldBefore(Methods.at(m, NOP)));
    }

    @Test
    void typesBeforeACallAreOneEntryAValue() {
        MethodNode m =
                Methods.method(
                        "(JLjava/lang/String;)V",
                        v -> {
                            v.visitVarInsn(LLOAD, 0);
                            v.visitVarInsn(ALOAD, 2);
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitInsn(POP);
                            v.visitInsn(POP2);
                            v.visitInsn(RETURN);
                        });
        TypeState state = new TypeFlow("A", m).at(Methods.at(m, INVOKESTATIC));
        assertEquals(List.of(LONG, "java/lang/String", INTEGER), state.stack());
        assertEquals(List.of(LONG, TOP, "java/lang/String"), state.locals());
    }

    @Test
    void deadCodeHasNoTypes() {
        MethodNode m =
                Methods.method(
                        "()V",
                        v -> {
                            v.visitInsn(RETURN);
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitInsn(RETURN);
                        });
        assertNull(new TypeFlow("A", m).at(Methods.at(m, INVOKESTATIC)));
    }

    @Test
    void pointsAreNumberedAndCallsInMonitorsArePinned() {
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;)V",
                        v -> {
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITOREXIT);
                            v.visitInsn(RETURN);
                        });
        MethodAnalysis analysis = new MethodAnalysis("A", m, call -> true);
        assertEquals(1, analysis.points().size());
        assertEquals(1, analysis.points().get(0).number());
        assertEquals(bits(0), analysis.points().get(0).live());
        assertEquals(List.of(0), analysis.pinnedLines());
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int b : set) {
            bits.set(b);
        }
        return bits;
    }
}
