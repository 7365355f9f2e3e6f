package t;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.*;

/** The asynchronous methods called through the interface; as ThreadUser. */
public class StageUser {
    static String asInterface() throws Exception {
        CompletionStage<Integer> one = CompletableFuture.completedFuture(1);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        log.add("" + get(one.thenApplyAsync(x -> ThreadUser.slow(x + 1))));
        get(one.thenAcceptAsync(x -> log.add("accept" + ThreadUser.slow(x))));
        get(one.thenRunAsync(() -> log.add("run" + ThreadUser.slow(0))));
        log.add("" + get(one.thenComposeAsync(x -> one.thenApplyAsync(y -> ThreadUser.slow(x + y)))));
        log.add("" + get(one.handleAsync((x, e) -> ThreadUser.slow(x) + "" + e)));
        log.add("" + get(one.whenCompleteAsync((x, e) -> ThreadUser.slow(x))));
        ExecutorService pool = Executors.newFixedThreadPool(1);
        log.add("" + get(one.thenApplyAsync(x -> ThreadUser.slow(x + 2), pool)));
        pool.shutdown();
        return log.toString();
    }

    static String pairs() throws Exception {
        CompletionStage<Integer> one = CompletableFuture.completedFuture(1);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        log.add("" + get(one.thenCombineAsync(one, (x, y) -> ThreadUser.slow(x + y))));
        get(one.thenAcceptBothAsync(one, (x, y) -> log.add("both" + ThreadUser.slow(x + y))));
        get(one.runAfterBothAsync(one, () -> log.add("after" + ThreadUser.slow(2))));
        log.add("" + get(one.applyToEitherAsync(one, x -> ThreadUser.slow(x + 4))));
        get(one.acceptEitherAsync(one, x -> log.add("either" + ThreadUser.slow(x))));
        get(one.runAfterEitherAsync(one, () -> log.add("last" + ThreadUser.slow(3))));
        return log.toString();
    }

    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get();
    }
}
