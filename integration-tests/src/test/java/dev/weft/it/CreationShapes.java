package dev.weft.it;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Objects under construction, copied about in ways that javac does not, while an argument suspends.
 */
final class CreationShapes {
    private static final Type BUILDER = Type.getObjectType("java/lang/StringBuilder");
    private static final String WITH_TEXT = "(Ljava/lang/String;)V";

    private CreationShapes() {}

    static void all(Map<String, Consumer<ShapeBody>> shapes) {
        shapes.put("CopyInLocal", CreationShapes::copyInLocal);
        shapes.put("CopiesDeepOnStack", CreationShapes::copiesOnStack);
        shapes.put("CopiesEverywhere", CreationShapes::copiesEverywhere);
        shapes.put("TwoOfOneClassInReverse", CreationShapes::twoInReverse);
        shapes.put("NeverConstructed", CreationShapes::neverConstructed);
        shapes.put("OnlyCopyInLocal", CreationShapes::onlyInLocal);
        shapes.put("ConstructedBehindHandler", CreationShapes::behindHandler);
        shapes.put("ConstructedInBranches", CreationShapes::inBranches);
        shapes.put("LoopUnderConstruction", CreationShapes::loop);
        shapes.put("SameCreationInLoop", CreationShapes::creationInLoop);
        shapes.put("MovedByStackInstructions", CreationShapes::moved);
    }

    private static ShapeBody begin(ShapeBody b) {
        b.anew(BUILDER);
        return b;
    }

    private static ShapeBody text(ShapeBody b, String text) {
        b.aconst(text);
        return b.leaf('L');
    }

    private static ShapeBody construct(ShapeBody b) {
        b.invokespecial(BUILDER.getInternalName(), "<init>", WITH_TEXT, false);
        return b;
    }

    /** {@code builder → }. */
    private static ShapeBody show(ShapeBody b) {
        b.invokevirtual(BUILDER.getInternalName(), "toString", "()Ljava/lang/String;", false);
        return b.log('A');
    }

    private static void copyInLocal(ShapeBody b) {
        begin(b).op(Opcodes.DUP).store(1, 'A');
        construct(text(b, "a"));
        show(b.v().load(1, 'A')).end();
    }

    private static void copiesOnStack(ShapeBody b) {
        begin(b).op(Opcodes.DUP, Opcodes.DUP)
                .push('J', 1)
                .op(Opcodes.DUP2_X1, Opcodes.POP2)
                .push('F', 2);
        b.op(Opcodes.SWAP);
        construct(text(b, "b")).v().log('F').log('J');
        b.op(Opcodes.SWAP);
        show(b).v();
        b.log('A');
        b.end();
    }

    private static void copiesEverywhere(ShapeBody b) {
        begin(b).op(Opcodes.DUP, Opcodes.DUP, Opcodes.DUP).store(5, 'A').store(3, 'A');
        b.push('D', 1).store(1, 'D').op(Opcodes.DUP).v();
        construct(text(b, "c"));
        b.load(5, 'A').load(3, 'A').v();
        Label same = new Label();
        b.jump(Opcodes.IF_ACMPEQ, same).event("different").at(same);
        show(b.v());
        b.load(1, 'D').log('D');
        show(b.load(5, 'A')).end();
    }

    private static void twoInReverse(ShapeBody b) {
        begin(b).store(1, 'A');
        begin(b).store(2, 'A');
        b.load(2, 'A').v();
        construct(text(b, "second"));
        b.load(1, 'A').v();
        construct(text(b, "first"));
        show(b.v().load(1, 'A'));
        show(b.v().load(2, 'A')).end();
    }

    private static void neverConstructed(ShapeBody b) {
        begin(b).v().op(Opcodes.POP);
        begin(b).store(1, 'A').v();
        begin(b).op(Opcodes.DUP).v().op(Opcodes.POP2).v().end();
    }

    private static void onlyInLocal(ShapeBody b) {
        begin(b).store(1, 'A').v();
        construct(text(b.load(1, 'A'), "d"));
        b.v();
        show(b.load(1, 'A').v()).end();
    }

    private static void behindHandler(ShapeBody b) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label join = new Label();
        b.visitTryCatchBlock(start, end, handler, "java/lang/IllegalStateException");
        begin(b).store(1, 'A');
        b.at(start).fail("thrown").at(end).jump(Opcodes.GOTO, join);
        b.at(handler).log('A').v().at(join);
        construct(text(b.load(1, 'A'), "e"));
        show(b.load(1, 'A').v()).end();
    }

    private static void inBranches(ShapeBody b) {
        Label other = new Label();
        Label join = new Label();
        begin(b).op(Opcodes.DUP, Opcodes.DUP).store(1, 'A').v();
        b.push('I', 0).leaf('I').jump(Opcodes.IFGT, other);
        construct(text(b, "never"));
        b.jump(Opcodes.GOTO, join).at(other);
        construct(text(b, "f"));
        b.at(join).v();
        show(b);
        show(b.load(1, 'A')).end();
    }

    private static void loop(ShapeBody b) {
        Label head = new Label();
        Label done = new Label();
        b.op(Opcodes.ICONST_3).store(2, 'I');
        begin(b).op(Opcodes.DUP).store(1, 'A');
        b.at(head).load(2, 'I').leaf('I').jump(Opcodes.IFEQ, done).event("round");
        b.iinc(2, -1);
        b.jump(Opcodes.GOTO, head).at(done);
        construct(text(b, "g"));
        show(b.load(1, 'A')).end();
    }

    private static void creationInLoop(ShapeBody b) {
        Label head = new Label();
        b.op(Opcodes.ICONST_3).store(2, 'I').op(Opcodes.ACONST_NULL).store(1, 'A').at(head);
        begin(b).op(Opcodes.DUP).load(1, 'A').v().log('A');
        construct(text(b, "h"));
        b.store(1, 'A');
        b.iinc(2, -1);
        b.load(2, 'I').jump(Opcodes.IFNE, head).load(1, 'A').v().log('A').end();
    }

    private static void moved(ShapeBody b) {
        b.push('I', 1);
        begin(b).op(Opcodes.DUP_X1, Opcodes.SWAP).v().op(Opcodes.SWAP, Opcodes.DUP_X1).v();
        construct(text(b, "i"));
        b.v().log('I');
        show(b).end();
    }
}
