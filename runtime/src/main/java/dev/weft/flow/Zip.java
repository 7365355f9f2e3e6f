package dev.weft.flow;

import dev.weft.Suspendable;
import dev.weft.SuspendableConsumer;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SendChannel;
import java.util.function.BiFunction;

/** Takes one value of each of two channels and makes one of them. */
final class Zip<T, U, R> implements SuspendableConsumer<SendChannel<R>> {
    private final ReceiveChannel<T> left;
    private final ReceiveChannel<U> right;
    private final BiFunction<? super T, ? super U, ? extends R> function;

    Zip(
            ReceiveChannel<T> left,
            ReceiveChannel<U> right,
            BiFunction<? super T, ? super U, ? extends R> function) {
        this.left = left;
        this.right = right;
        this.function = function;
    }

    @Override
    @Suspendable
    public void accept(SendChannel<R> out) {
        for (; ; ) {
            T mine = left.receiveOrNull();
            U theirs = mine == null ? null : right.receiveOrNull();
            if (theirs == null) {
                abandon();
                return;
            }
            out.send(function.apply(mine, theirs));
        }
    }

    void abandon() {
        left.cancel();
        right.cancel();
    }
}
