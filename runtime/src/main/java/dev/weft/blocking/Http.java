package dev.weft.blocking;

import dev.weft.Suspendable;
import dev.weft.fiber.Fiber;
import dev.weft.woven.StandIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Stand-in for the HTTP client: sent asynchronously, and awaited by the fiber. */
public final class Http {
    private Http() {}

    /** {@link HttpClient#send(HttpRequest, HttpResponse.BodyHandler)}. */
    @Suspendable
    @StandIn(value = HttpClient.class, mode = StandIn.Mode.CALLBACK)
    public static HttpResponse<Object> send(
            HttpClient client, HttpRequest request, HttpResponse.BodyHandler<Object> handler)
            throws Exception {
        if (Fiber.current() == null) {
            return client.send(request, handler);
        }
        CompletableFuture<HttpResponse<Object>> answer = client.sendAsync(request, handler);
        try {
            Futures.awaitEnd(answer, Long.MAX_VALUE, true);
        } catch (Throwable ended) {
            answer.cancel(true);
            throw ended;
        }
        return HttpOutcome.of(answer);
    }

    /** What {@code send} would have thrown is the cause of what the future throws. */
    private static final class HttpOutcome {
        static HttpResponse<Object> of(CompletableFuture<HttpResponse<Object>> answer)
                throws Exception {
            try {
                return answer.get();
            } catch (java.util.concurrent.ExecutionException failed) {
                Throwable cause = failed.getCause();
                if (cause instanceof IOException || cause instanceof RuntimeException) {
                    throw (Exception) cause;
                }
                if (cause instanceof Error) {
                    throw (Error) cause;
                }
                throw new IOException(cause);
            }
        }
    }
}
