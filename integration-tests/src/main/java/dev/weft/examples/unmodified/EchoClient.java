package dev.weft.examples.unmodified;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends lines to an echo server and reads the answers. */
public final class EchoClient {
    private EchoClient() {}

    /**
     * One conversation.
     *
     * @param server to connect to
     * @param text what to send, without a line break
     * @return the answer, without its line break
     * @throws IOException when the connection breaks
     */
    public static String ask(EchoServer server, String text) throws IOException {
        try (Socket socket = server.connect()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = in.readLine();
            if (server.protocol() == EchoServer.Protocol.LINES) {
                socket.getOutputStream().write("quit\n".getBytes(StandardCharsets.UTF_8));
            }
            // Half-closing and reading to the end: closing with an answer under way would reset the
            // connection.
            socket.shutdownOutput();
            while (in.readLine() != null) {
                // answers nobody waits for
            }
            return answer;
        }
    }
}
