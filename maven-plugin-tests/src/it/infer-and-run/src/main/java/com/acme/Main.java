package com.acme;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public final class Main {
    static int take(BlockingQueue<Integer> queue) throws InterruptedException {
        return twice(queue.take());
    }

    static int twice(int x) {
        return 2 * x;
    }

    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        queue.put(21);
        System.out.println("taken=" + take(queue));
    }
}
