package dev.weft.it;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes a random method of stack code: it keeps the types of its operands and locals in mind and
 * picks among the instructions that fit. Branches go forward with equal states on both sides, loops
 * have a counter of their own and may be entered with operands on the stack; ranges overlap as they
 * come. One seed, one method.
 */
final class ShapeGenerator {
    private static final String KINDS = "IJFDA";
    private static final int LOCALS = 6;
    private static final int FIRST_COUNTER = LOCALS * 2;
    private static final int DEPTH = 3;
    private static final int DEEPEST_STACK = 12;

    private final Random random;
    private final ShapeBody body;
    private final Deque<Character> stack = new ArrayDeque<>();
    private final char[] locals = new char[LOCALS];
    private int counters;
    private int serial;

    ShapeGenerator(long seed, ShapeBody body) {
        random = new Random(seed);
        this.body = body;
    }

    /** Writes all of {@code run()}. */
    void write() {
        for (int i = 0; i < LOCALS; i++) {
            locals[i] = kind();
            body.push(locals[i], serial++).store(i * 2, locals[i]);
        }
        block(DEPTH);
        body.v();
        while (!stack.isEmpty()) {
            body.log(stack.pop());
        }
        for (int i = 0; i < LOCALS; i++) {
            body.load(i * 2, locals[i]).log(locals[i]);
        }
        body.end();
    }

    private char kind() {
        return KINDS.charAt(random.nextInt(KINDS.length()));
    }

    private void block(int depth) {
        int count = 3 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            int choice = random.nextInt(depth > 0 ? 14 : 10);
            if (choice < 10) {
                simple(choice);
            } else if (choice == 10) {
                branch(depth - 1);
            } else if (choice == 11) {
                loop(depth - 1);
            } else {
                range(depth - 1);
            }
        }
    }

    private void simple(int choice) {
        if (choice < 2 && stack.size() < DEEPEST_STACK) {
            push(kind());
        } else if (choice == 2 || stack.isEmpty()) {
            body.v();
        } else if (choice < 5) {
            body.leaf(stack.peek());
        } else if (choice == 5) {
            load();
        } else if (choice == 6) {
            store();
        } else if (choice == 7) {
            body.log(stack.pop());
        } else {
            shuffle();
        }
    }

    private void push(char kind) {
        body.push(kind, serial++);
        stack.push(kind);
    }

    private void load() {
        int slot = random.nextInt(LOCALS);
        body.load(slot * 2, locals[slot]);
        stack.push(locals[slot]);
    }

    /** Keeps the local's type: both sides of a branch must agree. */
    private void store() {
        for (int slot = 0; slot < LOCALS; slot++) {
            if (locals[slot] == stack.peek()) {
                stack.pop();
                body.store(slot * 2, locals[slot]);
                return;
            }
        }
        body.log(stack.pop());
    }

    private static boolean wide(char kind) {
        return kind == 'J' || kind == 'D';
    }

    private void shuffle() {
        char top = stack.pop();
        boolean two = !stack.isEmpty() && !wide(stack.peek()) && !wide(top);
        if (two && random.nextBoolean()) {
            char below = stack.pop();
            boolean swap = random.nextBoolean();
            body.op(swap ? Opcodes.SWAP : Opcodes.DUP_X1);
            push(swap ? List.of(top, below) : List.of(top, below, top));
        } else if (two) {
            char below = stack.pop();
            body.op(Opcodes.DUP2);
            push(List.of(below, top, below, top));
        } else if (wide(top) && !stack.isEmpty() && !wide(stack.peek())) {
            char below = stack.pop();
            body.op(Opcodes.DUP2_X1);
            push(List.of(top, below, top));
        } else {
            body.op(wide(top) ? Opcodes.DUP2 : Opcodes.DUP);
            push(List.of(top, top));
        }
    }

    private void push(List<Character> kinds) {
        kinds.forEach(stack::push);
    }

    /** Brings the stack back to {@code wanted}, so that paths can meet. */
    private void restore(List<Character> wanted) {
        List<Character> now = new ArrayList<>(stack);
        int common = 0;
        while (common < Math.min(now.size(), wanted.size())
                && now.get(now.size() - 1 - common)
                        .equals(wanted.get(wanted.size() - 1 - common))) {
            common++;
        }
        while (stack.size() > common) {
            body.log(stack.pop());
        }
        for (int i = wanted.size() - 1 - common; i >= 0; i--) {
            push(wanted.get(i));
        }
    }

    private void branch(int depth) {
        Label other = new Label();
        Label join = new Label();
        List<Character> before = new ArrayList<>(stack);
        body.iconst(random.nextInt(2));
        body.leaf('I').jump(random.nextBoolean() ? Opcodes.IFEQ : Opcodes.IFNE, other);
        block(depth);
        restore(before);
        body.jump(Opcodes.GOTO, join).at(other);
        reset(before);
        block(depth);
        restore(before);
        body.at(join);
    }

    private void reset(List<Character> kinds) {
        stack.clear();
        stack.addAll(kinds);
    }

    private void loop(int depth) {
        int counter = FIRST_COUNTER + counters++;
        Label head = new Label();
        List<Character> before = new ArrayList<>(stack);
        body.iconst(1 + random.nextInt(3));
        body.store(counter, 'I').at(head);
        block(depth);
        restore(before);
        body.iinc(counter, -1);
        body.load(counter, 'I').jump(Opcodes.IFGT, head);
    }

    /** The handler drops the operands and pushes others of the same kinds. */
    private void range(int depth) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        Label join = new Label();
        List<Character> before = new ArrayList<>(stack);
        body.v().at(start);
        block(depth);
        if (random.nextBoolean()) {
            body.fail("failure" + serial++);
        } else {
            body.v();
        }
        body.at(end);
        restore(before);
        body.jump(Opcodes.GOTO, join).at(handler);
        reset(List.of('A'));
        restore(before.isEmpty() ? List.of() : withoutThrown(before));
        body.at(join);
        body.visitTryCatchBlock(
                start, end, handler, random.nextBoolean() ? null : "java/lang/RuntimeException");
    }

    private List<Character> withoutThrown(List<Character> wanted) {
        body.log(stack.pop());
        return wanted;
    }

    @Override
    public String toString() {
        return "operands " + stack + ", locals " + Arrays.toString(locals);
    }
}
