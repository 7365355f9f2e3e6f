package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Select with handlers. */
@Timeout(60)
class SelectExpressionTest {
    @Test
    void chosenHandlerGivesTheValue() {
        Channel<Integer> a = Channel.buffered(1);
        Channel<String> b = Channel.buffered(1);
        SelectExpression<String> expression =
                SelectExpression.<String>prioritised()
                        .onReceive(a, n -> "a" + n)
                        .onSend(b, "x", () -> "sent")
                        .orElse(() -> "nothing");
        assertEquals("sent", expression.get());
        assertEquals("nothing", expression.get());
        a.send(7);
        assertEquals("a7", expression.get());
        assertEquals("x", b.receive());
        assertEquals("sent", expression.get());
    }

    @Test
    void closedChannelThrowsOrIsSeen() {
        Channel<Integer> c = Channel.rendezvous();
        c.close();
        assertThrows(
                ChannelClosedException.class,
                () -> SelectExpression.<Integer>fair().onReceive(c, n -> n).get());
        assertEquals(
                "end",
                SelectExpression.<String>fair()
                        .onReceiveOrClosed(c, n -> n == null ? "end" : "")
                        .get());
    }

    @Test
    void handlersMaySuspend() {
        String result =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Channel<Integer> a = Channel.rendezvous();
                            Channel<Integer> b = Channel.rendezvous();
                            Fiber<String> fiber =
                                    Weft.go(
                                            () ->
                                                    SelectExpression.<String>fair()
                                                            .onReceive(
                                                                    a, n -> n + ":" + b.receive())
                                                            .onTimeout(
                                                                    1, TimeUnit.HOURS, () -> "late")
                                                            .get());
                            a.send(1);
                            b.send(2);
                            return fiber.join();
                        });
        assertEquals("1:2", result);
    }

    /** A for loop's hidden iterator suspends the fiber; a pinned wait would leave it running. */
    @Test
    void iterationSuspends() {
        Weft.run(
                Scheduler.singleThreaded(),
                () -> {
                    Channel<Integer> c = Channel.rendezvous();
                    Fiber<Object> fiber = Weft.go(Bodies.iterate(c));
                    while (fiber.state() != Fiber.State.WAITING) {
                        Weft.yield();
                    }
                    c.send(5);
                    c.close();
                    assertEquals(java.util.List.of(5), fiber.join());
                    return null;
                });
    }
}
