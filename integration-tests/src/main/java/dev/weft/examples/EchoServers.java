package dev.weft.examples;

import dev.weft.Suspendable;
import dev.weft.examples.unmodified.EchoClient;
import dev.weft.examples.unmodified.EchoServer;
import dev.weft.fiber.Fiber;
import dev.weft.fiber.Scheduler;
import dev.weft.fiber.Weft;
import java.util.ArrayList;
import java.util.List;

/**
 * Four echo servers and their clients on one carrier. Needs the agent with {@code
 * suspendable=dev.weft.examples.unmodified.**}.
 */
public final class EchoServers {
    private EchoServers() {}

    /**
     * Prints for each server how many answers were right.
     *
     * @param arguments how many clients each server has; default 100
     */
    public static void main(String[] arguments) {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        for (EchoServer.Protocol protocol : EchoServer.Protocol.values()) {
            int right = Weft.run(Scheduler.workStealing(1), () -> talk(protocol, clients));
            System.out.println(protocol + "=" + right);
        }
    }

    @Suspendable
    private static int talk(EchoServer.Protocol protocol, int clients) throws Exception {
        try (EchoServer server = new EchoServer(protocol)) {
            Fiber<Void> acceptor =
                    Weft.go(
                            () ->
                                    server.serve(
                                            clients,
                                            connection -> Weft.go(() -> connection.run())));
            List<Fiber<String>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String text = "hello " + i;
                answers.add(Weft.go(() -> EchoClient.ask(server, text)));
            }
            String prefix = protocol == EchoServer.Protocol.REPLY ? "Re: " : "";
            int right = 0;
            for (int i = 0; i < clients; i++) {
                right += (prefix + "hello " + i).equals(answers.get(i).join()) ? 1 : 0;
            }
            acceptor.join();
            return right;
        }
    }
}
