package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.Suspendable;
import dev.weft.SuspendableRunnable;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Go's rules of what waits and what fails (test/chan/select3.go, 23 of them) and of what a closed
 * channel does (test/closedchan.go: nine operations on five kinds of channel, directly and by
 * select). Where Go has a nil channel there is none in Weft: {@link Channel#never()} and disabled
 * cases stand for it.
 */
@Timeout(60)
class GoSelectRulesTest {
    private static final String WAITS = "waits";
    private static final String GOES_ON = "goes on";
    private static final String FAILS = "fails";

    /** One rule: what an operation does that is tried on both kinds of scheduler. */
    private static Arguments rule(String name, String expected, SuspendableRunnable body) {
        return Arguments.of(name, expected, body);
    }

    static Stream<Arguments> select3() {
        return Stream.of(
                rule("1 a null channel", FAILS, () -> receive(null)),
                rule("2 receive from never", WAITS, () -> Channel.<Integer>never().receive()),
                rule(
                        "3 send without a receiver",
                        WAITS,
                        () -> Channel.<Integer>rendezvous().send(7)),
                rule(
                        "4 receive without a sender",
                        WAITS,
                        () -> Channel.<Integer>rendezvous().receive()),
                rule(
                        "5 receive from an empty buffer",
                        WAITS,
                        () -> Channel.<Integer>buffered(10).receive()),
                rule(
                        "6 send into a buffer with room",
                        GOES_ON,
                        () -> Channel.<Integer>buffered(10).send(7)),
                rule("7 receive from a buffer", GOES_ON, () -> filled(1).receive()),
                rule("8 send into a full buffer", WAITS, () -> filled(10).send(8)),
                rule("9 select without cases", WAITS, () -> Select.fair().select()),
                rule("10 select with a default alone", GOES_ON, () -> withDefault(Select.fair())),
                rule(
                        "11 never, and a default",
                        GOES_ON,
                        () -> withDefault(receive(Channel.never()))),
                rule(
                        "12 a case that is off, and a default",
                        GOES_ON,
                        () -> withDefault(off(filled(1)))),
                rule("13 only never", WAITS, () -> receive(Channel.never()).select()),
                rule("14 only a case that is off", WAITS, () -> off(filled(1)).select()),
                rule(
                        "15 receive, nobody sends, and a default",
                        GOES_ON,
                        () -> withDefault(receive(filled(0)))),
                rule(
                        "16 receive, nobody sends",
                        WAITS,
                        () -> receive(Channel.rendezvous()).select()),
                rule(
                        "17 send, nobody receives, and a default",
                        GOES_ON,
                        () -> withDefault(send(Channel.rendezvous()))),
                rule("18 send, nobody receives", WAITS, () -> send(Channel.rendezvous()).select()),
                rule(
                        "19 select receives from a buffer",
                        GOES_ON,
                        () -> receive(filled(1)).select()),
                rule("20 select sends into room", GOES_ON, () -> send(filled(9)).select()),
                rule("21 select sends into a full buffer", WAITS, () -> send(filled(10)).select()),
                rule(
                        "22 both ends of one rendezvous channel",
                        WAITS,
                        () -> itself(Channel.rendezvous()).select()),
                rule(
                        "23 both ends of one buffer",
                        GOES_ON,
                        () -> itself(Channel.buffered(1)).select()));
    }

    static Stream<Arguments> closedchan() {
        return Stream.of(0, 1, 2, 10, Integer.MAX_VALUE)
                .flatMap(
                        capacity ->
                                Stream.of(
                                        rule(
                                                capacity + " send",
                                                FAILS,
                                                () -> closed(capacity).send(1)),
                                        rule(
                                                capacity + " select send",
                                                FAILS,
                                                () -> send(closed(capacity)).select()),
                                        rule(
                                                capacity + " select send, default",
                                                FAILS,
                                                () -> withDefault(send(closed(capacity)))),
                                        rule(
                                                capacity + " trySend",
                                                "CLOSED",
                                                () -> closedSend(capacity)),
                                        rule(
                                                capacity + " receive",
                                                FAILS,
                                                () -> closed(capacity).receive()),
                                        rule(
                                                capacity + " receive or null",
                                                "null",
                                                () -> orNull(capacity)),
                                        rule(
                                                capacity + " select receive",
                                                GOES_ON,
                                                () -> receive(closed(capacity)).select()),
                                        rule(
                                                capacity + " select receive, default",
                                                "the receive",
                                                () -> receiveRather(closed(capacity))),
                                        rule(
                                                capacity + " close again",
                                                "false",
                                                () -> closeAgain(capacity))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"select3", "closedchan"})
    void rule(
            String name,
            String expected,
            SuspendableRunnable body,
            org.junit.jupiter.api.TestInfo info) {
        assertEquals(expected, outcome(Scheduler.singleThreaded(), body), name);
        assertEquals(expected, outcome(Scheduler.shared(), body), name);
    }

    private static String outcome(Scheduler scheduler, SuspendableRunnable body) {
        return Weft.run(
                scheduler,
                () -> {
                    Fiber<String> fiber = Weft.go(() -> run(body));
                    while (!fiber.isDone() && fiber.state() != Fiber.State.WAITING) {
                        Weft.yield();
                    }
                    if (fiber.isDone()) {
                        return fiber.result();
                    }
                    fiber.cancel();
                    return WAITS;
                });
    }

    @Suspendable
    private static String run(SuspendableRunnable body) throws Exception {
        try {
            body.run();
            return GOES_ON;
        } catch (ChannelClosedException | NullPointerException e) {
            return FAILS;
        } catch (Said said) {
            return said.getMessage();
        }
    }

    /** How a rule says more than that it went on. */
    private static final class Said extends RuntimeException {
        private static final long serialVersionUID = 1;

        Said(Object what) {
            super(String.valueOf(what));
        }
    }

    private static void closedSend(int capacity) {
        throw new Said(closed(capacity).trySend(1));
    }

    @Suspendable
    private static void orNull(int capacity) {
        throw new Said(closed(capacity).receiveOrNull());
    }

    private static void closeAgain(int capacity) {
        throw new Said(closed(capacity).close());
    }

    @Suspendable
    private static void receiveRather(Channel<Integer> c) {
        Select select = Select.fair();
        ReceiveCase<Integer> from = select.receive(c);
        select.otherwise();
        throw new Said(select.select() == from ? "the receive" : "the default");
    }

    /** Of 10. */
    private static Channel<Integer> filled(int n) {
        Channel<Integer> c = Channel.buffered(10);
        for (int i = 0; i < n; i++) {
            c.offer(i);
        }
        return c;
    }

    private static Channel<Integer> closed(int capacity) {
        Channel<Integer> c = Channel.buffered(capacity);
        c.close();
        return c;
    }

    private static Select receive(ReceiveChannel<Integer> c) {
        Select select = Select.fair();
        select.receive(c);
        return select;
    }

    private static Select send(SendChannel<Integer> c) {
        Select select = Select.fair();
        select.send(c).offer(1);
        return select;
    }

    private static Select off(ReceiveChannel<Integer> c) {
        Select select = Select.fair();
        select.receive(c).enable(false);
        return select;
    }

    private static Select itself(Channel<Integer> c) {
        Select select = send(c);
        select.receive(c);
        return select;
    }

    @Suspendable
    private static void withDefault(Select select) {
        select.otherwise();
        select.select();
    }
}
