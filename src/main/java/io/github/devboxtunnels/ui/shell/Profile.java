package io.github.devboxtunnels.ui.shell;

import java.util.Locale;

import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Connection;
import io.github.devboxtunnels.ui.common.Texts;

/**
 * Whose devboxes these are, for the chip in the top bar.
 *
 * @param name of the account
 * @param domain where it is
 * @param initial for the avatar
 * @param sandbox whether it is the embedded one
 */
public record Profile(String name, String domain, String initial, boolean sandbox) {

    private static final Texts TEXTS = Texts.of(Profile.class);

    static Profile of(Connection connection, Account account) {
        if (connection.kind() == Connection.Kind.SANDBOX) {
            return new Profile(TEXTS.get("shell.profile.sandbox"), TEXTS.get("shell.profile.sandbox.domain"), "", true);
        }
        String given = account.name();
        boolean environment = connection.kind() == Connection.Kind.ENVIRONMENT;
        String name = given != null && !given.isBlank()
                ? given
                : TEXTS.get(environment ? "shell.profile.environment" : "shell.profile.unnamed");
        String domain = connection.origin().domain();
        return new Profile(name, environment ? TEXTS.get("shell.profile.environment.domain", domain) : domain,
                name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT), false);
    }
}
