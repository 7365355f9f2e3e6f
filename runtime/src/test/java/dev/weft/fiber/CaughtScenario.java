package dev.weft.fiber;

import dev.weft.Suspendable;
import dev.weft.channel.Channel;
import dev.weft.generator.Generator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What {@link TraceGoldenTest} prints: exceptions that are caught in the method that was resumed or
 * below it, and traces of code that asks for its own.
 */
@Suspendable
final class CaughtScenario {
    private final StringWriter text = new StringWriter();

    String traces() {
        title("caught in the method that was resumed");
        resumed();
        title("caught in a method that it calls");
        calls();
        title("caught before anything waits");
        caughtBelow("one");
        title("caught, thrown on, and caught again");
        again();
        title("wrapped by code that is not woven");
        wrapped();
        title("suppressed by a resource, and while another is handled");
        suppressed();
        title("passed on by a method that it calls, which waits meanwhile");
        passedOn();
        title("in code that runs pinned");
        pinned();
        title("in a scope");
        Scope.run(scope -> inScope(scope));
        title("in a generator, before and after it waits");
        consume(generator(0));
        title("in a generator that another one delegates to, before and after it waits");
        consume(delegating());
        title("of a generator, in its consumer");
        consume(failing());
        title("in fibers that catch the same exception one after the other");
        handsOn();
        title("printed without being thrown");
        prints();
        title("the thread's own");
        own();
        return text.toString();
    }

    private void title(String title) {
        text.append("--- ").append(title).append('\n');
    }

    /** As a logger: not woven, sees nothing but the exception. */
    private void log(Throwable thrown) {
        Log.write(thrown, text);
    }

    private void resumed() {
        Weft.sleep(1);
        try {
            Integer.parseInt("two");
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    private void passedOn() {
        Weft.sleep(1);
        try {
            cleansUp();
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    private void cleansUp() {
        try {
            Integer.parseInt("fourteen");
        } finally {
            Weft.sleep(1);
        }
    }

    private void pinned() {
        Weft.sleep(1);
        locked();
    }

    private synchronized void locked() {
        caughtBelow("thirteen");
        resumed();
    }

    private int inScope(Scope scope) {
        Fiber<Integer> other = scope.go(() -> 1);
        resumed();
        return other.join();
    }

    private void calls() {
        Weft.sleep(1);
        caughtBelow("three");
    }

    private void caughtBelow(String number) {
        try {
            Integer.parseInt(number);
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    private void again() {
        try {
            thrownOn();
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    private void thrownOn() {
        Weft.sleep(1);
        try {
            Integer.parseInt("four");
        } catch (NumberFormatException e) {
            log(e);
            throw e;
        }
    }

    private void wrapped() {
        Weft.sleep(1);
        try {
            Log.parse("five");
        } catch (IllegalArgumentException e) {
            log(e);
        }
    }

    private void suppressed() {
        Weft.sleep(1);
        try (Resource resource = new Resource()) {
            resource.use("seven");
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    private Generator<Integer> generator(int first) {
        return Generator.of(
                yielder -> {
                    caughtBelow("eight");
                    yielder.yield(first);
                    Weft.sleep(1);
                    caughtBelow("nine");
                    yielder.yield(first + 1);
                });
    }

    private Generator<Integer> delegating() {
        return Generator.of(yielder -> yielder.yieldAll(generator(2)));
    }

    private static Generator<Integer> failing() {
        return Generator.of(
                yielder -> {
                    yielder.yield(Integer.parseInt("10"));
                    yielder.yield(Integer.parseInt("eleven"));
                });
    }

    private void consume(Generator<Integer> numbers) {
        Weft.sleep(1);
        try {
            while (numbers.hasNext()) {
                numbers.next();
            }
        } catch (NumberFormatException e) {
            log(e);
        }
    }

    /** The first is in the same method as the second when it catches the exception. */
    private void handsOn() {
        Channel<NumberFormatException> made = Channel.buffered(1);
        Fiber<Void> first = Weft.go(() -> first(made)).named("first");
        second(made);
        first.join();
    }

    private void first(Channel<NumberFormatException> made) {
        catches(made, "twelve");
    }

    private void second(Channel<NumberFormatException> made) {
        catches(made, null);
    }

    private void catches(Channel<NumberFormatException> made, String number) {
        Weft.sleep(1);
        try {
            if (number == null) {
                throw made.receive();
            }
            Integer.parseInt(number);
        } catch (NumberFormatException e) {
            if (number != null) {
                made.send(e);
            } else {
                log(e);
            }
        }
    }

    private void prints() {
        Weft.sleep(1);
        new Exception("here").printStackTrace(new PrintWriter(text, true));
    }

    private void own() {
        Weft.sleep(1);
        Arrays.stream(Thread.currentThread().getStackTrace())
                .forEach(element -> text.append("\tat ").append(element + "\n"));
    }

    private static final class Resource implements AutoCloseable {
        void use(String number) {
            Integer.parseInt(number);
        }

        @Override
        public void close() {
            Integer.parseInt("six");
        }
    }

    /** Not woven: its methods are not suspendable. */
    private static final class Log {
        private static final Function<String, Integer> PARSER = Integer::parseInt;

        private Log() {}

        static void write(Throwable thrown, StringWriter to) {
            thrown.printStackTrace(new PrintWriter(to, true));
        }

        static int parse(String number) {
            try {
                return PARSER.apply(number);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a number", e);
            }
        }
    }
}
