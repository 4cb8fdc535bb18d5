package io.github.devboxtunnels.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Connects to tunnels at the addresses that the system knows, under their own names. */
final class Dialer {

    private final @Nullable UpstreamAddress addresses;

    /** @param addresses null when a proxy stands between, whose business the names are then */
    Dialer(@Nullable UpstreamAddress addresses) {
        this.addresses = addresses;
    }

    Future<HttpClientRequest> dial(HttpClient client, Target to) {
        RequestOptions plain = to.request();
        UpstreamAddress known = addresses;
        if (known == null) {
            return client.request(plain);
        }
        return known.of(plain.getHost()).compose(at -> client
                .request(new RequestOptions(plain)
                        .setServer(SocketAddress.inetSocketAddress(plain.getPort(), at.getHostAddress())))
                .onFailure(failure -> known.failed(at)));
    }
}
