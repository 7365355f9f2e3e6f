package dev.weft.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Left out of weaving: here {@code new Socket()} makes the JDK's. */
final class UnwovenBodies implements SocketScenarios.Maker, ChannelScenarios.Maker {
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

    @Override
    public SocketChannel socketChannel() throws IOException {
        return SocketChannel.open();
    }

    @Override
    public ServerSocketChannel serverChannel() throws IOException {
        return ServerSocketChannel.open();
    }

    @Override
    public DatagramChannel datagramChannel() throws IOException {
        return DatagramChannel.open();
    }

    @Override
    public Pipe pipe() throws IOException {
        return Pipe.open();
    }

    @Override
    public Selector selector() throws IOException {
        return Selector.open();
    }

    /** The JDK's TLS sockets. */
    static SSLSocketFactory sockets(SSLContext context) {
        return context.getSocketFactory();
    }

    /** The JDK's. */
    static SSLServerSocketFactory servers(SSLContext context) {
        return context.getServerSocketFactory();
    }
}
