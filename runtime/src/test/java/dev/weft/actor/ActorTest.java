package dev.weft.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableConsumer;
import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mailboxes, selective receive, links and monitors. */
@Timeout(60)
class ActorTest {
    static Stream<Scheduler> schedulers() {
        return Stream.of(
                Scheduler.singleThreaded(), Scheduler.deterministic(9), Scheduler.workStealing(2));
    }

    /** Runs a body as an actor and gives what it sends. */
    private static Object result(
            Scheduler scheduler, SuspendableConsumer<Actor> body, Channel<Object> out) {
        return Weft.run(
                scheduler,
                () -> {
                    Actor actor = Actor.spawn(body);
                    Object got = out.receive();
                    actor.fiber().join();
                    return got;
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void selectiveReceiveLeavesTheOthersInOrder(Scheduler scheduler) {
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        scheduler,
                        self -> {
                            for (int i = 0; i < 4; i++) {
                                self.tell(i);
                            }
                            self.tell("text");
                            self.tell(5);
                            String seen = self.receive(String.class);
                            seen += self.receive(Integer.class, i -> i > 1);
                            assertNull(
                                    self.receive(Integer.class, i -> i > 9, Duration.ofMillis(1)));
                            while (self.queued() > 0) {
                                seen += self.receive();
                            }
                            out.send(seen);
                        },
                        out);
        assertEquals("text20135", got);
    }

    /** Whoever asks for something wrongly has not received it. */
    @Test
    void aMessageThatTheTestFailsOnStays() {
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        Scheduler.singleThreaded(),
                        self -> {
                            self.tell("a");
                            self.tell("");
                            self.tell("c");
                            assertThrows(
                                    StringIndexOutOfBoundsException.class,
                                    () -> self.receive(String.class, m -> m.charAt(0) == 'x'));
                            assertThrows(
                                    StringIndexOutOfBoundsException.class,
                                    () ->
                                            self.receive(
                                                    String.class,
                                                    m -> m.charAt(0) == 'x',
                                                    Duration.ofMillis(1)));
                            assertEquals(3, self.queued());
                            String all = "";
                            while (self.queued() > 0) {
                                all += self.receive() + ".";
                            }
                            out.send(all);
                        },
                        out);
        assertEquals("a..c.", got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void requestAndReply(Scheduler scheduler) {
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        scheduler,
                        self -> {
                            Actor adder =
                                    Actor.spawn(
                                            me -> {
                                                int sum = 0;
                                                for (; ; ) {
                                                    Object message = me.receive();
                                                    if (message instanceof Actor) {
                                                        ((Actor) message).tell(sum);
                                                        return;
                                                    }
                                                    sum += (Integer) message;
                                                }
                                            });
                            for (int i = 1; i <= 100; i++) {
                                adder.tell(i);
                            }
                            adder.tell(self);
                            out.send(self.receive(Integer.class));
                        },
                        out);
        assertEquals(5050, got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void linkedActorsDieTogetherUnlessTrapping(Scheduler scheduler) {
        IllegalStateException why = new IllegalStateException("on purpose");
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        scheduler,
                        self -> {
                            self.trapExits(true);
                            Channel<Actor> children = Channel.buffered(1);
                            Actor parent =
                                    self.spawnLinked(
                                            me -> {
                                                children.send(me.spawnLinked(Actor::receive));
                                                me.receive();
                                                throw why;
                                            });
                            Actor child = children.receive();
                            Monitor monitor = self.monitor(child);
                            parent.tell("go");
                            Exit exit = self.receive(Exit.class);
                            assertSame(parent, exit.actor());
                            assertSame(why, exit.reason());
                            Down down = self.receive(Down.class);
                            assertSame(monitor, down.monitor());
                            assertTrue(
                                    parent.isEnded() && child.isEnded() && !child.tell("dropped"));
                            out.send(down.reason());
                        },
                        out);
        assertSame(why, got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void normalEndHarmsNobodyAndMonitorsSeeIt(Scheduler scheduler) {
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        scheduler,
                        self -> {
                            Actor quick = self.spawnLinked(me -> {});
                            quick.fiber().join();
                            self.link(quick); // long gone: a normal end, so nothing happens
                            Monitor late = self.monitor(quick);
                            Monitor forgotten = self.monitor(quick);
                            forgotten.cancel();
                            Down down = self.receive(Down.class);
                            assertSame(late, down.monitor());
                            assertEquals(0, self.queued());
                            out.send(String.valueOf(down.reason()));
                        },
                        out);
        assertEquals("null", got);
    }

    @Test
    void killedBeforeItBeganIsReportedToo() {
        IllegalStateException why = new IllegalStateException("on purpose");
        Channel<Object> out = Channel.unlimited();
        Object got =
                result(
                        Scheduler.singleThreaded(),
                        self -> {
                            Actor victim = Actor.spawn(me -> out.send("began"));
                            self.monitor(victim);
                            victim.kill(why);
                            out.send(self.receive(Down.class).reason());
                        },
                        out);
        assertSame(why, got);
    }

    @Test
    void unwatchedFailureFailsTheFiber() {
        Both.on(
                Scheduler.singleThreaded(),
                () -> {
                    Actor lonely =
                            Actor.spawn(
                                    me -> {
                                        throw new IllegalStateException("on purpose");
                                    });
                    CompletionException thrown =
                            assertThrows(CompletionException.class, () -> lonely.fiber().join());
                    assertInstanceOf(IllegalStateException.class, thrown.getCause().getCause());
                    assertThrows(IllegalStateException.class, lonely::receive);
                });
    }
}
