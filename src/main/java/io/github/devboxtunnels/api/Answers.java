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

    static final AnswerReader<Account> ACCOUNT = of("account", AccountReader::account);
    static final AnswerReader<Devbox> DEVBOX = of("devbox", DevboxReader::devbox);
    static final AnswerReader<DevboxPage> PAGE = of("list of devboxes", DevboxReader::page);
    static final AnswerReader<Tunnel> TUNNEL = of("tunnel", TunnelReader::tunnel);
    /** The status said it all. What follows is read so that the connection can be used again. */
    static final AnswerReader<Boolean> NOTHING = body -> {
        body.beginning(1 << 12);
        return true;
    };

    private Answers() {
    }

    private static <T> AnswerReader<T> of(String what, Function<JsonParser, @Nullable T> reader) {
        return body -> {
            T value = parse(reader, body.open());
            if (value == null) {
                throw new MalformedAnswerException("no " + what);
            }
            return value;
        };
    }

    private static <T> @Nullable T parse(Function<JsonParser, @Nullable T> reader, InputStream body)
            throws IOException, MalformedAnswerException {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                return null;
            }
            T value = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw new MalformedAnswerException("no end where JSON ends");
            }
            return value;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // Jackson's message may quote the body, so only the place is kept.
            TokenStreamLocation place = e.getLocation();
            throw new MalformedAnswerException("no JSON" + (place == null ? "" : " at byte " + place.getByteOffset()));
        }
    }
}
