package app;

import fi.iki.elonen.NanoHTTPD;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * NanoHTTPD as its authors show it: a thread for each connection. Runs until its input ends. For virtual threads the library
 * has to be given a runner of connections.
 */
public final class Http extends NanoHTTPD {
    private Http(int port) {
        super(port);
        if (Starter.VIRTUAL) {
            setAsyncRunner(new VirtualRunner());
        }
    }

    @Override
    public Response serve(IHTTPSession session) {
        return newFixedLengthResponse("hello from " + session.getUri());
    }

    /**
     * @param args port
     */
    public static void main(String[] args) throws IOException {
        Http server = new Http(Integer.parseInt(args[0]));
        server.start(600_000, false);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            System.out.println(
                    Starter.osThreads() + " threads, " + Starter.residentMegabytes() + " MB");
        }
        server.stop();
        System.exit(0);
    }

    private static final class VirtualRunner implements AsyncRunner {
        private final Set<ClientHandler> running = ConcurrentHashMap.newKeySet();

        @Override
        public void exec(ClientHandler connection) {
            running.add(connection);
            Starter.start((Runnable) connection);
        }

        @Override
        public void closed(ClientHandler connection) {
            running.remove(connection);
        }

        @Override
        public void closeAll() {
            List.copyOf(running).forEach(ClientHandler::close);
        }
    }
}
