package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a fiber as a select case. */
@Timeout(60)
class JoinCaseTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void endOfAFiberIsACase(int carriers) {
        Scheduler scheduler =
                carriers == 0 ? Scheduler.singleThreaded() : Scheduler.workStealing(carriers);
        int sum =
                Weft.run(
                        scheduler,
                        () -> {
                            int all = 0;
                            for (int i = 0; i < 500; i++) {
                                int n = i;
                                Channel<Integer> progress = Channel.rendezvous();
                                Fiber<Integer> worker =
                                        Weft.go(
                                                () -> {
                                                    progress.send(n);
                                                    progress.send(n);
                                                    return -n;
                                                });
                                Select select = Select.fair();
                                ReceiveCase<Integer> step = select.receive(progress);
                                JoinCase<Integer> end = select.join(worker);
                                while (select.select() == step) {
                                    all += step.take();
                                }
                                all += end.result();
                            }
                            return all;
                        });
        assertEquals(499 * 500 / 2, sum);
    }

    @Test
    void endedFiberIsReadyAndAFailedOneTellsWhy() {
        Fiber<Object> failed =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Fiber<Object> f =
                                    Weft.go(
                                            () -> {
                                                throw new IllegalArgumentException("on purpose");
                                            });
                            while (!f.isDone()) {
                                Weft.yield();
                            }
                            return f;
                        });
        Select select = Select.fair();
        JoinCase<Object> end = select.join(failed);
        SelectCase otherwise = select.otherwise();
        assertSame(end, select.select());
        CompletionException thrown = assertThrows(CompletionException.class, end::result);
        assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
        end.enable(false);
        assertSame(otherwise, select.select());
    }

    @Test
    void manySelectsOnOneFiberLeaveNothingBehind() {
        String how =
                Weft.run(
                        Scheduler.singleThreaded(),
                        () -> {
                            Channel<Integer> gate = Channel.rendezvous();
                            Fiber<String> slow = Weft.go(() -> "got " + gate.receive());
                            Channel<Integer> ready = Channel.buffered(1);
                            for (int i = 0; i < 1000; i++) {
                                ready.send(i);
                                Select select = Select.prioritised();
                                select.join(slow);
                                ReceiveCase<Integer> other = select.receive(ready);
                                assertSame(other, select.select());
                            }
                            gate.send(7);
                            return SelectExpression.<String>fair()
                                    .onJoin(slow, result -> result)
                                    .onTimeout(10, TimeUnit.SECONDS, () -> "late")
                                    .get();
                        });
        assertEquals("got 7", how);
    }

    @Test
    void cancelledFiberEndsToo() {
        boolean seen =
                Weft.run(
                        Scheduler.deterministic(3),
                        () -> {
                            Fiber<Integer> f = Weft.go(() -> Channel.<Integer>never().receive());
                            Fiber<Boolean> watcher =
                                    Weft.go(
                                            () -> {
                                                Select select = Select.fair();
                                                JoinCase<Integer> end = select.join(f);
                                                return select.select() == end;
                                            });
                            Weft.sleep(5);
                            f.cancel();
                            return watcher.join();
                        });
        assertEquals(true, seen);
    }
}
