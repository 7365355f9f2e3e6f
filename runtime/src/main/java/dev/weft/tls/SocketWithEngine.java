package dev.weft.tls;

import java.net.Socket;
import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The part of a TLS socket that is the engine's settings. */
abstract class SocketWithEngine extends SocketOverSocket {
    private BiFunction<SSLSocket, List<String>, String> selector;

    SocketWithEngine(Socket socket) {
        super(socket);
    }

    /** Has the settings. */
    abstract SSLEngine engine();

    /** Gives an engine the settings of this socket's, before the handshake. */
    void configure(SSLEngine next) {
        SSLEngine now = engine();
        next.setUseClientMode(now.getUseClientMode());
        next.setEnableSessionCreation(now.getEnableSessionCreation());
        next.setSSLParameters(now.getSSLParameters());
        select(next);
    }

    private void select(SSLEngine engine) {
        BiFunction<SSLSocket, List<String>, String> chosen = selector;
        engine.setHandshakeApplicationProtocolSelector(
                chosen == null ? null : (asked, names) -> chosen.apply(this, names));
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(
            BiFunction<SSLSocket, List<String>, String> chosen) {
        selector = chosen;
        select(engine());
    }

    @Override
    public BiFunction<SSLSocket, List<String>, String> getHandshakeApplicationProtocolSelector() {
        return selector;
    }

    @Override
    public SSLSession getHandshakeSession() {
        return engine().getHandshakeSession();
    }

    @Override
    public String getApplicationProtocol() {
        return engine().getApplicationProtocol();
    }

    @Override
    public String getHandshakeApplicationProtocol() {
        return engine().getHandshakeApplicationProtocol();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return engine().getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return engine().getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        engine().setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return engine().getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return engine().getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        engine().setEnabledProtocols(protocols);
    }

    @Override
    public void setUseClientMode(boolean client) {
        engine().setUseClientMode(client);
    }

    @Override
    public boolean getUseClientMode() {
        return engine().getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        engine().setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return engine().getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        engine().setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return engine().getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean on) {
        engine().setEnableSessionCreation(on);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return engine().getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return engine().getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        engine().setSSLParameters(parameters);
    }
}
