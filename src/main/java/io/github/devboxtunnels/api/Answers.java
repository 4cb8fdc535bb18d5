package io.github.devboxtunnels.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

import io.github.devboxtunnels.model.Account;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.Tunnel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/** The bodies of the API's successes. */
final class Answers {

    static final AnswerReader<Account> ACCOUNT = of("account", DtoReader::account, AccountMapper::account);
    static final AnswerReader<Devbox> DEVBOX = of("devbox", DtoReader::devbox, DevboxMapper::devbox);
    static final AnswerReader<DevboxPage> PAGE = of("list of devboxes", DtoReader::page, DevboxMapper::page);
    static final AnswerReader<Tunnel> TUNNEL = of("tunnel", DtoReader::tunnel, TunnelMapper::tunnel);
    /** The status said it all. What follows is read so that the connection can be used again. */
    static final AnswerReader<Boolean> NOTHING = body -> {
        body.beginning(1 << 12);
        return true;
    };

    private Answers() {
    }

    private static <D, T> AnswerReader<T> of(String what, Function<JsonParser, @Nullable D> reader,
            Function<D, @Nullable T> mapper) {
        return body -> {
            D dto = parse(reader, body.open());
            T value = dto == null ? null : mapper.apply(dto);
            if (value == null) {
                throw new MalformedAnswerException("no " + what);
            }
            return value;
        };
    }

    private static <D> @Nullable D parse(Function<JsonParser, @Nullable D> reader, InputStream body)
            throws IOException, MalformedAnswerException {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                return null;
            }
            D dto = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw new MalformedAnswerException("no end where JSON ends");
            }
            return dto;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // Jackson's message may quote the body, so only the place is kept.
            TokenStreamLocation place = e.getLocation();
            throw new MalformedAnswerException("no JSON" + (place == null ? "" : " at byte " + place.getByteOffset()));
        }
    }
}
