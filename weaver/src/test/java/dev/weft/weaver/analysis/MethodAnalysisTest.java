package dev.weft.weaver.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What emission is told of a method. */
@Timeout(60)
class MethodAnalysisTest {
    private static final Object[] NONE = {};
    private static final Object[] INT = {INTEGER};

    private static void leaf(MethodNode m) {
        m.visitMethodInsn(INVOKESTATIC, "A", "leaf", "(I)V", false);
    }

    /** {@code do leaf(n) while (n != 0)}, n in 0; the header has a frame with that stack. */
    private static MethodNode loop(Object... stack) {
        Label header = new Label();
        return Methods.method(
                "(I)V",
                m -> {
                    for (Object type : stack) {
                        m.visitTypeInsn(NEW, "B");
                    }
                    m.visitLabel(header);
                    m.visitLineNumber(7, header);
                    m.visitFrame(F_NEW, 1, INT, stack.length, stack);
                    m.visitVarInsn(ILOAD, 0);
                    leaf(m);
                    m.visitVarInsn(ILOAD, 0);
                    m.visitJumpInsn(IFNE, header);
                    m.visitInsn(RETURN);
                });
    }

    private static MethodAnalysis analysis(MethodNode m) {
        return new MethodAnalysis("A", m, call -> true);
    }

    @Test
    void aPointKnowsItsCallLineTypesAndHeaders() {
        MethodNode m = loop();
        MethodAnalysis analysis = analysis(m);
        SuspensionPoint point = analysis.points().get(0);
        assertEquals(Methods.at(m, INVOKESTATIC), point.index());
        assertSame(m.instructions.get(point.index()), point.call());
        assertEquals(List.of(INTEGER), point.before().stack());
        assertEquals(7, point.line());
        assertEquals(List.of(Methods.at(m, ILOAD) - 1), point.headers());
        assertTrue(analysis.pinned().isEmpty());
        assertSame(point.before(), analysis.types().at(point.index()));
        assertEquals(point.live(), analysis.liveness().across(point.index()));
        assertEquals(m.instructions.size(), analysis.flow().size());
    }

    /** Dummies can't stand for an object that is not initialised: the loop is not entered. */
    @Test
    void aHeaderWithAnUninitialisedObjectIsNotEntered() {
        Label created = new Label();
        assertEquals(List.of(), analysis(loop(created)).points().get(0).headers());
        assertEquals(1, analysis(loop("B")).points().get(0).headers().size());
        assertTrue(TypeFlow.isUninitialised(created));
        assertTrue(TypeFlow.isUninitialised(UNINITIALIZED_THIS));
        assertFalse(TypeFlow.isUninitialised("B"));
    }

    @Test
    void aHeaderWithAnUninitialisedLocalIsNotEntered() {
        Label header = new Label();
        Label created = new Label();
        Object[] locals = {INTEGER, created};
        MethodNode m =
                Methods.method(
                        "(I)V",
                        v -> {
                            v.visitLabel(created);
                            v.visitTypeInsn(NEW, "B");
                            v.visitVarInsn(ASTORE, 1);
                            v.visitLabel(header);
                            v.visitFrame(F_NEW, 2, locals, 0, NONE);
                            v.visitVarInsn(ILOAD, 0);
                            leaf(v);
                            v.visitJumpInsn(GOTO, header);
                        });
        assertEquals(List.of(), analysis(m).points().get(0).headers());
    }

    @Test
    void theFrameOfALabelIsTheOneBeforeTheNextInstruction() {
        Label with = new Label();
        Label without = new Label();
        Label last = new Label();
        MethodNode m =
                Methods.method(
                        "()V",
                        v -> {
                            v.visitLabel(without);
                            v.visitInsn(NOP);
                            v.visitLabel(with);
                            v.visitFrame(F_NEW, 0, NONE, 0, NONE);
                            v.visitInsn(RETURN);
                            v.visitLabel(last);
                        });
        MethodAnalysis analysis = analysis(m);
        assertEquals(-1, analysis.frameAt(Methods.at(m, without)));
        assertEquals(Methods.at(m, with) + 1, analysis.frameAt(Methods.at(m, with)));
        assertEquals(-1, analysis.frameAt(Methods.at(m, last)));
    }

    @Test
    void operandsBelowACallAreNotItsReceiverAndArguments() {
        MethodNode m =
                Methods.method(
                        "(ILjava/lang/String;J)V",
                        v -> {
                            v.visitVarInsn(LLOAD, 2);
                            v.visitVarInsn(ALOAD, 1);
                            v.visitVarInsn(ILOAD, 0);
                            v.visitMethodInsn(INVOKEVIRTUAL, "A", "virtual", "(I)V", false);
                            v.visitVarInsn(ILOAD, 0);
                            leaf(v);
                            v.visitInsn(POP2);
                            v.visitInsn(RETURN);
                        });
        List<SuspensionPoint> points = analysis(m).points();
        assertEquals(List.of(LONG), MethodAnalysis.operandsBelow(points.get(0)));
        assertEquals(List.of(LONG), MethodAnalysis.operandsBelow(points.get(1)));
        assertEquals(2, points.get(1).number());
    }

    @Test
    void pinnedCallsAreListedAndOthersAreNotPoints() {
        MethodNode m =
                Methods.method(
                        "(Ljava/lang/Object;)V",
                        v -> {
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITORENTER);
                            v.visitInsn(ICONST_1);
                            leaf(v);
                            v.visitMethodInsn(INVOKESTATIC, "A", "plain", "()V", false);
                            v.visitVarInsn(ALOAD, 0);
                            v.visitInsn(MONITOREXIT);
                            v.visitInsn(RETURN);
                        });
        MethodAnalysis analysis = new MethodAnalysis("A", m, call -> call.name.equals("leaf"));
        MethodInsnNode call = (MethodInsnNode) m.instructions.get(Methods.at(m, INVOKESTATIC));
        assertEquals(List.of(call), analysis.pinned());
        assertEquals(List.of(), analysis.points());
    }
}
