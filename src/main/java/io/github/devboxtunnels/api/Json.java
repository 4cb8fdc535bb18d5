package io.github.devboxtunnels.api;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the API. */
final class Json {

    /** Makes parsers. Kept apart from the mapper, which is not needed to show a list and takes its time to start. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(tools.jackson.core.TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES).build();

    private Json() {
    }

    /** Writes bodies of requests and reads what no source specifies. */
    static JsonMapper mapper() {
        return Mapper.INSTANCE;
    }

    private static final class Mapper {
        static final JsonMapper INSTANCE = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    }
}
