package io.github.devboxtunnels.gateway.process;

import java.util.Map;

import io.github.devboxtunnels.model.Metadata;
import io.github.devboxtunnels.model.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records of the model as JSON for a pipe of our own, and nowhere else: secrets go over it as they are. */
final class CallMapper {

    private CallMapper() {
    }

    static JsonMapper make() {
        return JsonMapper.builder().addModule(new SimpleModule().addSerializer(new Revealing())
                .addDeserializer(Secret.class, new Hiding()).addSerializer(new Spreading())
                .addDeserializer(Metadata.class, new Gathering())).build();
    }

    private static final class Revealing extends StdSerializer<Secret> {
        Revealing() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializationContext context) {
            out.writeString(secret.reveal());
        }
    }

    private static final class Hiding extends StdDeserializer<Secret> {
        Hiding() {
            super(Secret.class);
        }

        @Override
        public Secret deserialize(JsonParser in, DeserializationContext context) {
            return Secret.of(in.getString());
        }
    }

    private static final class Spreading extends StdSerializer<Metadata> {
        Spreading() {
            super(Metadata.class);
        }

        @Override
        public void serialize(Metadata metadata, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            for (int i = 0; i < metadata.size(); i++) {
                out.writeStringProperty(metadata.key(i), metadata.value(i));
            }
            out.writeEndObject();
        }
    }

    private static final class Gathering extends StdDeserializer<Metadata> {
        Gathering() {
            super(Metadata.class);
        }

        @Override
        public Metadata deserialize(JsonParser in, DeserializationContext context) {
            Map<String, String> words = in.readValueAs(new TypeReference<>() {
            });
            return Metadata.of(words);
        }
    }
}
