package dev.weft.concurrency;

import dev.weft.channel.Channel;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a channel that never wait. */
@Param(name = "value", gen = IntGen.class, conf = "1:5")
public abstract class ChannelOperations {
    private final Channel<Integer> channel;

    ChannelOperations(Channel<Integer> channel) {
        this.channel = channel;
    }

    @Operation
    public String trySend(@Param(name = "value") int value) {
        return channel.trySend(value).toString();
    }

    @Operation
    public Integer poll() {
        return channel.poll();
    }

    @Operation
    public String tryReceive() {
        return channel.tryReceive().toString();
    }

    @Operation
    public boolean close() {
        return channel.close();
    }

    @Operation
    public boolean cancel() {
        return channel.cancel();
    }
}
