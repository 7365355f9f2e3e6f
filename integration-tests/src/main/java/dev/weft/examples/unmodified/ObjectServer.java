package dev.weft.examples.unmodified;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A server that reads one object of each client and answers with its size, in a thread for each.
 * All clients stop in the middle of their objects until all have come so far; then the program says
 * how many threads there are.
 */
public final class ObjectServer {
    private static final List<Integer> MESSAGE = new ArrayList<>(List.of(1, 2, 3));

    private ObjectServer() {}

    private static void serve(Socket socket) {
        try (Socket client = socket;
                ObjectInputStream in = new ObjectInputStream(client.getInputStream());
                ObjectOutputStream out = new ObjectOutputStream(client.getOutputStream())) {
            out.writeInt(((List<?>) in.readObject()).size());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the conversation broke", e);
        }
    }

    private static byte[] message() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(MESSAGE);
        }
        return bytes.toByteArray();
    }

    private static void accept(ServerSocket server, int clients, CountDownLatch served) {
        try {
            for (int i = 0; i < clients; i++) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket)).start();
                served.countDown();
            }
        } catch (IOException e) {
            throw new IllegalStateException("accepting failed", e);
        }
    }

    /**
     * Prints how many were answered, and whether there were as many threads.
     *
     * @param arguments the number of clients
     * @throws Exception when the network fails
     */
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        byte[] message = message();
        List<Socket> sockets = new ArrayList<>();
        int right = 0;
        try (ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            CountDownLatch served = new CountDownLatch(clients);
            new Thread(() -> accept(server, clients, served)).start();
            for (int i = 0; i < clients; i++) {
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                send(socket, message, 0, message.length - 3);
                sockets.add(socket);
            }
            served.await();
        }
        for (Socket socket : sockets) {
            send(socket, message, message.length - 3, message.length);
        }
        for (Socket socket : sockets) {
            ObjectInputStream answer = new ObjectInputStream(socket.getInputStream());
            right += answer.readInt() == MESSAGE.size() ? 1 : 0;
            socket.close();
        }
        int most = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        System.out.println(right + " answered, threads " + (most > clients / 2 ? "many" : "few"));
    }

    private static void send(Socket socket, byte[] bytes, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, from, to - from);
        out.flush();
    }
}
