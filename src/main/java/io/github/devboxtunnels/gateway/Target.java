package io.github.devboxtunnels.gateway;

import java.net.URI;
import java.util.Locale;

import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.model.Tunnel;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where requests go: one port of one tunnel.
 *
 * @param tunnel as the API describes it
 * @param token proves that we may
 * @param address of the port, without a path
 * @param request how Vert.x is told
 */
record Target(Tunnel tunnel, Secret token, URI address, RequestOptions request) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** The way through a tunnel; null when it has no token, or its key fits into no host name. */
    static @Nullable Target of(Tunnel tunnel, int port, AddressTemplate addresses) {
        Secret token = tunnel.token();
        if (tunnel.open() || token == null || !addresses.fits(tunnel.key(), port)) {
            return null;
        }
        URI address = addresses.address(tunnel.key(), port, "");
        boolean tls = address.getScheme().equals("https");
        int at = hostEnd(address);
        RequestOptions options = new RequestOptions().setSsl(tls).setHost(address.getRawAuthority().substring(0, at))
                .setPort(at == address.getRawAuthority().length()
                        ? tls ? HTTPS_PORT : HTTP_PORT
                        : Integer.parseInt(address.getRawAuthority().substring(at + 1)));
        return new Target(tunnel, token, address, options);
    }

    /** Its origin as pages there know it. */
    String origin() {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Whether host and port, as written in an address, are those of this tunnel and port. */
    boolean names(String authority) {
        return plain(authority.toLowerCase(Locale.ROOT))
                .equals(plain(address.getRawAuthority().toLowerCase(Locale.ROOT)));
    }

    private static String plain(String authority) {
        return authority.endsWith(":" + HTTPS_PORT) || authority.endsWith(":" + HTTP_PORT)
                ? authority.substring(0, authority.lastIndexOf(':'))
                : authority;
    }

    /** {@link URI#getHost} knows no host names with an underscore, so the authority is read as it is. */
    private static int hostEnd(URI address) {
        String authority = address.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? authority.length() : colon;
    }

    /** Without key and token. */
    @Override
    public String toString() {
        return "Target";
    }
}
