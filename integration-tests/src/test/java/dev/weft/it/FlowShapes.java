package dev.weft.it;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Control flow that no structured language has, and other shapes of whole methods. */
final class FlowShapes {
    private FlowShapes() {}

    static void all(Map<String, Consumer<ShapeBody>> shapes) {
        shapes.put("IrreducibleLoop", b -> irreducible(b, 0));
        shapes.put("IrreducibleLoopOtherEntry", b -> irreducible(b, 1));
        shapes.put("SwitchIntoLoopBody", FlowShapes::switchIntoLoop);
        shapes.put("LoopToFirstInstruction", FlowShapes::loopToStart);
        shapes.put("OperandsAcrossLoopHeader", FlowShapes::operandsAcrossHeader);
        shapes.put("OperandsAcrossNestedHeaders", FlowShapes::operandsAcrossNested);
        shapes.put("OperandsAtSwitch", FlowShapes::operandsAtSwitch);
        shapes.put("BackwardJumpsOnly", FlowShapes::backwards);
        shapes.put("LoopsSharingAHeader", FlowShapes::sharedHeader);
        shapes.put("ConcatenationBetween", FlowShapes::indy);
        shapes.put("WrongLocalVariableTable", FlowShapes::wrongTable);
        shapes.put("ThreeHundredPoints", FlowShapes::manyPoints);
        shapes.put(
                "CallsBehindEachOther",
                b -> b.push('I', 1).leaf('I').leaf('I').leaf('I').leaf('I').log('I').end());
    }

    private static void irreducible(ShapeBody b, int entry) {
        Label middle = new Label();
        Label top = new Label();
        b.op(Opcodes.ICONST_4).store(1, 'I').push('J', 9).store(2, 'J');
        b.iconst(entry);
        b.leaf('I').jump(Opcodes.IFNE, middle);
        b.at(top).event("top").load(1, 'I').leaf('I').log('I').v();
        b.at(middle).event("middle").v();
        b.iinc(1, -1);
        b.load(2, 'J').leaf('J').op(Opcodes.LCONST_1, Opcodes.LADD).store(2, 'J');
        b.load(1, 'I').jump(Opcodes.IFGT, top).load(2, 'J').log('J').end();
    }

    private static void switchIntoLoop(ShapeBody b) {
        Label[] into = {new Label(), new Label(), new Label()};
        Label out = new Label();
        b.op(Opcodes.ICONST_0).store(1, 'I');
        Label next = new Label();
        b.at(next).load(1, 'I').leaf('I');
        b.tableswitch(0, 2, out, into);
        for (int i = 0; i < 3; i++) {
            b.at(into[i]).v().event("case" + i);
            b.iinc(1, 1);
        }
        b.load(1, 'I').op(Opcodes.ICONST_5).jump(Opcodes.IF_ICMPLT, into[1]);
        b.iinc(1, -5);
        b.load(1, 'I')
                .log('I')
                .load(1, 'I')
                .op(Opcodes.ICONST_2)
                .jump(Opcodes.IF_ICMPEQ, next)
                .at(out)
                .v()
                .end();
    }

    /** The method's very first instruction is a loop's header. */
    private static void loopToStart(ShapeBody b) {
        Label start = new Label();
        b.at(start).push('A', 0).leaf('A').log('A').v();
        b.invokestatic("dev/weft/it/Rounds", "more", "()Z", false);
        b.jump(Opcodes.IFNE, start).end();
    }

    private static void operandsAcrossHeader(ShapeBody b) {
        Label head = new Label();
        b.op(Opcodes.ICONST_3).store(1, 'I').push('A', 1).push('J', 2).op(Opcodes.ICONST_0);
        b.at(head).load(1, 'I').leaf('I').op(Opcodes.IADD).v();
        b.iinc(1, -1);
        b.load(1, 'I').leaf('I').jump(Opcodes.IFGT, head).v().log('I').log('J').log('A').end();
    }

    private static void operandsAcrossNested(ShapeBody b) {
        Label outer = new Label();
        Label inner = new Label();
        b.op(Opcodes.ICONST_3).store(1, 'I').push('D', 1).at(outer).v();
        b.load(1, 'I')
                .store(2, 'I')
                .push('F', 3)
                .at(inner)
                .v()
                .op(Opcodes.FCONST_2, Opcodes.FMUL)
                .leaf('F');
        b.iinc(2, -1);
        b.load(2, 'I')
                .jump(Opcodes.IFGT, inner)
                .log('F')
                .op(Opcodes.DCONST_1, Opcodes.DADD)
                .leaf('D');
        b.iinc(1, -1);
        b.load(1, 'I').jump(Opcodes.IFGT, outer).v().log('D').end();
    }

    private static void operandsAtSwitch(ShapeBody b) {
        Label[] cases = {new Label(), new Label()};
        Label join = new Label();
        b.push('J', 1).push('A', 2).op(Opcodes.ICONST_1).leaf('I');
        b.tableswitch(0, 1, join, cases);
        b.at(cases[0]).op(Opcodes.POP).push('A', 3).v().jump(Opcodes.GOTO, join);
        b.at(cases[1]).leaf('A').v().at(join).v().log('A').log('J').end();
    }

    private static void backwards(ShapeBody b) {
        Label[] l = {new Label(), new Label(), new Label()};
        b.jump(Opcodes.GOTO, l[2]);
        b.at(l[0]).v().load(1, 'I').log('I').end();
        b.at(l[1])
                .load(1, 'I')
                .leaf('I')
                .op(Opcodes.ICONST_1, Opcodes.IADD)
                .store(1, 'I')
                .jump(Opcodes.GOTO, l[0]);
        b.at(l[2]).push('I', 1).leaf('I').store(1, 'I').v().jump(Opcodes.GOTO, l[1]);
    }

    private static void sharedHeader(ShapeBody b) {
        Label head = new Label();
        Label out = new Label();
        b.op(Opcodes.ICONST_0).store(1, 'I').at(head).v();
        b.iinc(1, 1);
        b.load(1, 'I')
                .leaf('I')
                .op(Opcodes.ICONST_1, Opcodes.IAND)
                .jump(Opcodes.IFEQ, head)
                .event("odd")
                .v();
        b.load(1, 'I').op(Opcodes.ICONST_5).jump(Opcodes.IF_ICMPLT, head);
        b.load(1, 'I').leaf('I').log('I').at(out).end();
    }

    private static void indy(ShapeBody b) {
        b.push('J', 1).push('A', 1);
        b.checkcast(org.objectweb.asm.Type.getObjectType("java/lang/String"));
        b.push('I', 2).leaf('I').push('A', 3).leaf('L').v();
        String factory = "java/lang/invoke/StringConcatFactory";
        String descriptor =
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                        + "Ljava/lang/invoke/CallSite;";
        Handle bootstrap =
                new Handle(Opcodes.H_INVOKESTATIC, factory, "makeConcat", descriptor, false);
        b.visitInvokeDynamicInsn(
                "x", "(Ljava/lang/String;ILjava/lang/String;)Ljava/lang/String;", bootstrap);
        b.leaf('L').log('A').log('J').end();
    }

    /** Ranges and types that have nothing to do with the code. */
    private static void wrongTable(ShapeBody b) {
        Label start = new Label();
        Label middle = new Label();
        Label end = new Label();
        b.at(start)
                .push('J', 1)
                .store(1, 'J')
                .v()
                .at(middle)
                .load(1, 'J')
                .v()
                .log('J')
                .v()
                .at(end)
                .end();
        b.visitLocalVariable("wrong", "Ljava/util/List;", null, start, middle, 1);
        b.visitLocalVariable("worse", "[[D", "TT;", middle, end, 1);
        b.visitLocalVariable("none", "F", null, start, end, 0);
    }

    private static void manyPoints(ShapeBody b) {
        b.push('J', 1).store(1, 'J');
        for (int i = 0; i < 300; i++) {
            b.load(1, 'J').leaf('J').op(Opcodes.LCONST_1, Opcodes.LADD).store(1, 'J');
        }
        b.load(1, 'J').log('J').end();
    }
}
