package dev.weft.fiber;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Any of the runnable fibers next, as a seed decides: the same seed, the same interleaving. */
final class RandomOrder implements RunQueue {
    private final List<Fiber<?>> fibers = new ArrayList<>();
    private final SplittableRandom random;

    /**
     * Apart from the order of fibers, so that programs without select keep theirs. Guarded by
     * itself.
     */
    private final SplittableRandom choices;

    RandomOrder(long seed) {
        random = new SplittableRandom(seed);
        choices = new SplittableRandom(~seed);
    }

    @Override
    public void add(Fiber<?> fiber) {
        fibers.add(fiber);
    }

    @Override
    public Fiber<?> poll() {
        int n = fibers.size();
        if (n == 0) {
            return null;
        }
        Fiber<?> last = fibers.remove(n - 1);
        int chosen = random.nextInt(n);
        return chosen == n - 1 ? last : fibers.set(chosen, last);
    }

    @Override
    public int random() {
        synchronized (choices) {
            return choices.nextInt();
        }
    }
}
