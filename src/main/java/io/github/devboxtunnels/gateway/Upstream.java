package io.github.devboxtunnels.gateway;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.spi.tls.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Makes the client that talks to a tunnel: HTTP/1.1, no redirects, trust and proxy as the API client has them. */
final class Upstream {

    /** 256 requests and 256 WebSockets at once, and room. */
    private static final int CONNECTIONS = 1024;
    private static final int CONNECT_MILLIS = 10_000;
    /** Shorter than what servers usually keep, since a request on a connection they just closed is lost. */
    private static final int KEEP_SECONDS = 30;
    private static final int CLEAN_MILLIS = 60_000;
    private static final int HEAD = HeadCheck.LIMIT + 1024;

    private Upstream() {
    }

    static HttpClient client(Vertx vertx, @Nullable SSLContext trust, @Nullable ProxyOptions proxy) {
        HttpClientOptions options = new HttpClientOptions().setMaxHeaderSize(HEAD).setMaxInitialLineLength(HEAD)
                .setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(KEEP_SECONDS).setVerifyHost(true)
                .setUseAlpn(false);
        if (trust != null) {
            options.setSslEngineOptions(new GivenTrust(trust));
        }
        if (proxy != null) {
            options.setProxyOptions(proxy);
        }
        return vertx.createHttpClient(options,
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setCleanerPeriod(CLEAN_MILLIS));
    }

    /** The system's proxy for an address; none for plain http, which is this computer. */
    static @Nullable ProxyOptions proxy(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        if (selector == null || !address.getScheme().equals("https")) {
            return null;
        }
        List<Proxy> proxies = selector.select(address);
        Proxy first = proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
        return first.type() == Proxy.Type.HTTP && first.address() instanceof InetSocketAddress at
                ? new ProxyOptions().setType(ProxyType.HTTP).setHost(at.getHostString()).setPort(at.getPort())
                : null;
    }

    /** Trusts what a given context trusts, and still checks that the certificate is for the host. */
    private static final class GivenTrust extends JdkSSLEngineOptions {

        private final SSLContext trust;

        GivenTrust(SSLContext trust) {
            this.trust = trust;
        }

        @Override
        public SslContextFactory sslContextFactory() {
            return () -> new Checking(new JdkSslContext(trust, true, null, IdentityCipherSuiteFilter.INSTANCE,
                    ApplicationProtocolConfig.DISABLED, ClientAuth.NONE, null, false));
        }

        @Override
        public GivenTrust copy() {
            return this;
        }
    }

    private static final class Checking extends DelegatingSslContext {

        Checking(SslContext context) {
            super(context);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
    }
}
