package dev.weft.channel;

import dev.weft.fiber.EndSignal;
import dev.weft.fiber.Fiber;

/**
 * A select's wait for the end of a fiber. Chosen when the fiber has ended, however it ended.
 *
 * @param <T> the fiber's result
 */
public final class JoinCase<T> extends SelectCase {
    private final Fiber<T> fiber;
    private final SelectNode node;

    JoinCase(Select select, Fiber<T> fiber, int index) {
        super(index);
        this.fiber = fiber;
        node = new SelectNode(select, EndSignal.of(fiber, Ending::new).channel, false, this);
    }

    SelectNode node() {
        return node;
    }

    @Override
    public void enable(boolean on) {
        super.enable(on);
        node.enabled = on;
    }

    /**
     * What the fiber returned.
     *
     * @return null for a body without a result
     * @throws java.util.concurrent.CompletionException when the fiber failed; its cause is what the
     *     fiber threw
     * @throws IllegalStateException when the fiber has not ended, so that this case was not chosen
     */
    public T result() {
        return fiber.result();
    }

    /**
     * One channel a fiber, whichever selects wait for it, closed at its end; so a losing case
     * leaves nothing.
     */
    private static final class Ending implements Runnable {
        final Channel<Object> channel = Channel.rendezvous();

        @Override
        public void run() {
            channel.close();
        }
    }
}
