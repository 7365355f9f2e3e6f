package dev.weft.it;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Exception ranges that javac does not write. */
final class HandlerShapes {
    private static final String ISE = "java/lang/IllegalStateException";

    private HandlerShapes() {}

    static void all(Map<String, Consumer<ShapeBody>> shapes) {
        shapes.put("HandlerCoversItself", HandlerShapes::coversItself);
        shapes.put("RangeIsOnlyTheCall", HandlerShapes::exactly);
        shapes.put("RangeStartsBehindTheCall", HandlerShapes::behindCall);
        shapes.put("RangeEndsBeforeTheCall", HandlerShapes::beforeCall);
        shapes.put("DuplicatedRanges", HandlerShapes::duplicated);
        shapes.put("OverlappingRanges", HandlerShapes::overlapping);
        shapes.put("HandlerInsideItsRange", HandlerShapes::insideRange);
        shapes.put("HandlerBeforeRange", HandlerShapes::beforeRange);
        shapes.put("HandlerSharedByTwoRanges", HandlerShapes::shared);
        shapes.put("RangeWithoutThrowingCode", HandlerShapes::harmless);
        shapes.put("SlotsDifferWithinRange", HandlerShapes::slotsDiffer);
        shapes.put("OperandsLostOnThrow", HandlerShapes::operandsLost);
        shapes.put("FinallyByHand", HandlerShapes::finallyByHand);
    }

    /** Its first two throws are caught by itself. */
    private static void coversItself(ShapeBody b) {
        Label start = new Label();
        Label handler = new Label();
        Label end = new Label();
        Label out = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.op(Opcodes.ICONST_3).store(1, 'I');
        b.at(start).fail("body").jump(Opcodes.GOTO, out).at(handler).log('A');
        b.iinc(1, -1);
        b.load(1, 'I')
                .leaf('I')
                .jump(Opcodes.IFEQ, out)
                .fail("handler")
                .jump(Opcodes.GOTO, out)
                .at(end);
        b.at(out).v().load(1, 'I').log('I').end();
    }

    private static void exactly(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label out = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.anew(org.objectweb.asm.Type.getObjectType(ISE));
        b.op(Opcodes.DUP);
        b.invokespecial(ISE, "<init>", "()V", false);
        b.at(start);
        b.invokestatic(
                "dev/weft/it/SuspendingCall", "fail", "(Ljava/lang/RuntimeException;)I", false);
        b.at(end).log('I').jump(Opcodes.GOTO, out).at(handler).v().log('A').at(out).end();
    }

    /** The exception passes by the range that starts at the next instruction. */
    private static void behindCall(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.v();
        b.anew(org.objectweb.asm.Type.getObjectType(ISE));
        b.op(Opcodes.DUP);
        b.invokespecial(ISE, "<init>", "()V", false);
        b.invokestatic(
                "dev/weft/it/SuspendingCall", "fail", "(Ljava/lang/RuntimeException;)I", false);
        b.at(start).log('I').at(end).end();
        b.at(handler).event("WRONG").op(Opcodes.POP).end();
    }

    private static void beforeCall(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.anew(org.objectweb.asm.Type.getObjectType(ISE));
        b.op(Opcodes.DUP);
        b.invokespecial(ISE, "<init>", "()V", false);
        b.at(start).v().at(end);
        b.invokestatic(
                "dev/weft/it/SuspendingCall", "fail", "(Ljava/lang/RuntimeException;)I", false);
        b.log('I').end();
        b.at(handler).event("WRONG").op(Opcodes.POP).end();
    }

    private static void duplicated(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label first = new Label();
        Label second = new Label();
        for (Label handler : new Label[] {first, first, second}) {
            b.visitTryCatchBlock(start, end, handler, ISE);
        }
        b.at(start).v().fail("once").at(end).end();
        b.at(first).v().log('A').end();
        b.at(second).event("WRONG").op(Opcodes.POP).end();
    }

    private static void overlapping(ShapeBody b) {
        Label[] l = {new Label(), new Label(), new Label(), new Label()};
        Label narrow = new Label();
        Label wide = new Label();
        Label out = new Label();
        b.visitTryCatchBlock(l[0], l[2], narrow, "java/lang/ArithmeticException");
        b.visitTryCatchBlock(l[1], l[3], wide, "java/lang/RuntimeException");
        b.op(Opcodes.ICONST_0).store(1, 'I');
        b.at(l[0])
                .v()
                .at(l[1])
                .op(Opcodes.ICONST_1)
                .push('I', 0)
                .push('I', 0)
                .op(Opcodes.ISUB)
                .leaf('I');
        b.op(Opcodes.IDIV, Opcodes.POP).at(l[2]).fail("late").at(l[3]).jump(Opcodes.GOTO, out);
        b.at(narrow).v().log('A').event("narrow");
        b.iinc(1, 1);
        b.load(1, 'I').op(Opcodes.ICONST_1).jump(Opcodes.IF_ICMPEQ, l[2]).jump(Opcodes.GOTO, out);
        b.at(wide).v().log('A').event("wide").at(out).v().end();
    }

    private static void insideRange(ShapeBody b) {
        Label start = new Label();
        Label handler = new Label();
        Label end = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.op(Opcodes.ICONST_2).store(1, 'I').op(Opcodes.ACONST_NULL);
        b.at(start).at(handler).v().log('A');
        b.iinc(1, -1);
        Label out = new Label();
        b.load(1, 'I').jump(Opcodes.IFLT, out).fail("again").at(end).at(out).v().end();
    }

    private static void beforeRange(ShapeBody b) {
        Label start = new Label();
        Label handler = new Label();
        Label end = new Label();
        b.visitTryCatchBlock(start, end, handler, null);
        b.push('J', 4).store(1, 'J').jump(Opcodes.GOTO, start);
        b.at(handler).v().log('A').load(1, 'J').log('J').end();
        b.at(start).v().fail("back").at(end).end();
    }

    private static void shared(ShapeBody b) {
        Label[] l = {new Label(), new Label(), new Label(), new Label()};
        Label handler = new Label();
        b.visitTryCatchBlock(l[0], l[1], handler, ISE);
        b.visitTryCatchBlock(l[2], l[3], handler, null);
        b.op(Opcodes.ICONST_0).store(1, 'I');
        b.at(l[0]).fail("one").at(l[1]).v();
        b.at(l[2]).v().fail("two").at(l[3]).end();
        b.at(handler).v().log('A');
        b.iinc(1, 1);
        b.load(1, 'I').op(Opcodes.ICONST_1).jump(Opcodes.IF_ICMPEQ, l[2]).end();
    }

    private static void harmless(ShapeBody b) {
        Label[] l = {new Label(), new Label(), new Label(), new Label()};
        Label handler = new Label();
        b.visitTryCatchBlock(l[0], l[1], handler, null);
        b.visitTryCatchBlock(l[2], l[3], handler, null);
        b.at(l[0])
                .op(Opcodes.NOP)
                .at(l[1])
                .v()
                .push('I', 1)
                .at(l[2])
                .op(Opcodes.NOP)
                .at(l[3])
                .leaf('I')
                .log('I')
                .end();
        b.at(handler).v().op(Opcodes.POP).end();
    }

    private static void slotsDiffer(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.push('A', 1).store(3, 'A').push('I', 1).store(1, 'I');
        b.at(start)
                .v()
                .push('F', 2)
                .store(1, 'F')
                .v()
                .push('J', 3)
                .store(1, 'J')
                .v()
                .fail("x")
                .at(end);
        b.load(1, 'J').log('J').end();
        b.at(handler).v().log('A').load(3, 'A').leaf('A').log('A').end();
    }

    private static void operandsLost(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.push('J', 1)
                .push('A', 1)
                .at(start)
                .push('D', 1)
                .v()
                .fail("x")
                .at(end)
                .log('D')
                .log('A')
                .log('J')
                .end();
        b.at(handler).push('I', 4).v().log('I').log('A').end();
    }

    private static void finallyByHand(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label any = new Label();
        Label afterCatch = new Label();
        b.visitTryCatchBlock(start, end, handler, ISE);
        b.visitTryCatchBlock(start, afterCatch, any, null);
        b.at(start).v().fail("first").at(end).end();
        b.at(handler).v().log('A').fail("second").at(afterCatch).end();
        b.at(any).store(1, 'A').v().event("finally").load(1, 'A').leaf('A');
        b.checkcast(org.objectweb.asm.Type.getObjectType("java/lang/Throwable"));
        b.log('A').load(1, 'A');
        b.athrow();
    }
}
