package dev.weft.weaver.emit;

import dev.weft.weaver.analysis.SuspensionPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;

/**
 * The code that saves values, written once for all points of a large method that it is good for. A
 * block stores the last value, then goes on with the block for the values before it:
 *
 * <pre>
 *   SAVE(locals a b; operands s t):   keep t
 *   SAVE(locals a b; operands s):     keep s
 *   SAVE(locals a b):                 keep b
 *   SAVE(locals a):                   keep a
 *   SAVE():                           push the frame, return
 * </pre>
 */
final class SharedSaves {
    /** What is left to be saved. */
    private static final class Block {
        private final List<Saved> locals;
        private final List<Saved> operands;
        private final LabelNode label = new LabelNode();

        Block(List<Saved> locals, List<Saved> operands) {
            this.locals = locals;
            this.operands = operands;
        }
    }

    private final Code cold;
    private final FramePlan plan;
    private final Locals locals;
    private final FrameStores stores;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Deque<Block> open = new ArrayDeque<>();

    SharedSaves(Code cold, FramePlan plan, Locals locals, FrameStores stores) {
        this.cold = cold;
        this.plan = plan;
        this.locals = locals;
        this.stores = stores;
    }

    /** The code that saves what is live at a point: {@code operands... → }. */
    LabelNode label(SuspensionPoint p) {
        FramePlan.Point values = plan.at(p);
        List<Saved> stored = new ArrayList<>(values.locals);
        stored.removeIf(s -> !s.isStored());
        return block(stored, values.operands).label;
    }

    private Block block(List<Saved> left, List<Saved> operands) {
        String key = FramePlan.key(left, operands);
        Block block = blocks.get(key);
        if (block == null) {
            block = new Block(left, operands);
            blocks.put(key, block);
            open.add(block);
        }
        return block;
    }

    /**
     * Writes all blocks asked for.
     *
     * @param adapt adds the locals that the body keeps for itself
     * @param end what comes when all is saved
     */
    void emit(UnaryOperator<Object[]> adapt, Runnable end) {
        while (!open.isEmpty()) {
            for (Block block = open.poll(); block != null; block = write(block, adapt, end)) {
                // the next one follows immediately
            }
        }
    }

    /** The block to write behind this one; null when it ends. */
    private Block write(Block block, UnaryOperator<Object[]> adapt, Runnable end) {
        cold.label(block.label).frame(adapt.apply(slots(block)), stack(block));
        if (block.operands.isEmpty() && block.locals.isEmpty()) {
            end.run();
            return null;
        }
        Block rest;
        if (block.operands.isEmpty()) {
            int last = block.locals.size() - 1;
            stores.storeLocals(cold, block.locals.subList(last, last + 1));
            rest = block(block.locals.subList(0, last), List.of());
        } else {
            int last = block.operands.size() - 1;
            stores.storeOperands(cold, block.operands.subList(last, last + 1));
            rest = block(block.locals, block.operands.subList(0, last));
        }
        if (open.remove(rest)) {
            return rest;
        }
        cold.jump(Opcodes.GOTO, rest.label);
        return null;
    }

    private Object[] slots(Block block) {
        Object[] slots = locals.bare();
        block.locals.forEach(s -> slots[s.local] = s.type);
        return slots;
    }

    private static List<Object> stack(Block block) {
        List<Object> types = new ArrayList<>();
        block.operands.forEach(s -> types.add(s.type));
        return types;
    }
}
