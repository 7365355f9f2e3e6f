package dev.weft.examples.http.client;

import java.net.SocketException;
import java.util.concurrent.Callable;

/** What a call gives or throws. */
final class Outcome {
    private Outcome() {}

    static String of(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            StringBuilder text = new StringBuilder();
            for (Throwable t = e; t != null; t = t.getCause()) {
                text.append(t).append(" < ");
                if (t instanceof SocketException) {
                    break; // a socket's cause is its implementation's
                }
            }
            return text.toString();
        }
    }
}
