package io.github.devboxtunnels.api;

import java.util.Objects;

import io.github.devboxtunnels.api.dto.AccountDto;
import io.github.devboxtunnels.model.Account;

/** JSON of the account into what the product talks about. */
final class AccountMapper {

    private AccountMapper() {
    }

    /** Whose key it is. A status this version does not know does not stop anybody from working. */
    static Account account(AccountDto dto) {
        String word = Objects.requireNonNullElse(dto.accountStatus(), "");
        return new Account(dto.id(), dto.name(), standing(word), word);
    }

    private static Account.Standing standing(String word) {
        if (word.equals("ACCOUNT_STATUS_DISABLED_QUOTA_REACHED")) {
            return Account.Standing.QUOTA_REACHED;
        }
        return word.startsWith("ACCOUNT_STATUS_DISABLED") ? Account.Standing.DISABLED : Account.Standing.ENABLED;
    }
}
