package dev.weft.examples.unmodified;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** Four echo servers as they are written with a thread for each connection. */
public final class EchoServer implements AutoCloseable {
    /** How an answer is made. */
    public enum Protocol {
        /** Line by line, until {@code quit}. */
        LINES,
        /** Everything up to a newline, once. */
        UNTIL_NEWLINE,
        /** Bytes as they come. */
        RAW,
        /** What came, after {@code "Re: "}. */
        REPLY
    }

    private static final int BACKLOG = 1000;

    private final ServerSocket server;
    private final Protocol protocol;

    /**
     * Opens a server at a free port of the loopback address.
     *
     * @param protocol what it answers
     * @throws IOException when it can't be opened
     */
    public EchoServer(Protocol protocol) throws IOException {
        this.protocol = protocol;
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** {@return what this server answers} */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Connects.
     *
     * @return a client's socket
     * @throws IOException when refused
     */
    public Socket connect() throws IOException {
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }

    /**
     * Accepts and serves a number of connections.
     *
     * @param connections how many
     * @param executor runs each connection
     * @throws IOException when accepting fails
     */
    public void serve(int connections, Executor executor) throws IOException {
        for (int i = 0; i < connections; i++) {
            Socket socket = server.accept();
            executor.execute(() -> serve(socket));
        }
    }

    private void serve(Socket socket) {
        try (Socket s = socket) {
            switch (protocol) {
                case LINES:
                    lines(s);
                    break;
                case UNTIL_NEWLINE:
                    untilNewline(s);
                    break;
                default:
                    chunks(s, protocol == Protocol.REPLY ? "Re: " : "");
                    break;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke", e);
        }
    }

    private static void lines(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        String line = in.readLine();
        while (line != null && !line.equals("quit")) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            line = in.readLine();
        }
    }

    private static void untilNewline(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            text.append((char) c);
            c = in.read();
        }
        socket.getOutputStream()
                .write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void chunks(Socket socket, String prefix) throws IOException {
        byte[] buffer = new byte[1024];
        int n = socket.getInputStream().read(buffer);
        while (n >= 0) {
            String answer = prefix + new String(buffer, 0, n, StandardCharsets.UTF_8);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            n = socket.getInputStream().read(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
