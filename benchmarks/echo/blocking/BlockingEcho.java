package blocking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;

/** An echo server as it is written with a thread for each connection. Knows nothing of Weft. */
public final class BlockingEcho {
    private BlockingEcho() {}

    public static void serve(Executor executor) throws IOException {
        ServerSocket server = new ServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
        System.out.println(server.getLocalPort());
        while (true) {
            Socket socket = server.accept();
            executor.execute(() -> echo(socket));
        }
    }

    private static void echo(Socket socket) {
        try (Socket s = socket) {
            byte[] buffer = new byte[1024];
            InputStream in = s.getInputStream();
            OutputStream out = s.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
