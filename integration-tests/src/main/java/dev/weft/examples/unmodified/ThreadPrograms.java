package dev.weft.examples.unmodified;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * Three programs of gevent's introduction as they are written with threads: life goes on beside one
 * that sleeps; foo visits bar while baz jumps and is back; three that wait in selects which time
 * out. With the agent's {@code threads=dev.weft.examples.unmodified.**} the threads are fibers.
 */
public final class ThreadPrograms {
    private final long second;

    private ThreadPrograms(long second) {
        this.second = second;
    }

    /**
     * Runs one.
     *
     * @param arguments {@code sleep}, {@code visit} or {@code select}; milliseconds a second has
     * @throws InterruptedException when interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        ThreadPrograms programs = new ThreadPrograms(Long.parseLong(arguments[1]));
        switch (arguments[0]) {
            case "sleep":
                programs.sleep();
                break;
            case "visit":
                programs.visit();
                break;
            default:
                programs.select();
                break;
        }
    }

    private void sleep() throws InterruptedException {
        say("Start process");
        Thread sleeper =
                new Thread(
                        () -> {
                            pause(5);
                            say("Done waiting");
                        });
        sleeper.start();
        say("Life goes on");
        sleeper.join();
    }

    private void visit() throws InterruptedException {
        Thread foo = new Thread(this::foo);
        Thread baz = new Thread(this::baz);
        foo.start();
        baz.start();
        foo.join();
        baz.join();
    }

    private void foo() {
        say("foo running");
        pause(0);
        say("foo DONE, visiting bar");
        bar();
    }

    private void bar() {
        pause(5);
        say("bar DONE");
    }

    private void baz() {
        say("baz jump");
        pause(1);
        say("baz back");
    }

    private void select() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        int[] seconds = {5, 1, 1};
        for (int i = 0; i < seconds.length; i++) {
            String name = "g" + (i + 1);
            long millis = seconds[i] * second;
            threads.add(new Thread(() -> waitInSelect(name, millis)));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void waitInSelect(String name, long millis) {
        say(name + " start");
        try (Selector selector = Selector.open()) {
            selector.select(millis);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        say(name + " finish");
    }

    private void pause(long seconds) {
        try {
            Thread.sleep(seconds * second);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String text) {
        boolean platform = Thread.currentThread().getName().startsWith("weft-carrier");
        System.out.println(platform ? "on a carrier's thread: " + text : text);
    }
}
