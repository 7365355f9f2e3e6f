package dev.weft.it;

import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/**
 * Operands under a suspending call, moved about by the stack instructions, and values in odd slots.
 */
final class OperandShapes {
    private static final String MIXED = "IJFDA";

    private OperandShapes() {}

    static void all(Map<String, Consumer<ShapeBody>> shapes) {
        moves(shapes);
        shapes.put("DeepMixedOperands", OperandShapes::deep);
        shapes.put("NullTypedValues", OperandShapes::nulls);
        shapes.put("SlotsReusedWithOtherTypes", OperandShapes::reuse);
        shapes.put("HalfOfALongOverwritten", OperandShapes::halves);
        shapes.put("WideSlots", OperandShapes::wide);
        shapes.put("ExactFloatingPointBits", OperandShapes::bits);
        shapes.put("ArraysOfArrays", OperandShapes::arrays);
    }

    /** Every form of every stack instruction: types before and after, deepest first. */
    private static void moves(Map<String, Consumer<ShapeBody>> shapes) {
        move(shapes, "Dup", Opcodes.DUP, "I>II", "F>FF", "A>AA");
        move(shapes, "DupX1", Opcodes.DUP_X1, "II>III", "AF>FAF", "IA>AIA");
        move(shapes, "DupX2", Opcodes.DUP_X2, "III>IIII", "AIF>FAIF", "JI>IJI", "DA>ADA");
        move(shapes, "Dup2", Opcodes.DUP2, "II>IIII", "AF>AFAF", "J>JJ", "D>DD");
        move(shapes, "Dup2X1", Opcodes.DUP2_X1, "IAF>AFIAF", "IJ>JIJ", "AD>DAD");
        move(shapes, "Dup2X2", Opcodes.DUP2_X2, "IAFI>FIIAFI", "AIJ>JAIJ", "DAI>AIDAI", "JD>DJD");
        move(shapes, "Swap", Opcodes.SWAP, "IF>FI", "AI>IA");
        move(shapes, "Pop", Opcodes.POP, "JI>J", "IA>I");
        move(shapes, "Pop2", Opcodes.POP2, "IAF>I", "AJ>A");
    }

    private static void move(
            Map<String, Consumer<ShapeBody>> shapes, String name, int opcode, String... forms) {
        for (String form : forms) {
            String before = form.substring(0, form.indexOf('>'));
            String after = form.substring(form.indexOf('>') + 1);
            shapes.put(name + "_" + before, b -> move(b, opcode, before, after));
        }
    }

    private static void move(ShapeBody b, int opcode, String before, String after) {
        b.push('J', 77);
        for (int i = 0; i < before.length(); i++) {
            b.push(before.charAt(i), i).leaf(before.charAt(i));
        }
        b.v().op(opcode).v();
        for (int i = after.length() - 1; i >= 0; i--) {
            b.leaf(after.charAt(i)).log(after.charAt(i)).v();
        }
        b.log('J').end();
    }

    private static void deep(ShapeBody b) {
        for (int i = 0; i < 40; i++) {
            b.push(MIXED.charAt(i % 5), i).leaf(MIXED.charAt(i % 5));
        }
        b.v();
        for (int i = 39; i >= 0; i--) {
            if (i % 7 == 0) {
                b.v();
            }
            b.log(MIXED.charAt(i % 5));
        }
        b.end();
    }

    private static void nulls(ShapeBody b) {
        b.op(Opcodes.ACONST_NULL).store(0, 'A').op(Opcodes.ACONST_NULL, Opcodes.ACONST_NULL).v();
        b.load(0, 'A').log('A').leaf('L').log('A').leaf('A').log('A');
        b.op(Opcodes.ACONST_NULL).v().op(Opcodes.DUP).store(1, 'A').v().log('A');
        b.load(1, 'A').end();
    }

    private static void reuse(ShapeBody b) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5; i++) {
                char kind = MIXED.charAt(i);
                b.push(kind, i)
                        .store(1, kind)
                        .v()
                        .load(1, kind)
                        .v()
                        .log(kind)
                        .load(1, kind)
                        .leaf(kind)
                        .log(kind);
            }
        }
        b.end();
    }

    private static void halves(ShapeBody b) {
        b.push('J', 1).store(1, 'J').v().push('I', 2).store(2, 'I').v();
        b.load(2, 'I')
                .log('I')
                .push('D', 3)
                .store(0, 'D')
                .v()
                .load(0, 'D')
                .log('D')
                .load(2, 'I')
                .leaf('I')
                .log('I');
        b.push('J', 4).store(1, 'J').v().load(1, 'J').leaf('J').log('J').end();
    }

    private static void wide(ShapeBody b) {
        int[] slots = {254, 257, 300, 1000, 4000};
        for (int i = 0; i < 5; i++) {
            b.push(MIXED.charAt(i), i).store(slots[i], MIXED.charAt(i));
        }
        b.v();
        b.iinc(254, 30000);
        b.v();
        for (int i = 0; i < 5; i++) {
            b.load(slots[i], MIXED.charAt(i)).leaf(MIXED.charAt(i)).log(MIXED.charAt(i));
        }
        b.end();
    }

    private static void bits(ShapeBody b) {
        int[] floats = {0x80000000, 0x7fc00001, 0xffc12345, 0x7f800000, 1};
        long[] doubles = {
            1L << 63, 0x7ff8000000000001L, 0xfff8123456789abcL, 0xfff0000000000000L, 1
        };
        for (int i = 0; i < floats.length; i++) {
            b.iconst(floats[i]);
            b.invokestatic("java/lang/Float", "intBitsToFloat", "(I)F", false);
            b.op(Opcodes.DUP).store(1, 'F');
            b.lconst(doubles[i]);
            b.invokestatic("java/lang/Double", "longBitsToDouble", "(J)D", false);
            b.op(Opcodes.DUP2).store(2, 'D');
            b.v().leaf('D').log('D').leaf('F').log('F').load(1, 'F').log('F').load(2, 'D').log('D');
        }
        b.end();
    }

    private static void arrays(ShapeBody b) {
        b.iconst(2);
        b.iconst(3);
        b.visitMultiANewArrayInsn("[[I", 2);
        b.op(Opcodes.DUP)
                .store(1, 'A')
                .v()
                .op(Opcodes.ICONST_1)
                .v()
                .op(Opcodes.AALOAD, Opcodes.ICONST_2);
        b.push('I', 5).leaf('I').op(Opcodes.IASTORE).v();
        b.load(1, 'A').op(Opcodes.ICONST_1, Opcodes.AALOAD).v().log('A');
        b.load(1, 'A')
                .op(Opcodes.ICONST_0, Opcodes.AALOAD, Opcodes.DUP, Opcodes.ICONST_0, Opcodes.DUP2);
        b.op(Opcodes.IALOAD).leaf('I').op(Opcodes.ICONST_4, Opcodes.IADD).v().op(Opcodes.IASTORE);
        b.log('A').end();
    }
}
