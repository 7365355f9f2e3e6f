package com.acme;

import dev.weft.Suspendable;

public final class Counter {
    private int count;

    @Suspendable
    public synchronized int next() {
        return ++count;
    }
}
