package dev.weft.weaver.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which operands are known to be constants at a call, after each kind of instruction. */
@Timeout(60)
class ConstantOperandsTest {
    private static final Handle BOOTSTRAP = new Handle(H_INVOKESTATIC, "B", "b", "()V", false);

    /** Code, and what is known of the operands behind it: a constant, or null. */
    private final Map<String, Runnable> cases = new LinkedHashMap<>();

    private void expect(String name, Consumer<MethodNode> code, Object... known) {
        cases.put(name, () -> assertEquals(Arrays.asList(known), constants(code)));
    }

    /** The constants before a call behind the code, deepest first; locals 0 to 3 are I A J A. */
    private static List<Object> constants(Consumer<MethodNode> code) {
        MethodNode m =
                Methods.method(
                        "(ILjava/lang/Object;J[I)V",
                        v -> {
                            code.accept(v);
                            v.visitMethodInsn(INVOKESTATIC, "A", "leaf", "()V", false);
                            v.visitInsn(RETURN);
                        });
        int calls = 0;
        for (AbstractInsnNode insn : m.instructions) {
            calls += insn.getOpcode() == INVOKESTATIC ? 1 : 0;
        }
        TypeState state = new TypeFlow("A", m).at(Methods.at(m, INVOKESTATIC, calls - 1));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < state.stack().size(); i++) {
            values.add(value(state.constant(i)));
        }
        return values;
    }

    private static Object value(AbstractInsnNode insn) {
        if (insn instanceof LdcInsnNode) {
            return ((LdcInsnNode) insn).cst;
        } else if (insn instanceof IntInsnNode) {
            return ((IntInsnNode) insn).operand;
        }
        return insn == null ? null : insn.getOpcode() - ICONST_0;
    }

    /** Pushes "a", then "b", and so on: what shows how deep an instruction reaches. */
    private static MethodNode deep(MethodNode m, int count) {
        for (int i = 0; i < count; i++) {
            m.visitLdcInsn(String.valueOf((char) ('a' + i)));
        }
        return m;
    }

    @TestFactory
    Stream<DynamicTest> whatIsKnown() {
        pushed();
        calls();
        fields();
        locals();
        takeTwo();
        takeMore();
        return cases.entrySet().stream().map(c -> dynamicTest(c.getKey(), c.getValue()::run));
    }

    private void pushed() {
        expect(
                "constants of every kind",
                m -> {
                    m.visitInsn(ICONST_M1);
                    m.visitInsn(ICONST_5);
                    m.visitLdcInsn(2L);
                    m.visitIntInsn(BIPUSH, 7);
                    m.visitLdcInsn(0.5);
                    m.visitLdcInsn("x");
                    m.visitIntInsn(SIPUSH, 700);
                    m.visitLdcInsn(1.5f);
                },
                -1,
                5,
                2L,
                7,
                0.5,
                "x",
                700,
                1.5f);
        expect("null is none", m -> m.visitInsn(ACONST_NULL), (Object) null);
        expect("a class is none", m -> m.visitLdcInsn(Type.getType("LA;")), (Object) null);
        expect(
                "behind what is not known",
                m -> {
                    m.visitVarInsn(ILOAD, 0);
                    m.visitIntInsn(BIPUSH, 9);
                },
                null,
                9);
        expect("nothing is known of one load", m -> m.visitVarInsn(ILOAD, 0), (Object) null);
    }

    private void calls() {
        expect(
                "static call",
                m -> call(deep(m, 2), INVOKESTATIC, "(Ljava/lang/String;)I"),
                "a",
                null);
        expect("no result", m -> call(deep(m, 2), INVOKESTATIC, "(Ljava/lang/String;)V"), "a");
        expect("no arguments", m -> call(deep(m, 1), INVOKESTATIC, "()I"), "a", null);
        expect("receiver", m -> call(deep(m, 3), INVOKEVIRTUAL, "(Ljava/lang/String;)V"), "a");
        expect(
                "receiver and result",
                m -> call(deep(m, 2), INVOKEVIRTUAL, "()Ljava/lang/String;"),
                "a",
                null);
        expect(
                "dynamic call",
                m -> deep(m, 2).visitInvokeDynamicInsn("d", "(Ljava/lang/String;)I", BOOTSTRAP),
                "a",
                null);
        expect(
                "dynamic call without arguments",
                m -> deep(m, 1).visitInvokeDynamicInsn("d", "()I", BOOTSTRAP),
                "a",
                null);
    }

    private static void call(MethodNode m, int opcode, String desc) {
        m.visitMethodInsn(opcode, "A", "other", desc, false);
    }

    private void fields() {
        expect("GETSTATIC", m -> deep(m, 1).visitFieldInsn(GETSTATIC, "A", "f", "I"), "a", null);
        expect("GETFIELD", m -> deep(m, 2).visitFieldInsn(GETFIELD, "A", "f", "I"), "a", null);
        expect("PUTFIELD", m -> deep(m, 4).visitFieldInsn(PUTFIELD, "A", "f", "I"), "a", null);
        expect(
                "PUTFIELD, two slots",
                m -> {
                    deep(m, 2).visitLdcInsn(3L);
                    m.visitFieldInsn(PUTFIELD, "A", "f", "J");
                },
                "a");
    }

    private void locals() {
        expect("ALOAD", m -> deep(m, 1).visitVarInsn(ALOAD, 1), "a", null);
        expect("IINC", m -> deep(m, 1).visitIincInsn(0, 1), "a");
        expect("DUP", m -> deep(m, 2).visitInsn(DUP), "a", "b", null);
        expect("NEW", m -> deep(m, 1).visitTypeInsn(NEW, "B"), "a", null);
        expect("ISTORE", m -> store(m, ICONST_1, ISTORE, 0), "a", null);
        expect("ASTORE", m -> store(m, ACONST_NULL, ASTORE, 1), "a", null);
    }

    private static void store(MethodNode m, int push, int opcode, int slot) {
        deep(m, 2).visitInsn(push);
        m.visitVarInsn(opcode, slot);
    }

    /** Of these it is known that they reach no deeper than two slots. */
    private void takeTwo() {
        expect(
                "IALOAD",
                m -> {
                    deep(m, 1).visitVarInsn(ALOAD, 4);
                    m.visitInsn(ICONST_0);
                    m.visitInsn(IALOAD);
                },
                "a",
                null);
        expect("POP", m -> deep(m, 3).visitInsn(POP), "a", null);
        expect("CHECKCAST", m -> deep(m, 3).visitTypeInsn(CHECKCAST, "C"), "a", null, null);
        expect("I2L", m -> ints(m, 1).visitInsn(I2L), "a", null, null);
        for (int opcode : new int[] {IADD, ISUB, IMUL}) {
            expect("arithmetic " + opcode, m -> ints(m, 2).visitInsn(opcode), "a", "b", null);
        }
        expect("IFEQ", m -> jump(ints(m, 1), IFEQ), "a", null);
        expect("IF_ICMPLT", m -> jump(ints(m, 2), IF_ICMPLT), "a", "b");
        expect("IF_ACMPNE", m -> jump(deep(m, 4), IF_ACMPNE), "a", "b");
    }

    private static MethodNode ints(MethodNode m, int count) {
        deep(m, 2);
        for (int i = 0; i < count; i++) {
            m.visitInsn(ICONST_3);
        }
        return m;
    }

    private static void jump(MethodNode m, int opcode) {
        Label next = new Label();
        m.visitJumpInsn(opcode, next);
        m.visitLabel(next);
    }

    /** All others may reach four slots deep; those that take a value must not seem to leave it. */
    private void takeMore() {
        expect("IASTORE", m -> arrayStore(m), "a", null);
        expect("DUP2", m -> deep(m, 5).visitInsn(DUP2), "a", null, null, null, null, null, null);
        expect("SWAP", m -> deep(m, 5).visitInsn(SWAP), "a", null, null, null, null);
        expect("IDIV", m -> ints(m, 2).visitInsn(IDIV), null, null, null);
        expect("INEG", m -> ints(m, 3).visitInsn(INEG), "a", null, null, null, null);
    }

    private static void arrayStore(MethodNode m) {
        deep(m, 2).visitVarInsn(ALOAD, 4);
        m.visitInsn(ICONST_0);
        m.visitInsn(ICONST_1);
        m.visitInsn(IASTORE);
    }

    /** At a join another path may have pushed something else. */
    @Test
    void nothingIsKnownBehindAFrame() {
        Object[] stack = {"java/lang/String"};
        Object[] locals = {INTEGER, "java/lang/Object", LONG, "[I"};
        assertEquals(
                Arrays.asList((Object) null),
                constants(m -> deep(m, 1).visitFrame(F_NEW, 4, locals, 1, stack)));
    }
}
