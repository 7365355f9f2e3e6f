package dev.weft.concurrency;

import dev.weft.channel.Channel;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ChannelLincheckTest {
    public static class Buffered2 {
        final Channel<Integer> c = Channel.buffered(2);
        @Operation public String trySend(int v) { return c.trySend(v).toString(); }
        @Operation public Integer poll() { return c.poll(); }
        @Operation public boolean close() { return c.close(); }
        @Operation public String tryReceive() { return c.tryReceive().toString(); }
    }
    @Test
    void model() {
        new ModelCheckingOptions().iterations(5).invocationsPerIteration(200).threads(2).actorsPerThread(3).check(Buffered2.class);
    }
    @Test
    void stress() {
        new StressOptions().iterations(5).invocationsPerIteration(200).threads(2).actorsPerThread(3).check(Buffered2.class);
    }
}
