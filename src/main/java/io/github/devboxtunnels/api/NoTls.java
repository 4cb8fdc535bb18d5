package io.github.devboxtunnels.api;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * Stands where the HTTP client wants a context of TLS though the address is plain http. Making a real one takes longer
 * than all else the client does at a start.
 */
final class NoTls extends SSLContextSpi {

    private NoTls() {
    }

    /** A context that connects to nobody. */
    static SSLContext context() {
        return new SSLContext(new NoTls(), null, "none") {
        };
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return new SSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return new SSLParameters();
    }

    @Override
    protected void engineInit(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust,
            @Nullable SecureRandom random) {
        throw asked();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        throw asked();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        throw asked();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        throw asked();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw asked();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        throw asked();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        throw asked();
    }

    private static IllegalStateException asked() {
        return new IllegalStateException("TLS was asked for at a plain address");
    }
}
