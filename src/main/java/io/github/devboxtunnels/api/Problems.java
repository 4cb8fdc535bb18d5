package io.github.devboxtunnels.api;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.github.devboxtunnels.model.Problem;
import org.jspecify.annotations.Nullable;

/** Statuses and broken connections into problems. */
final class Problems {

    private Problems() {
    }

    /** What an answer without a success means. */
    static Problem of(Problem.Reply reply, @Nullable Duration retryAfter) {
        return switch (reply.status()) {
            case 401 -> new Problem.Unauthorised(reply);
            case 403 -> new Problem.Forbidden(reply);
            case 404 -> new Problem.NotFound(reply);
            case 400, 409, 422 -> new Problem.Refused(reply);
            case 429 -> new Problem.SlowedDown(reply, retryAfter);
            case 503 -> retryAfter == null ? new Problem.Server(reply) : new Problem.SlowedDown(reply, retryAfter);
            default -> new Problem.Server(reply);
        };
    }

    /**
     * What a broken try means. Details name the kind of failure only: messages of the JDK may quote what the server
     * sent.
     */
    static <T> Attempt<T> of(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException) {
            return unreachable("connecting took too long", false);
        }
        if (chain(failure).anyMatch(Problems::unresolved)) {
            return unreachable("the host name is unknown", false);
        }
        if (chain(failure).anyMatch(NoRouteToHostException.class::isInstance)) {
            return unreachable("no route to the host", false);
        }
        if (chain(failure).anyMatch(ConnectException.class::isInstance)) {
            return unreachable("the connection was refused", true);
        }
        if (chain(failure).anyMatch(Problems::distrust)) {
            return new Attempt.Broken<>(new Problem.UntrustedCertificate("the certificate is not trusted"), false,
                    false);
        }
        if (chain(failure).anyMatch(SSLHandshakeException.class::isInstance) || chain(failure).anyMatch(
                t -> t instanceof SSLException
                        && String.valueOf(t.getMessage()).contains("unrecognized SSL message"))) {
            return unreachable("no TLS connection could be made", false);
        }
        if (failure instanceof ZipException) {
            return new Attempt.Broken<>(new Problem.Malformed("the body is not gzip"), false, false);
        }
        return new Attempt.Broken<>(new Problem.Unanswered(false), !(failure instanceof ProtocolException), false);
    }

    private static <T> Attempt<T> unreachable(String detail, boolean refused) {
        return new Attempt.Broken<>(new Problem.Offline(detail), true, refused);
    }

    private static boolean unresolved(Throwable failure) {
        return failure instanceof UnresolvedAddressException || failure instanceof UnknownHostException;
    }

    private static boolean distrust(Throwable failure) {
        return failure instanceof CertificateException || failure instanceof CertPathValidatorException
                || failure instanceof CertPathBuilderException || failure instanceof SSLPeerUnverifiedException;
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(10);
    }
}
