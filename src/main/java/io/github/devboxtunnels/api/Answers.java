package io.github.devboxtunnels.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

import io.github.devboxtunnels.api.dto.AccountDto;
import io.github.devboxtunnels.api.dto.DevboxDto;
import io.github.devboxtunnels.api.dto.DevboxListDto;
import io.github.devboxtunnels.api.dto.TunnelDto;
import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectReader;

/** The bodies of the API's successes. */
final class Answers {

    static final AnswerReader<Account> ACCOUNT = of(AccountDto.class, AccountMapper::account);
    static final AnswerReader<Devbox> DEVBOX = of(DevboxDto.class, DevboxMapper::devbox);
    static final AnswerReader<DevboxPage> PAGE = of(DevboxListDto.class, DevboxMapper::page);
    static final AnswerReader<Tunnel> TUNNEL = of(TunnelDto.class, TunnelMapper::tunnel);
    /** The status said it all. What follows is read so that the connection can be used again. */
    static final AnswerReader<Boolean> NOTHING = body -> {
        body.beginning(1 << 12);
        return true;
    };

    private Answers() {
    }

    private static <D, T> AnswerReader<T> of(Class<D> type, Function<D, @Nullable T> mapper) {
        ObjectReader reader = Json.MAPPER.readerFor(type);
        return body -> {
            D dto = parse(reader, type, body.open());
            T value = dto == null ? null : mapper.apply(dto);
            if (value == null) {
                throw new MalformedAnswerException("no " + type.getSimpleName().replace("Dto", ""));
            }
            return value;
        };
    }

    private static <D> @Nullable D parse(ObjectReader reader, Class<D> type, InputStream body)
            throws IOException, MalformedAnswerException {
        try {
            return type.cast(reader.readValue(body));
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // Jackson's message may quote the body, so only the place is kept.
            TokenStreamLocation place = e.getLocation();
            throw new MalformedAnswerException("no JSON" + (place == null ? "" : " at byte " + place.getByteOffset()));
        }
    }
}
