package dev.weft.tls;

import dev.weft.Suspendable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/**
 * A TLS server socket whose accept suspends the fiber and returns {@link TlsSocket}s, the handshake
 * of which has not begun. Settings and states are the JDK's own. Thread-safe.
 */
public final class TlsServerSocket extends SSLServerSocket {
    private final ServerSocket server;
    private final SSLContext context;

    /** Has the settings of sockets to come. */
    private final SSLEngine settings;

    TlsServerSocket(ServerSocket server, SSLContext context) throws IOException {
        this.server = server;
        this.context = context;
        settings = context.createSSLEngine();
        settings.setUseClientMode(false);
    }

    @Override
    @Suspendable
    public Socket accept() throws IOException {
        if (server.isClosed()) {
            throw new SocketException("Socket closed");
        }
        Socket accepted = server.accept();
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(settings.getUseClientMode());
        engine.setEnableSessionCreation(settings.getEnableSessionCreation());
        engine.setSSLParameters(settings.getSSLParameters());
        return new TlsSocket(accepted, context, engine, true, new byte[0]);
    }

    @Override
    public void bind(SocketAddress address) throws IOException {
        server.bind(address);
    }

    @Override
    public void bind(SocketAddress address, int backlog) throws IOException {
        server.bind(address, backlog);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    @Override
    public boolean isBound() {
        return server.isBound();
    }

    @Override
    public boolean isClosed() {
        return server.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return server.getInetAddress();
    }

    @Override
    public int getLocalPort() {
        return server.getLocalPort();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return server.getLocalSocketAddress();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        server.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws IOException {
        return server.getSoTimeout();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        server.setReuseAddress(on);
    }

    @Override
    public boolean getReuseAddress() throws SocketException {
        return server.getReuseAddress();
    }

    @Override
    public void setReceiveBufferSize(int size) throws SocketException {
        server.setReceiveBufferSize(size);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return server.getReceiveBufferSize();
    }

    @Override
    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        server.setPerformancePreferences(connectionTime, latency, bandwidth);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return server.supportedOptions();
    }

    @Override
    public ServerSocketChannel getChannel() {
        return server.getChannel();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return settings.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return settings.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        settings.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return settings.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return settings.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        settings.setEnabledProtocols(protocols);
    }

    @Override
    public void setUseClientMode(boolean client) {
        settings.setUseClientMode(client);
    }

    @Override
    public boolean getUseClientMode() {
        return settings.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        settings.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return settings.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        settings.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return settings.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean on) {
        settings.setEnableSessionCreation(on);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return settings.getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return settings.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        settings.setSSLParameters(parameters);
    }

    @Override
    public <T> ServerSocket setOption(SocketOption<T> name, T value) throws IOException {
        server.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return server.getOption(name);
    }

    @Override
    public String toString() {
        return "[SSL: " + server + "]";
    }
}
