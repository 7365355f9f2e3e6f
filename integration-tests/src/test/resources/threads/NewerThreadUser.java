package t;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.*;

/** What later JDKs than 11 have; as ThreadUser. */
public class NewerThreadUser {
    static int slow(int n) {
        try {
            ThreadUser.here();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        return n;
    }

    static String failures() throws Exception {
        CompletableFuture<Integer> bad = new CompletableFuture<>();
        bad.completeExceptionally(new IllegalArgumentException("bad"));
        CompletableFuture<Integer> good = CompletableFuture.completedFuture(1);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        log.add("" + bad.exceptionallyAsync(e -> slow(e.getMessage().length())).get());
        log.add("" + good.exceptionallyAsync(e -> slow(7)).get());
        log.add("" + bad.exceptionallyComposeAsync(
                e -> CompletableFuture.completedFuture(slow(4))).get());
        log.add("" + good.exceptionallyComposeAsync(e -> bad).get());
        ExecutorService pool = Executors.newFixedThreadPool(1);
        log.add("" + bad.exceptionallyAsync(e -> slow(5), pool).get());
        log.add("" + bad.exceptionallyComposeAsync(
                e -> CompletableFuture.completedFuture(slow(6)), pool).get());
        pool.shutdown();
        try {
            bad.exceptionallyComposeAsync(e -> bad).get();
        } catch (ExecutionException e) {
            log.add(e.getCause().getMessage());
        }
        try {
            bad.exceptionallyAsync(e -> { throw new IllegalStateException("again"); }).join();
        } catch (CompletionException e) {
            log.add(e.getCause().getMessage());
        }
        return log.toString();
    }

    /** The same through the interface. */
    static String failuresOfStages() throws Exception {
        CompletableFuture<Integer> bad = new CompletableFuture<>();
        bad.completeExceptionally(new IllegalArgumentException("bad"));
        CompletionStage<Integer> stage = bad;
        ExecutorService pool = Executors.newFixedThreadPool(1);
        List<Integer> log = new ArrayList<>();
        log.add(stage.exceptionallyAsync(e -> slow(1)).toCompletableFuture().get());
        log.add(stage.exceptionallyAsync(e -> slow(2), pool).toCompletableFuture().get());
        log.add(stage.exceptionallyComposeAsync(e -> CompletableFuture.completedFuture(slow(3)))
                .toCompletableFuture().get());
        log.add(stage.exceptionallyComposeAsync(
                        e -> CompletableFuture.completedFuture(slow(4)), pool)
                .toCompletableFuture().get());
        pool.shutdown();
        return log.toString();
    }
}
