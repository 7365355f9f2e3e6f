package com.acme.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Compiled without Weft. */
public final class Counter {
    private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

    public void add(int n) throws InterruptedException {
        queue.put(n);
    }

    public int next() throws InterruptedException {
        return queue.take();
    }
}
