package dev.weft.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Left out of weaving: here {@code new Socket()} makes the JDK's. */
final class UnwovenBodies implements SocketScenarios.Maker {
    @Override
    public Socket socket() {
        return new Socket();
    }

    @Override
    public ServerSocket server() throws IOException {
        return new ServerSocket();
    }

    @Override
    public ServerSocket server(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }
}
