package io.github.devboxtunnels.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.testing.Devboxes;
import org.awaitility.Awaitility;

/**
 * A TLS upstream and, side by side before it, the gateway and nginx as a proxy that adds the same header. nginx has one
 * worker in either part and keeps its connections, as the gateway does; wrk asks.
 */
final class GatewayRig implements AutoCloseable {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern HALF = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    /** More flags, to try them out. */
    private static final List<String> EXTRA = Arrays.stream(System.getProperty("bench.jvm", "").split(" "))
            .filter(flag -> !flag.isEmpty()).toList();
    private static final long GIB = 1L << 30;

    private final Path folder;
    private final int upstreamPort = free();
    private final int proxyPort = free();
    private final int sinkPort = free();
    private final Child upstream;
    private final Child proxy;
    private final Child gateway;
    private final String[] entrance;

    /** What wrk measured. */
    record Measured(double perSecond, double halfMicros) {
    }

    GatewayRig(Path folder) throws Exception {
        this.folder = folder;
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
                "2", "-keyout", file("key.pem"), "-out", file("cert.pem"), "-subj", "/CN=tunnel.localhost",
                "-addext", "subjectAltName=DNS:*.tunnel.localhost");
        Files.createDirectories(folder.resolve("www"));
        Files.write(folder.resolve("www/small"), new byte[200]);
        Files.write(folder.resolve("www/64k"), new byte[64 << 10]);
        try (RandomAccessFile large = new RandomAccessFile(file("www/1g"), "rw")) {
            large.setLength(GIB);
        }
        // A process of root gives its worker to another user, who must get in.
        run("chmod", "-R", "a+rX", file(""));
        upstream = nginx("upstream", """
                server {
                  listen 127.0.0.1:%d ssl;
                  ssl_certificate %s; ssl_certificate_key %s;
                  keepalive_requests 10000000; client_max_body_size 0;
                  root %s;
                  location /up { proxy_pass http://127.0.0.1:%d/small; proxy_request_buffering off; }
                }
                server { listen 127.0.0.1:%d; root %s; client_max_body_size 0;
                  location / { client_body_buffer_size 64k; error_page 405 =200 /small; } }
                """.formatted(upstreamPort, file("cert.pem"), file("key.pem"), file("www"), sinkPort,
                sinkPort, file("www")));
        Devbox devbox = Devboxes.running("bench").authenticated().build();
        String host = "3000-" + devbox.tunnel().key().reveal() + ".tunnel.localhost:" + upstreamPort;
        proxy = nginx("proxy", """
                upstream tunnel { server 127.0.0.1:%d; keepalive 64; keepalive_requests 10000000; }
                server {
                  listen 127.0.0.1:%d; keepalive_requests 10000000; client_max_body_size 0;
                  location / {
                    proxy_pass https://tunnel; proxy_http_version 1.1; proxy_set_header Connection "";
                    proxy_set_header Host %s; proxy_ssl_server_name on;
                    proxy_set_header X-Runloop-Tunnel-Authorization "Bearer %s";
                  }
                }
                """.formatted(upstreamPort, proxyPort, host, devbox.tunnel().token().reveal()));
        gateway = Child.gateways(EXTRA, GatewayWorker.class.getName(), Integer.toString(upstreamPort),
                file("cert.pem"), file("tickets"));
        entrance = gateway.line().split(" ");
        listening(upstreamPort);
        listening(proxyPort);
    }

    Measured ours(String path, int connections, int seconds) throws Exception {
        return wrk(path, connections, seconds, Integer.parseInt(entrance[0].substring(entrance[0].indexOf(':') + 1)),
                "-H", "Host: " + entrance[0], "-H", "Cookie: " + entrance[1]);
    }

    Measured theirs(String path, int connections, int seconds) throws Exception {
        return wrk(path, connections, seconds, proxyPort);
    }

    /** Asks the gateway's process: {@code collect} or {@code memory}. */
    String ask(String what) throws IOException {
        return gateway.ask(what);
    }

    /** One GiB down and one up, through the gateway. */
    void gibibyte() throws Exception {
        String[] common = {"--silent", "--show-error", "--fail", "--output", "/dev/null", "--header",
                "Host: " + entrance[0], "--header", "Cookie: " + entrance[1]};
        String here = "http://127.0.0.1:" + entrance[0].substring(entrance[0].indexOf(':') + 1);
        run(command("curl", common, here + "/1g"));
        run(command("curl", common, "--upload-file", file("www/1g"), here + "/up"));
    }

    private static String[] command(String program, String[] common, String... more) {
        return Stream.of(new String[]{program}, common, more).flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    private Measured wrk(String path, int connections, int seconds, int port, String... more) throws Exception {
        String out = run(command("wrk", new String[]{"-t1", "-c" + connections, "-d" + seconds + "s", "--latency"},
                command("http://127.0.0.1:" + port + path, more)));
        if (out.contains("Non-2xx")) {
            throw new IOException(out);
        }
        Matcher rate = RATE.matcher(out);
        Matcher half = HALF.matcher(out);
        if (!rate.find() || !half.find()) {
            throw new IOException(out);
        }
        double unit = switch (half.group(2)) {
            case "us" -> 1;
            case "ms" -> 1000;
            default -> 1_000_000;
        };
        return new Measured(Double.parseDouble(rate.group(1)), Double.parseDouble(half.group(1)) * unit);
    }

    private Child nginx(String name, String servers) throws IOException {
        Path base = Files.createDirectories(folder.resolve(name));
        Path config = Files.writeString(folder.resolve(name + ".conf"), """
                daemon off; worker_processes 1; pid %1$s/pid; error_log stderr error;
                events { worker_connections 2048; }
                http {
                  access_log off; sendfile on; tcp_nopush on;
                  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/f;
                  uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                  %2$s
                }
                """.formatted(base, servers));
        return Child.start(Map.of(), List.of("nginx", "-c", config.toString(), "-p", base.toString(), "-e", "stderr"));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + out);
        }
        return out;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void listening(int port) {
        Awaitility.await().ignoreExceptions().until(() -> {
            new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
            return true;
        });
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        gateway.close();
        proxy.close();
        upstream.close();
    }
}
