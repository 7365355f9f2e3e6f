package dev.weft.fiber;

/**
 * Fibers in the order they became runnable: lists through the fibers themselves, one a priority.
 * High ones go first but for each {@value #NORMAL_EVERY}th turn, low ones last but for each {@value
 * #LOW_EVERY}th.
 */
final class FirstInFirstOut implements RunQueue {
    private static final int NORMAL_EVERY = 16;
    private static final int LOW_EVERY = 64;

    private final Line normal = new Line();
    private Line high;
    private Line low;
    private int turn;

    @Override
    public void add(Fiber<?> fiber) {
        if (fiber.traits == 0 || !Traits.hasPriority(fiber)) {
            normal.add(fiber);
        } else {
            addSpecial(fiber);
        }
    }

    @Override
    public Fiber<?> poll() {
        return high == null ? normal.poll() : pollByPriority();
    }

    private void addSpecial(Fiber<?> fiber) {
        if (high == null) {
            high = new Line();
            low = new Line();
        }
        (fiber.priority() == Priority.HIGH ? high : low).add(fiber);
    }

    private Fiber<?> pollByPriority() {
        turn++;
        Line first = turn % LOW_EVERY == 0 ? low : turn % NORMAL_EVERY == 0 ? normal : high;
        Fiber<?> fiber = first.poll();
        for (Line line : new Line[] {high, normal, low}) {
            fiber = fiber == null ? line.poll() : fiber;
        }
        return fiber;
    }

    /** One list. */
    private static final class Line {
        private Fiber<?> head;
        private Fiber<?> tail;

        void add(Fiber<?> fiber) {
            Fiber<?> last = tail;
            if (last == null) {
                head = fiber;
            } else {
                last.next = fiber;
            }
            tail = fiber;
        }

        Fiber<?> poll() {
            Fiber<?> first = head;
            if (first != null) {
                Fiber<?> second = first.next;
                first.next = null;
                head = second;
                if (second == null) {
                    tail = null;
                }
            }
            return first;
        }
    }
}
