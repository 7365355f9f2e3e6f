package com.acme.application;

import com.acme.library.Counter;

/** Compiled without Weft. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Counter counter = new Counter();
        Thread thread = new Thread(() -> add(counter));
        thread.start();
        System.out.println(thread.getClass().getSimpleName() + " " + counter.next());
        thread.join();
    }

    private static void add(Counter counter) {
        try {
            Thread.sleep(1);
            counter.add(42);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
