package io.github.devboxtunnels.api;

import java.util.Objects;

import io.github.devboxtunnels.model.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads {@code AccountView}. */
final class AccountReader {

    private AccountReader() {
    }

    /** Whose key it is; null when it is no object. A status this version does not know stops nobody from working. */
    static @Nullable Account account(JsonParser parser) {
        if (!Members.begin(parser)) {
            return null;
        }
        String id = null;
        String name = null;
        String status = null;
        for (String member = Members.next(parser); member != null; member = Members.next(parser)) {
            switch (member) {
                case "id" -> id = Scalars.text(parser);
                case "name" -> name = Scalars.text(parser);
                case "account_status" -> status = Scalars.text(parser);
                default -> parser.skipChildren();
            }
        }
        String word = Objects.requireNonNullElse(status, "");
        return new Account(id, name, standing(word), word);
    }

    private static Account.Standing standing(String word) {
        if (word.equals("ACCOUNT_STATUS_DISABLED_QUOTA_REACHED")) {
            return Account.Standing.QUOTA_REACHED;
        }
        return word.startsWith("ACCOUNT_STATUS_DISABLED") ? Account.Standing.DISABLED : Account.Standing.ENABLED;
    }
}
