package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.generator.Coroutine;
import dev.weft.generator.CoroutineContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Program 11: three workers, one a kind of event, each fed by a queue and ended by a KILL message;
 * as processes, as threads, as fibers and as coroutines of a round robin.
 */
public final class WorkerCounter {
    private static final int KILL = -1;
    private static final int QUEUE = 1024;

    private WorkerCounter() {}

    /**
     * Counts with a thread for each worker.
     *
     * @param text the events
     * @return the counts
     * @throws InterruptedException when interrupted
     */
    public static String threads(String text) throws InterruptedException {
        long[] counts = new long[3];
        List<BlockingQueue<Integer>> queues = new ArrayList<>();
        List<Thread> workers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int kind = k;
            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(QUEUE);
            queues.add(queue);
            workers.add(new Thread(() -> counts[kind] = drain(queue)));
        }
        workers.forEach(Thread::start);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            queues.get(EventText.kind(c)).put((int) c);
        }
        for (int k = 0; k < 3; k++) {
            queues.get(k).put(KILL);
            workers.get(k).join();
        }
        return EventText.report(counts);
    }

    private static long drain(BlockingQueue<Integer> queue) {
        long count = 0;
        try {
            while (queue.take() != KILL) {
                count++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count;
    }

    /**
     * Counts with a process for each worker: it counts the bytes of its input until the end.
     *
     * @param text the events
     * @return the counts
     * @throws IOException when no process can be started
     */
    public static String processes(String text) throws IOException {
        Process[] workers = new Process[3];
        OutputStream[] queues = new OutputStream[3];
        for (int k = 0; k < 3; k++) {
            workers[k] = new ProcessBuilder("wc", "-c").start();
            queues[k] = new java.io.BufferedOutputStream(workers[k].getOutputStream());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            queues[EventText.kind(c)].write(c);
        }
        long[] counts = new long[3];
        for (int k = 0; k < 3; k++) {
            queues[k].close();
            try (InputStream result = workers[k].getInputStream()) {
                counts[k] =
                        Long.parseLong(
                                new String(result.readAllBytes(), StandardCharsets.US_ASCII)
                                        .trim());
            }
        }
        return EventText.report(counts);
    }

    /**
     * Counts with a fiber for each worker, fed by a channel.
     *
     * @param text the events
     * @return the counts
     */
    public static String fibers(String text) {
        return Weft.run(Scheduler.singleThreaded(), () -> feed(text));
    }

    @Suspendable
    private static String feed(String text) {
        List<Channel<Integer>> queues = new ArrayList<>();
        List<Fiber<Long>> workers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            Channel<Integer> queue = Channel.buffered(QUEUE);
            queues.add(queue);
            workers.add(Weft.go(() -> work(queue)));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            queues.get(EventText.kind(c)).send((int) c);
        }
        long[] counts = new long[3];
        for (int k = 0; k < 3; k++) {
            queues.get(k).send(KILL);
            counts[k] = workers.get(k).join();
        }
        return EventText.report(counts);
    }

    @Suspendable
    private static long work(Channel<Integer> queue) {
        long count = 0;
        while (queue.receive() != KILL) {
            count++;
        }
        return count;
    }

    /**
     * Counts with a coroutine for each worker, which gives way when its queue is empty.
     *
     * @param text the events
     * @return the counts
     */
    public static String tasks(String text) {
        List<Deque<Integer>> queues = new ArrayList<>();
        List<Coroutine<Void, Long>> workers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            Deque<Integer> queue = new ArrayDeque<>();
            queues.add(queue);
            workers.add(Coroutine.of((c, first) -> work(c, queue)));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            queues.get(EventText.kind(c)).add((int) c);
            if (i % QUEUE == QUEUE - 1) {
                workers.forEach(w -> w.resume(null));
            }
        }
        queues.forEach(q -> q.add(KILL));
        workers.forEach(w -> w.resume(null));
        return EventText.report(
                workers.get(0).result(), workers.get(1).result(), workers.get(2).result());
    }

    @Suspendable
    private static long work(CoroutineContext<Void, Long> c, Deque<Integer> queue) {
        long count = 0;
        for (; ; ) {
            Integer event = queue.poll();
            if (event == null) {
                c.yield(count);
            } else if (event == KILL) {
                return count;
            } else {
                count++;
            }
        }
    }
}
