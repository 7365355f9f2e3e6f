package dev.weft.io;

import dev.weft.fiber.Blocking;
import java.io.IOException;

/**
 * A call of the JDK's code that may wait and must be made by the calling thread, which it
 * remembers: the other fibers go on elsewhere.
 */
final class InPlace {
    private InPlace() {}

    /** Not suspendable. */
    interface Call {
        int call() throws IOException;
    }

    /** Not suspendable. */
    interface Action {
        void run() throws IOException;
    }

    static int call(Call call) throws IOException {
        try {
            return Blocking.inPlace(call::call);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("thrown by a call that does not declare it", e);
        }
    }

    static void run(Action action) throws IOException {
        call(
                () -> {
                    action.run();
                    return 0;
                });
    }
}
