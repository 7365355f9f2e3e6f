package dev.weft.fiber;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * What is told of a fiber's end without waiting for it: one object a fiber, made when it is first
 * asked for.
 */
public final class EndSignal {
    private EndSignal() {}

    /**
     * The fiber's signal. All callers must ask for the same type.
     *
     * @param fiber not null
     * @param maker makes the signal, which is run once, by whoever ends the fiber, or at once when
     *     it has ended; short, must neither block nor throw; not null
     * @param <S> the type of the signal
     * @return the one that was made first
     */
    @SuppressWarnings("unchecked")
    public static <S extends Runnable> S of(Fiber<?> fiber, Supplier<S> maker) {
        Objects.requireNonNull(maker, "maker");
        Extras extras = fiber.extras();
        S made;
        synchronized (extras) {
            if (extras.endSignal != null) {
                return (S) extras.endSignal;
            }
            made = maker.get();
            extras.endSignal = made;
        }
        if (!extras.onEnd(fiber, ended -> made.run())) {
            made.run();
        }
        return made;
    }

    /**
     * Has something run when a fiber ends, each time this is called.
     *
     * @param fiber not null
     * @param told run once, by whoever ends the fiber, or at once when it has ended; short, must
     *     neither block nor throw; not null
     */
    public static void then(Fiber<?> fiber, Runnable told) {
        Objects.requireNonNull(told, "told");
        if (!fiber.extras().onEnd(fiber, ended -> told.run())) {
            told.run();
        }
    }
}
