package weft;

import blocking.BlockingEcho;
import dev.weft.fiber.Weft;

/** The blocking echo server with a fiber for each connection: needs the agent and {@code suspendable=blocking.**:weft.**}. */
public final class WeftEcho {
    private WeftEcho() {}

    public static void main(String[] arguments) {
        Weft.run(
                () -> {
                    BlockingEcho.serve(connection -> Weft.go(() -> connection.run()));
                    return null;
                });
    }
}
