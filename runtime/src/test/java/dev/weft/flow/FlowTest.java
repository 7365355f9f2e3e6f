package dev.weft.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.SuspendableCallable;
import dev.weft.channel.Both;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.Overflow;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pipelines, merging, distributing, topics. On a confined scheduler a fiber that is left behind
 * would be seen.
 */
@Timeout(60)
class FlowTest {
    static Stream<Scheduler> schedulers() {
        return Stream.of(
                Scheduler.singleThreaded(),
                Scheduler.deterministic(5),
                Scheduler.workStealing(1),
                Scheduler.workStealing(2));
    }

    private static List<Integer> numbers(int n) {
        return IntStream.range(0, n).boxed().collect(Collectors.toList());
    }

    private static <T> List<T> all(Scheduler scheduler, SuspendableCallable<Flow<T>> made) {
        return Weft.run(
                scheduler,
                () -> {
                    List<T> got = new ArrayList<>();
                    made.call().forEach(got::add);
                    return got;
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void stagesKeepOrder(Scheduler scheduler) {
        List<String> got =
                all(
                        scheduler,
                        () ->
                                Flow.of(numbers(100))
                                        .filter(i -> i % 3 == 0)
                                        .buffer(4)
                                        .map(
                                                i -> {
                                                    Weft.yield();
                                                    return "n" + i;
                                                })
                                        .take(5));
        assertEquals(List.of("n0", "n3", "n6", "n9", "n12"), got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void takeEndsAnEndlessSource(Scheduler scheduler) {
        Channel<Boolean> ended = Channel.buffered(1);
        Both.on(
                scheduler,
                () -> {
                    Flow<Long> endless =
                            Flow.generate(
                                    out -> {
                                        try {
                                            for (long i = 0; ; i++) {
                                                out.send(i);
                                            }
                                        } finally {
                                            ended.send(true);
                                        }
                                    });
                    List<Long> got = new ArrayList<>();
                    endless.take(3).forEach(got::add);
                    assertEquals(List.of(0L, 1L, 2L), got);
                    assertEquals(true, ended.receive());
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void failureReachesBothEnds(Scheduler scheduler) {
        Channel<Integer> source = Channel.rendezvous();
        Both.on(
                scheduler,
                () -> {
                    IllegalStateException why = new IllegalStateException("on purpose");
                    ReceiveChannel<Integer> out =
                            Flow.of(source)
                                    .map(
                                            i -> {
                                                if (i == 2) {
                                                    throw why;
                                                }
                                                return i;
                                            })
                                    .filter(i -> true)
                                    .channel();
                    Fiber<Integer> feeder =
                            Weft.go(
                                    () -> {
                                        int n = 0;
                                        try {
                                            for (; ; n++) {
                                                source.send(n);
                                            }
                                        } catch (ChannelClosedException e) {
                                            assertSame(why, e.getCause());
                                            return n;
                                        }
                                    });
                    assertEquals(0, out.receive());
                    assertEquals(1, out.receive());
                    assertSame(
                            why,
                            assertThrows(ChannelClosedException.class, out::receive).getCause());
                    assertEquals(3, feeder.join());
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void zipEndsWithTheShorter(Scheduler scheduler) {
        List<String> got =
                all(
                        scheduler,
                        () ->
                                Flow.of(numbers(10))
                                        .zip(Flow.of(List.of("a", "b", "c")), (i, s) -> s + i));
        assertEquals(List.of("a0", "b1", "c2"), got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void mergeFanOutAndParallelMapLoseNothing(Scheduler scheduler) {
        List<Integer> got =
                all(
                        scheduler,
                        () -> {
                            List<Flow<Integer>> parts = Flow.of(numbers(300)).fanOut(3);
                            return Flow.merge(parts)
                                    .mapParallel(4, i -> i + 1)
                                    .merge(Flow.of(List.of(0)));
                        });
        Collections.sort(got);
        assertEquals(numbers(301), got);
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void broadcastReachesAllWhoStay(Scheduler scheduler) {
        Both.on(
                scheduler,
                () -> {
                    List<Flow<Integer>> outs = Flow.of(numbers(50)).broadcast(3);
                    List<Integer> one = new ArrayList<>();
                    List<Integer> two = new ArrayList<>();
                    Fiber<Void> first = outs.get(0).start(one::add);
                    Fiber<Void> second = outs.get(1).start(two::add);
                    assertEquals(0, outs.get(2).channel().receive());
                    outs.get(2).channel().cancel();
                    first.join();
                    second.join();
                    assertEquals(numbers(50), one);
                    assertEquals(numbers(50), two);
                });
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void topicServesEachSubscriberItsWay(Scheduler scheduler) {
        Both.on(
                scheduler,
                () -> {
                    Topic<Integer> topic = new Topic<>();
                    assertEquals(0, topic.publish(-1));
                    ReceiveChannel<Integer> everything = topic.subscribe(100);
                    ReceiveChannel<Integer> latest = topic.subscribe(1, Overflow.DROP_OLDEST);
                    ReceiveChannel<Integer> leaver = topic.subscribe(0);
                    Fiber<Integer> leaves =
                            Weft.go(
                                    () -> {
                                        int n = leaver.receive();
                                        leaver.cancel();
                                        return n;
                                    });
                    for (int i = 0; i < 20; i++) {
                        topic.publish(i);
                    }
                    assertEquals(0, leaves.join());
                    assertEquals(2, topic.subscribers());
                    assertTrue(topic.close() && !topic.close());
                    assertEquals(numbers(20), everything.stream().collect(Collectors.toList()));
                    assertEquals(19, latest.receiveOrNull());
                    assertEquals(null, latest.receiveOrNull());
                    assertThrows(ChannelClosedException.class, () -> topic.publish(1));
                    assertTrue(topic.subscribe(1).isDrained());
                });
    }
}
