package dev.weft.concurrency;

import static dev.weft.concurrency.Programs.explore;
import static dev.weft.concurrency.Programs.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.channel.Channel;
import dev.weft.channel.ChannelClosedException;
import dev.weft.channel.ReceiveCase;
import dev.weft.channel.Select;
import dev.weft.channel.SendCase;
import dev.weft.sync.Mutex;
import dev.weft.sync.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Operations that wait, model-checked as small programs of threads: Lincheck switches at every
 * access to shared memory and reports a deadlock when a wake-up is lost.
 */
@Timeout(600)
class WaitingModelTest {
    @Test
    void rendezvousAndBuffersPassValuesInOrder() {
        for (int capacity = 0; capacity < 3; capacity++) {
            int size = capacity;
            explore(
                    () -> {
                        Channel<Integer> c = Channel.buffered(size);
                        together(
                                () -> {
                                    c.send(1);
                                    c.send(2);
                                    c.send(3);
                                },
                                () -> {
                                    for (int i = 1; i <= 3; i++) {
                                        assertEquals(i, c.receive());
                                    }
                                });
                        assertEquals(0, c.balance() + c.length());
                    });
        }
    }

    @Test
    void whoWaitsAtAnUnlimitedChannelGetsAllInOrder() {
        explore(
                () -> {
                    Channel<Integer> c = Channel.unlimited();
                    together(
                            () -> {
                                c.send(1);
                                c.send(2);
                            },
                            () -> {
                                assertEquals(1, c.receive());
                                assertEquals(2, c.receive());
                            });
                    assertEquals(0, c.balance() + c.length());
                });
    }

    /** What the receiver did not get is the later one, or gone because it came before. */
    @Test
    void whoWaitsAtAConflatedChannelMissesNoLastValue() {
        explore(
                () -> {
                    Channel<Integer> c = Channel.conflated();
                    int[] got = new int[1];
                    together(
                            () -> {
                                c.send(1);
                                c.send(2);
                            },
                            () -> got[0] = c.receive());
                    assertEquals(got[0] == 1 ? 2 : null, c.poll());
                    assertEquals(0, c.balance());
                });
    }

    /** A sender that waits is told, and what is buffered is dropped. */
    @Test
    void cancelEndsSendersAndReceivers() {
        explore(
                () -> {
                    Channel<Integer> c = Channel.buffered(1);
                    int[] sent = new int[1];
                    together(
                            () -> {
                                try {
                                    for (int i = 0; i < 3; i++) {
                                        c.send(i);
                                        sent[0]++;
                                    }
                                } catch (ChannelClosedException cancelled) {
                                    // as it must be: there is room for one
                                }
                            },
                            () -> c.cancel());
                    assertTrue(sent[0] <= 1, "nobody received, and there is room for one");
                    assertEquals(0, c.balance() + c.length());
                });
    }

    @Test
    void twoSelectsMeet() {
        explore(
                () -> {
                    Channel<Integer> a = Channel.rendezvous();
                    Channel<Integer> b = Channel.rendezvous();
                    int[] got = new int[1];
                    together(
                            () -> {
                                Select select = Select.prioritised();
                                SendCase<Integer> toA = select.send(a);
                                SendCase<Integer> toB = select.send(b);
                                toA.offer(1);
                                toB.offer(2);
                                select.select();
                            },
                            () -> {
                                Select select = Select.prioritised();
                                ReceiveCase<Integer> fromB = select.receive(b);
                                ReceiveCase<Integer> fromA = select.receive(a);
                                got[0] = select.select() == fromA ? fromA.take() : fromB.take();
                            });
                    assertTrue(got[0] == 1 || got[0] == 2);
                    assertEquals(0, a.balance());
                    assertEquals(0, b.balance());
                });
    }

    @Test
    void selectAgainstTwoSenders() {
        explore(
                () -> {
                    Channel<Integer> a = Channel.rendezvous();
                    Channel<Integer> b = Channel.buffered(1);
                    int[] sum = new int[1];
                    together(
                            () -> a.send(1),
                            () -> {
                                Select select = Select.prioritised();
                                ReceiveCase<Integer> fromA = select.receive(a);
                                ReceiveCase<Integer> fromB = select.receive(b);
                                for (int i = 0; i < 2; i++) {
                                    sum[0] +=
                                            select.select() == fromA ? fromA.take() : fromB.take();
                                }
                            },
                            () -> b.send(2));
                    assertEquals(3, sum[0]);
                });
    }

    @Test
    void closeWakesWhoeverWaits() {
        explore(
                () -> {
                    Channel<Integer> c = Channel.rendezvous();
                    together(() -> c.close(), () -> assertEquals(null, c.receiveOrNull()));
                    Channel<Integer> d = Channel.rendezvous();
                    together(
                            () -> d.close(),
                            () -> assertThrows(ChannelClosedException.class, () -> d.send(1)));
                });
    }

    @Test
    void mutexExcludesAndHandsOver() {
        explore(
                () -> {
                    Mutex mutex = new Mutex();
                    int[] count = new int[1];
                    Programs.Action twice =
                            () -> {
                                for (int i = 0; i < 2; i++) {
                                    mutex.lock();
                                    count[0]++;
                                    mutex.unlock();
                                }
                            };
                    together(twice, twice);
                    assertEquals(4, count[0]);
                });
    }

    @Test
    void semaphoreGrantsWhatIsReleased() {
        explore(
                () -> {
                    Semaphore semaphore = new Semaphore(0);
                    together(
                            () -> semaphore.acquirePermits(2),
                            () -> semaphore.releasePermits(1),
                            () -> semaphore.releasePermits(2));
                    assertEquals(1, semaphore.available());
                });
    }
}
