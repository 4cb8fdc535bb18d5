package io.github.devboxtunnels.service;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.github.devboxtunnels.model.ApiOrigin;
import io.github.devboxtunnels.model.TunnelSettings;

/** The very request that enables a tunnel, as a command to copy; the key is the variable {@code RUNLOOP_API_KEY}. */
public final class EnableRequestCurl {

    private EnableRequestCurl() {
    }

    /** The command for a POSIX shell; it holds no secret. */
    public static String of(ApiOrigin origin, String devboxId, TunnelSettings settings) {
        String id = URLEncoder.encode(devboxId, StandardCharsets.UTF_8).replace("+", "%20");
        URI url = origin.resolve("/v1/devboxes/" + id + "/enable_tunnel");
        String body = "{\"auth_mode\":\"%s\",\"http_keep_alive\":%s,\"wake_on_http\":%s}".formatted(
                settings.authMode().word(), settings.keepAlive(), settings.wakeOnHttp());
        return """
                curl -X POST %s \\
                  -H "Authorization: Bearer $RUNLOOP_API_KEY" \\
                  -H 'Content-Type: application/json' \\
                  -d %s""".formatted(ShellQuote.quote(url.toString()), ShellQuote.quote(body));
    }
}
