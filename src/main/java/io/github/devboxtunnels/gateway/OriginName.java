package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Secret;

/**
 * The host name of a gateway: {@code <port>-<up to 20 letters of the name>-<12 letters>.localhost}. The twelve are a
 * HMAC of the devbox id, so that no page can guess the name and no two devboxes share one.
 */
final class OriginName {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LETTERS_OF_NAME = 20;
    private static final int LETTERS_OF_MAC = 12;

    private OriginName() {
    }

    static String of(Devbox devbox, int port, Secret installation) {
        String given = devbox.named() ? devbox.label() : "";
        StringBuilder letters = new StringBuilder();
        given.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z').limit(LETTERS_OF_NAME)
                .forEach(c -> letters.append((char) c));
        return port + "-" + (letters.isEmpty() ? "" : letters + "-") + mac(devbox.id(), installation) + ".localhost";
    }

    private static String mac(String id, Secret installation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(installation.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < LETTERS_OF_MAC; i++) {
                // Two bytes a letter: with one the first letters of the alphabet would be noticeably likelier.
                int value = ((digest[2 * i] & 0xff) << 8) | (digest[2 * i + 1] & 0xff);
                letters.append((char) ('a' + value % 26));
            }
            return letters.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
