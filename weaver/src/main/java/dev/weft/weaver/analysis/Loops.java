package dev.weft.weaver.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The natural loops of a method, over instructions. A back edge is one whose target dominates its
 * source; edges that close a cycle in another way (irreducible flow, which javac never makes) give
 * no loop here, and code in them is entered directly.
 *
 * <p>Dominators by the iterative algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance
 * Algorithm" (2001).
 */
public final class Loops {
    private final ControlFlow flow;
    private final int[] order;
    private final int[] dominator;
    private final List<Integer> reversePostorder = new ArrayList<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final Map<Integer, BitSet> bodies = new HashMap<>();

    /**
     * Finds the loops.
     *
     * @param flow the method's control flow
     */
    public Loops(ControlFlow flow) {
        this.flow = flow;
        order = new int[flow.size()];
        dominator = new int[flow.size()];
        java.util.Arrays.fill(order, -1);
        java.util.Arrays.fill(dominator, -1);
        for (int i = 0; i < flow.size(); i++) {
            predecessors.add(new ArrayList<>(2));
        }
        if (hasBackwardEdge()) {
            number();
            dominate();
            collect();
        }
    }

    /** Most methods have none, and then no loop. */
    private boolean hasBackwardEdge() {
        for (int i = 0; i < flow.size(); i++) {
            for (int s : flow.successors(i)) {
                if (s <= i) {
                    return true;
                }
            }
            for (TryCatchBlockNode b : flow.handlers(i)) {
                if (flow.indexOf(b.handler) <= i) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The headers of the loops around an instruction.
     *
     * @param i its index
     * @return outermost first; may be empty
     */
    public List<Integer> headersAround(int i) {
        List<Integer> around = new ArrayList<>();
        bodies.forEach(
                (header, body) -> {
                    if (body.get(i)) {
                        around.add(header);
                    }
                });
        around.sort(Comparator.comparingInt((Integer h) -> -bodies.get(h).cardinality()));
        return around;
    }

    private List<Integer> edges(int i) {
        List<Integer> all = new ArrayList<>();
        for (int s : flow.successors(i)) {
            all.add(s);
        }
        for (TryCatchBlockNode b : flow.handlers(i)) {
            all.add(flow.indexOf(b.handler));
        }
        return all;
    }

    private void number() {
        BitSet seen = new BitSet();
        Deque<int[]> path = new ArrayDeque<>();
        Deque<List<Integer>> rest = new ArrayDeque<>();
        seen.set(0);
        path.push(new int[] {0, 0});
        rest.push(edges(0));
        while (!path.isEmpty()) {
            int[] at = path.peek();
            List<Integer> next = rest.peek();
            if (at[1] < next.size()) {
                int s = next.get(at[1]++);
                predecessors.get(s).add(at[0]);
                if (!seen.get(s)) {
                    seen.set(s);
                    path.push(new int[] {s, 0});
                    rest.push(edges(s));
                }
            } else {
                reversePostorder.add(at[0]);
                path.pop();
                rest.pop();
            }
        }
        Collections.reverse(reversePostorder);
        for (int k = 0; k < reversePostorder.size(); k++) {
            order[reversePostorder.get(k)] = k;
        }
    }

    private void dominate() {
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b : reversePostorder) {
                if (b != 0) {
                    int next = meetOfPredecessors(b);
                    changed |= dominator[b] != next;
                    dominator[b] = next;
                }
            }
        }
    }

    private int meetOfPredecessors(int b) {
        int meet = -1;
        for (int p : predecessors.get(b)) {
            if (dominator[p] >= 0) {
                meet = meet < 0 ? p : intersect(p, meet);
            }
        }
        return meet;
    }

    private int intersect(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            while (order[x] > order[y]) {
                x = dominator[x];
            }
            while (order[y] > order[x]) {
                y = dominator[y];
            }
        }
        return x;
    }

    private boolean dominates(int a, int b) {
        int x = b;
        while (order[x] > order[a]) {
            x = dominator[x];
        }
        return x == a;
    }

    private void collect() {
        for (int b : reversePostorder) {
            for (int s : edges(b)) {
                if (order[s] <= order[b] && dominates(s, b)) {
                    fill(bodies.computeIfAbsent(s, k -> new BitSet()), s, b);
                }
            }
        }
    }

    private void fill(BitSet body, int header, int latch) {
        body.set(header);
        Deque<Integer> work = new ArrayDeque<>();
        work.push(latch);
        while (!work.isEmpty()) {
            int i = work.pop();
            if (!body.get(i)) {
                body.set(i);
                predecessors.get(i).forEach(work::push);
            }
        }
    }
}
