package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Stackless Python's channels have: balance, preference, exceptions sent to the receiver. */
@Timeout(60)
class StacklessTest {
    @Test
    void balanceCountsWhoWaits() {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> c = Channel.rendezvous();
                    assertEquals(0, c.balance());
                    List<Fiber<?>> waiting = new ArrayList<>();
                    for (int i = 0; i < 3; i++) {
                        int n = i;
                        waiting.add(Weft.go(() -> c.send(n)));
                    }
                    Weft.yield();
                    assertEquals(3, c.balance());
                    assertEquals(0, c.receive());
                    assertEquals(2, c.balance());
                    waiting.forEach(Fiber::cancel);
                    assertEquals(0, c.balance());
                    for (int i = 0; i < 2; i++) {
                        Weft.go(() -> c.receive());
                    }
                    Weft.yield();
                    assertEquals(-2, c.balance());
                    c.close();
                    assertEquals(0, c.balance());
                });
    }

    /** Who writes first after a hand-over: the one that found the other waiting, or that other. */
    @ParameterizedTest
    @CsvSource({
        "NEITHER, true, sender receiver",
        "NEITHER, false, receiver sender",
        "RECEIVER_FIRST, true, receiver sender",
        "RECEIVER_FIRST, false, receiver sender",
        "SENDER_FIRST, true, sender receiver",
        "SENDER_FIRST, false, sender receiver"
    })
    void preferenceDecidesWhoGoesOn(Preference preference, boolean receiverWaits, String order) {
        List<String> log =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            List<String> lines = new ArrayList<>();
                            Channel<Integer> c = Channel.<Integer>rendezvous().prefer(preference);
                            Fiber<Void> one = receiverWaits ? receiver(c, lines) : sender(c, lines);
                            Weft.yield();
                            Fiber<Void> two = receiverWaits ? sender(c, lines) : receiver(c, lines);
                            one.join();
                            two.join();
                            return lines;
                        });
        assertEquals(order, String.join(" ", log));
    }

    private static Fiber<Void> receiver(Channel<Integer> c, List<String> log) {
        return Weft.go(
                () -> {
                    assertEquals(5, c.receive());
                    log.add("receiver");
                });
    }

    private static Fiber<Void> sender(Channel<Integer> c, List<String> log) {
        return Weft.go(
                () -> {
                    c.send(5);
                    log.add("sender");
                });
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void preferringChannelsLoseNothing(Both how) throws Exception {
        for (Preference preference : Preference.values()) {
            Channel<Integer> c = Channel.<Integer>buffered(1).prefer(preference);
            List<Object> results =
                    how.run(List.of(Bodies.sendRange(c, 0, 2000), Bodies.receive(c, 2000)));
            assertEquals(ChannelTest.range(0, 2000), results.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Preference.class)
    void sentExceptionIsThrownByTheReceiver(Preference preference) {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> c = Channel.<Integer>rendezvous().prefer(preference);
                    Fiber<Void> sender =
                            Weft.go(() -> c.sendException(new java.io.IOException("told")));
                    assertEquals(
                            "told",
                            assertThrows(java.io.IOException.class, c::receive).getMessage());
                    sender.join();
                });
    }
}
