package dev.weft.examples;

import dev.weft.FiberCancelledException;
import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import dev.weft.generator.Coroutine;
import dev.weft.generator.Generator;
import dev.weft.generator.IntGenerator;
import dev.weft.generator.Yielder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Generators and coroutines whose bodies wait: the fiber that drives them waits, the others run.
 */
public final class GeneratorsOnFibers {
    private GeneratorsOnFibers() {}

    /**
     * A generator gives what arrives on a channel, through another generator that delegates to it.
     *
     * @return what the iterating fiber and the sending one did, in order
     */
    public static String receiving() {
        List<String> log = new ArrayList<>();
        Weft.run(Scheduler.singleThreaded(), () -> receive(log));
        return String.join(" ", log);
    }

    @Suspendable
    private static Object receive(List<String> log) {
        Channel<String> channel = Channel.rendezvous();
        Fiber<Void> sender = Weft.go(() -> send(channel));
        Generator<String> values = Generator.of(y -> outer(channel, y));
        while (values.hasNext()) {
            log.add(values.next());
        }
        return sender.join();
    }

    @Suspendable
    private static void send(Channel<String> channel) {
        for (int i = 0; i < 3; i++) {
            Weft.sleep(1);
            channel.send("v" + i);
        }
        channel.send("end");
    }

    @Suspendable
    private static void outer(Channel<String> channel, Yielder<String> y) {
        y.yield("first");
        y.yieldAll(Generator.<String>of(z -> inner(channel, z)));
        y.yield("last");
    }

    @Suspendable
    private static void inner(Channel<String> channel, Yielder<String> y) {
        for (; ; ) {
            String value = channel.receive();
            if (value.equals("end")) {
                return;
            }
            y.yield(value);
        }
    }

    /**
     * A fiber is cancelled while it waits inside a generator.
     *
     * @return what ran, innermost first
     */
    public static String cancelled() {
        List<String> log = new ArrayList<>();
        Weft.run(Scheduler.singleThreaded(), () -> cancel(log));
        return String.join(" ", log);
    }

    @Suspendable
    private static Object cancel(List<String> log) {
        Channel<String> never = Channel.rendezvous();
        Generator<String> values = Generator.of(y -> waiting(never, log, y));
        Fiber<Void> consumer = Weft.go(() -> consume(values, log));
        Weft.sleep(1);
        consumer.cancel();
        try {
            consumer.join();
        } catch (CompletionException e) {
            log.add(e.getCause() instanceof FiberCancelledException ? "joined" : e.toString());
        }
        log.add(values.state().toString());
        return null;
    }

    @Suspendable
    private static void waiting(Channel<String> never, List<String> log, Yielder<String> y) {
        try {
            y.yield(never.receive());
        } finally {
            log.add("generator");
        }
    }

    @Suspendable
    private static void consume(Generator<String> values, List<String> log) {
        try {
            values.next();
        } finally {
            log.add("consumer");
        }
    }

    /**
     * One coroutine, resumed by three fibers in turn; it sleeps on each.
     *
     * @return what they got
     */
    public static String inTurn() {
        List<String> log = new ArrayList<>();
        Weft.run(Scheduler.singleThreaded(), () -> turns(log));
        return String.join(" ", log);
    }

    @Suspendable
    private static Object turns(List<String> log) {
        Coroutine<String, String> echo =
                Coroutine.of(
                        (c, first) -> {
                            String in = first;
                            for (; ; ) {
                                Weft.sleep(1);
                                in = c.yield("<" + in + ">");
                            }
                        });
        for (int i = 0; i < 3; i++) {
            String name = "f" + i;
            Weft.go(() -> turn(echo, name, log)).join();
        }
        return null;
    }

    @Suspendable
    private static void turn(Coroutine<String, String> echo, String name, List<String> log) {
        log.add(echo.resume(name));
    }

    /**
     * A for-each loop in a fiber, over a generator that receives: the sender runs on the same
     * thread, hence the loop does not block it.
     *
     * @return what the loop got, and the number of threads
     */
    public static String loop() {
        List<String> log = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();
        Weft.run(Scheduler.singleThreaded(), () -> loop(log, threads));
        return String.join(" ", log) + " on " + threads.size();
    }

    @Suspendable
    private static Object loop(List<String> log, Set<Thread> threads) {
        Channel<String> channel = Channel.rendezvous();
        Weft.go(() -> sendFromHere(channel, threads));
        for (String value : Generator.<String>iterable(y -> inner(channel, y))) {
            threads.add(Thread.currentThread());
            log.add("got " + value);
        }
        return null;
    }

    /**
     * As {@link #loop()}, with a stream.
     *
     * @return what the stream's last operation got, and the number of threads
     */
    public static String stream() {
        List<String> log = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();
        Weft.run(Scheduler.singleThreaded(), () -> stream(log, threads));
        return String.join(" ", log) + " on " + threads.size();
    }

    @Suspendable
    private static Object stream(List<String> log, Set<Thread> threads) {
        Channel<String> channel = Channel.rendezvous();
        Weft.go(() -> sendFromHere(channel, threads));
        Generator.<String>of(y -> inner(channel, y)).stream()
                .map(value -> "got " + value)
                .forEach(text -> log.add(text));
        threads.add(Thread.currentThread());
        return null;
    }

    /**
     * Streams in woven code make what they are asked for and no more, and close the generator.
     *
     * @return what was made, got and closed, and the sum of a stream of ints
     */
    public static String lazyStream() {
        List<String> log = new ArrayList<>();
        Weft.run(Scheduler.singleThreaded(), () -> lazily(log));
        return String.join(" ", log);
    }

    @Suspendable
    private static Object lazily(List<String> log) {
        try (Stream<Integer> numbers = Generator.<Integer>of(y -> count(y, log)).stream()) {
            numbers.limit(2).forEach(n -> log.add("got" + n));
        }
        IntGenerator four =
                IntGenerator.of(
                        y -> {
                            for (int i = 1; i <= 4; i++) {
                                Weft.sleep(1);
                                y.yield(i);
                            }
                        });
        log.add("sum" + four.stream().sum());
        return null;
    }

    @Suspendable
    private static void count(Yielder<Integer> y, List<String> log) {
        try {
            for (int i = 0; ; i++) {
                Weft.sleep(1);
                log.add("made" + i);
                y.yield(i);
            }
        } finally {
            log.add("closed");
        }
    }

    @Suspendable
    private static void sendFromHere(Channel<String> channel, Set<Thread> threads) {
        for (int i = 0; i < 2; i++) {
            threads.add(Thread.currentThread());
            channel.send("v" + i);
        }
        channel.send("end");
    }

    /**
     * A fiber inside a generator's consumer, and a generator inside that fiber.
     *
     * @return the values
     */
    public static String nested() {
        return Weft.run(Scheduler.singleThreaded(), GeneratorsOnFibers::nest);
    }

    @Suspendable
    private static String nest() {
        List<String> log = new ArrayList<>();
        Generator<Integer> numbers = Generator.of(y -> sleepy(3, y));
        while (numbers.hasNext()) {
            int n = numbers.next();
            log.add(Weft.go(() -> sumOf(Generator.of(y -> sleepy(n, y)))).join());
        }
        return String.join(" ", log);
    }

    @Suspendable
    private static void sleepy(int n, Yielder<Integer> y) {
        for (int i = 1; i <= n; i++) {
            Weft.sleep(1);
            y.yield(i);
        }
    }

    @Suspendable
    private static String sumOf(Generator<Integer> numbers) {
        int sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return Integer.toString(sum);
    }
}
