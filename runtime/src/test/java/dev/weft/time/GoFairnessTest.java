package dev.weft.time;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.channel.ReceiveChannel;
import dev.weft.channel.SelectExpression;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios of Go's proc_test.go: who yields or hands over all the time does not starve the others.
 */
@Timeout(60)
class GoFairnessTest {
    /** TestYieldProgress: who yields in a loop does not keep another one from running. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void yieldProgress(int carriers) {
        Scheduler scheduler =
                carriers == 0 ? Scheduler.singleThreaded() : Scheduler.workStealing(carriers);
        AtomicBoolean stop = new AtomicBoolean();
        Both.on(
                scheduler,
                () -> {
                    Fiber<Void> yielder =
                            Weft.go(
                                    () -> {
                                        while (!stop.get()) {
                                            Weft.yield();
                                        }
                                    });
                    Weft.go(() -> stop.set(true)).join();
                    yielder.join();
                });
        assertTrue(stop.get());
    }

    /**
     * TestPingPongHog: a pair that wakes each other all the time leaves turns to a third, within a
     * factor of 20.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void pingPongHog(int carriers) {
        Scheduler scheduler =
                carriers == 0 ? Scheduler.singleThreaded() : Scheduler.workStealing(carriers);
        Both.on(
                scheduler,
                () -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    Channel<Integer> ping = Channel.rendezvous();
                    Channel<Integer> pong = Channel.rendezvous();
                    Weft.go(
                            () -> {
                                for (int i : ping) {
                                    pong.send(i);
                                }
                            });
                    Fiber<Integer> rounds =
                            Weft.go(
                                    () -> {
                                        int n = 0;
                                        while (!stop.get()) {
                                            ping.send(n++);
                                            pong.receive();
                                        }
                                        ping.close();
                                        return n;
                                    });
                    int turns = 1000;
                    for (int i = 0; i < turns; i++) {
                        Weft.yield();
                    }
                    stop.set(true);
                    int n = rounds.join();
                    assertTrue(
                            n < 20 * turns,
                            n + " rounds in " + turns + " turns of the other fiber");
                });
    }

    /** TestTimerFairness: a busy pair does not keep timers from firing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void timerFairness(int carriers) {
        Scheduler scheduler =
                carriers == 0 ? Scheduler.singleThreaded() : Scheduler.workStealing(carriers);
        Both.on(
                scheduler,
                () -> {
                    Channel<Integer> c = Channel.rendezvous();
                    ReceiveChannel<Long> timer = Timer.after(Duration.ofMillis(1));
                    Weft.go(
                            () -> {
                                for (int i = 0;
                                        c.trySend(i, 1, TimeUnit.MINUTES)
                                                == dev.weft.channel.SendResult.SENT;
                                        i++) {
                                    Weft.yield();
                                }
                            });
                    boolean[] fired = new boolean[1];
                    while (!fired[0]) {
                        SelectExpression.<Integer>fair()
                                .onReceive(c, i -> i)
                                .onReceive(
                                        timer,
                                        t -> {
                                            fired[0] = true;
                                            return 0;
                                        })
                                .get();
                    }
                    c.close();
                });
    }
}
