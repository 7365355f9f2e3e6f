package dev.weft.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveChannel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.generator.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both directions, with backpressure, failures and cancellation. */
@Timeout(60)
@Suspendable
class FlowsTest {
    /** Notes what it gets; asks when told to. */
    private static final class Recorder implements Flow.Subscriber<Integer> {
        final List<Integer> values = new ArrayList<>();
        Flow.Subscription subscription;
        Throwable failure;
        boolean complete;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Integer value) {
            values.add(value);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            complete = true;
        }
    }

    private static Generator.Body<Integer> upTo(int n, AtomicInteger made) {
        return yielder -> {
            for (int i = 0; i < n; i++) {
                Weft.sleep(1);
                made.incrementAndGet();
                yielder.yield(i);
            }
        };
    }

    private static void settle() {
        Weft.sleep(100);
    }

    @Test
    void aGeneratorProducesWhatIsAskedFor() {
        AtomicInteger made = new AtomicInteger();
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Recorder recorder = new Recorder();
                    Flows.publisher(upTo(5, made)).subscribe(recorder);
                    settle();
                    assertEquals(List.of(), recorder.values);
                    assertEquals(1, made.get(), "one ahead");
                    recorder.subscription.request(2);
                    settle();
                    assertEquals(List.of(0, 1), recorder.values);
                    assertEquals(3, made.get(), "one ahead");
                    recorder.subscription.request(3);
                    settle();
                    assertEquals(List.of(0, 1, 2, 3, 4), recorder.values);
                    assertTrue(recorder.complete, "without being asked for more");
                    return null;
                });
    }

    @Test
    void aFailureOfTheGeneratorArrives() {
        IllegalStateException expected = new IllegalStateException("expected");
        Generator.Body<Integer> body =
                yielder -> {
                    yielder.yield(1);
                    throw expected;
                };
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Recorder recorder = new Recorder();
                    Flows.publisher(body).subscribe(recorder);
                    recorder.subscription.request(Long.MAX_VALUE);
                    settle();
                    assertEquals(List.of(1), recorder.values);
                    assertSame(expected, recorder.failure);
                    assertFalse(recorder.complete);
                    return null;
                });
    }

    @Test
    void cancellingEndsTheSourceAndSaysNothingMore() {
        AtomicInteger made = new AtomicInteger();
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Recorder recorder = new Recorder();
                    Flows.publisher(upTo(1000, made)).subscribe(recorder);
                    recorder.subscription.request(3);
                    settle();
                    recorder.subscription.cancel();
                    recorder.subscription.request(10);
                    settle();
                    assertEquals(List.of(0, 1, 2), recorder.values);
                    assertEquals(4, made.get());
                    assertFalse(recorder.complete || recorder.failure != null);
                    return null;
                });
    }

    @Test
    void askingForNothingIsRefused() {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Recorder recorder = new Recorder();
                    Flows.publisher(upTo(3, new AtomicInteger())).subscribe(recorder);
                    recorder.subscription.request(0);
                    settle();
                    assertEquals(IllegalArgumentException.class, recorder.failure.getClass());
                    return null;
                });
    }

    @Test
    void aChannelsValuesAndItsEnd() {
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    Channel<Integer> channel = Channel.buffered(4);
                    Recorder recorder = new Recorder();
                    Flows.<Integer>publisher(channel).subscribe(recorder);
                    recorder.subscription.request(10);
                    channel.send(1);
                    channel.send(2);
                    IllegalStateException cause = new IllegalStateException("expected");
                    channel.close(cause);
                    settle();
                    assertEquals(List.of(1, 2), recorder.values);
                    assertSame(cause, recorder.failure);
                    return null;
                });
    }

    @Test
    void aPublisherIsNotAskedForMoreThanIsReceived() {
        AtomicInteger made = new AtomicInteger();
        Weft.run(
                Scheduler.deterministic(1),
                () -> {
                    ReceiveChannel<Integer> channel =
                            Flows.channel(Flows.publisher(upTo(100, made)), 4);
                    settle();
                    assertEquals(5, made.get(), "four on their way, and one ahead");
                    int sum = 0;
                    for (int i = 0; i < 50; i++) {
                        sum += channel.receive();
                    }
                    assertEquals(49 * 50 / 2, sum);
                    settle();
                    assertTrue(made.get() <= 50 + 6, "made " + made.get());
                    for (int value : channel) {
                        sum += value;
                    }
                    assertEquals(99 * 100 / 2, sum);
                    return null;
                });
    }

    @Test
    void aJdkPublisherThroughAFiber() {
        int n = 10_000;
        long sum =
                Weft.run(
                        () -> {
                            SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
                            ReceiveChannel<Integer> channel = Flows.channel(publisher, 16);
                            Fiber<Long> consumer = Weft.go(() -> sum(channel));
                            Weft.blocking(
                                    () -> {
                                        for (int i = 0; i < n; i++) {
                                            publisher.submit(i);
                                        }
                                        publisher.close();
                                        return null;
                                    });
                            return consumer.join();
                        });
        assertEquals((long) n * (n - 1) / 2, sum);
    }

    private static long sum(ReceiveChannel<Integer> channel) {
        long sum = 0;
        for (Integer i = channel.receiveOrNull(); i != null; i = channel.receiveOrNull()) {
            sum += i;
        }
        return sum;
    }

    @Test
    void failureAndCancellationOfTheOtherDirection() {
        IllegalStateException expected = new IllegalStateException("expected");
        Weft.run(
                () -> {
                    SubmissionPublisher<Integer> failing = new SubmissionPublisher<>();
                    ReceiveChannel<Integer> channel = Flows.channel(failing, 2);
                    failing.closeExceptionally(expected);
                    ChannelClosedException closed =
                            assertThrows(ChannelClosedException.class, channel::receive);
                    assertSame(expected, closed.getCause());
                    SubmissionPublisher<Integer> endless = new SubmissionPublisher<>();
                    ReceiveChannel<Integer> unwanted = Flows.channel(endless, 2);
                    unwanted.cancel(null);
                    while (endless.hasSubscribers()) {
                        endless.offer(1, null);
                        Weft.sleep(1);
                    }
                    return null;
                });
    }
}
