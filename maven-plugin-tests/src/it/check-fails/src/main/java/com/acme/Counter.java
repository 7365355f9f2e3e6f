package com.acme;

import dev.weft.Suspendable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Counter {
    private int count;

    @Suspendable
    public synchronized int next() {
        return ++count;
    }

    @Suspendable
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
