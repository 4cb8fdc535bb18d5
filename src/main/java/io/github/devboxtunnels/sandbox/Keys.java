package io.github.devboxtunnels.sandbox;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import io.github.devboxtunnels.model.Secret;

/** Makes keys, tokens and ids in the forms the official service uses. */
final class Keys {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** As long as the one tunnel key seen in public code. */
    private static final int TUNNEL_KEY_LENGTH = 52;
    private static final int TOKEN_LENGTH = 40;
    private static final int ID_LENGTH = 21;

    private final RandomGenerator random;

    private Keys(RandomGenerator random) {
        this.random = random;
    }

    /** Keys that nobody can guess. */
    static Keys secure() {
        return new Keys(new SecureRandom());
    }

    /** The same keys for the same source, for the devboxes a sandbox begins with. */
    static Keys from(RandomGenerator random) {
        return new Keys(random);
    }

    Secret apiKey() {
        return Secret.of("ak_sandbox_" + word(MIXED, TOKEN_LENGTH));
    }

    Secret tunnelKey() {
        return Secret.of(word(LOWER, TUNNEL_KEY_LENGTH));
    }

    Secret tunnelToken() {
        return Secret.of("tok_" + word(MIXED, TOKEN_LENGTH));
    }

    String devboxId() {
        return "dbx_" + word(MIXED, ID_LENGTH);
    }

    private synchronized String word(String alphabet, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
