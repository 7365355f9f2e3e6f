package app;

import fi.iki.elonen.NanoHTTPD;
import java.io.IOException;

/** NanoHTTPD as its authors show it: a thread for each connection. Runs until its input ends. */
public final class Http extends NanoHTTPD {
    private Http(int port) {
        super(port);
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
}
