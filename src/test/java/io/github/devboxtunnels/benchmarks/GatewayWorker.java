package io.github.devboxtunnels.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.devboxtunnels.gateway.GatewayListener;
import io.github.devboxtunnels.gateway.GatewayOptions;
import io.github.devboxtunnels.gateway.GatewayTarget;
import io.github.devboxtunnels.gateway.Gateways;
import io.github.devboxtunnels.gateway.PortNumbers;
import io.github.devboxtunnels.gateway.RunningGateway;
import io.github.devboxtunnels.model.AddressTemplate;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Secret;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.time.SystemTimeline;

/** A gateway in a process of its own: prints where it is and the cookie to use it, then its memory for each line read. */
public final class GatewayWorker {

    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]*)\"");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: ([^;]*);");
    private static final Pattern RESIDENT = Pattern.compile("(VmRSS|VmHWM):\\s+([0-9]+) kB");

    private GatewayWorker() {
    }

    /** @param arguments port of the upstream, its certificate, a folder */
    public static void main(String[] arguments) throws Exception {
        Devbox devbox = Devboxes.running("bench").authenticated().build();
        PortNumbers numbers = new PortNumbers() {
            @Override
            public OptionalInt last(String hostName) {
                return OptionalInt.empty();
            }

            @Override
            public void remember(String hostName, int port) {
                // One run.
            }
        };
        try (Gateways gateways = Gateways.of(new GatewayOptions(new SystemTimeline(), Path.of(arguments[2]),
                Secret.of("a secret of one installation, as long as one is"), numbers,
                id -> CompletableFuture.completedFuture(devbox), trusting(Path.of(arguments[1]))))) {
            RunningGateway gateway = gateways.start(new GatewayTarget(devbox, 3000,
                    new AddressTemplate("https", "tunnel.localhost:" + arguments[0])), new GatewayListener() {
                    });
            System.out.println(gateway.origin().getRawAuthority() + " " + letIn(gateway));
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line.equals("collect") ? collect() : memory());
            }
        }
    }

    private static String collect() throws IOException {
        System.gc();
        // Forgets the highest mark.
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        return memory();
    }

    /** Resident memory now and at its highest, in KiB. */
    private static String memory() throws IOException {
        StringBuilder out = new StringBuilder();
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
        while (matcher.find()) {
            out.append(matcher.group(1)).append('=').append(matcher.group(2)).append(' ');
        }
        return out.toString();
    }

    private static String letIn(RunningGateway gateway) throws IOException {
        Matcher ticket = TICKET.matcher(Files.readString(gateway.ticketFile("/")));
        if (!ticket.find()) {
            throw new IOException("no ticket");
        }
        String body = "ticket=" + ticket.group(1);
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), gateway.origin().getPort())) {
            socket.getOutputStream().write(("POST /.devbox-tunnels/enter HTTP/1.1\r\nHost: "
                    + gateway.origin().getRawAuthority() + "\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            Matcher cookie = COOKIE.matcher(new String(socket.getInputStream().readAllBytes(),
                    StandardCharsets.UTF_8));
            if (!cookie.find()) {
                throw new IOException("not let in");
            }
            return cookie.group(1);
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry("upstream", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
