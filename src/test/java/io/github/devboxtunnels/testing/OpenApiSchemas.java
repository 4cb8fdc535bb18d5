package io.github.devboxtunnels.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schemas of {@code runloop-openapi.yaml}, to check requests and answers against (JSON Schema 2020-12). */
public final class OpenApiSchemas {

    private static final String FILE = "/runloop-openapi.yaml";
    private static final String DOCUMENT = "https://openapi.example/runloop.json";
    private static final String JSON_SCHEMA = "/content/application~1json/schema";

    private final JsonNode document;
    private final SchemaRegistry registry;

    private OpenApiSchemas(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
    }

    /** Reads the file of the test resources. */
    public static OpenApiSchemas load() {
        try (InputStream in = Objects.requireNonNull(OpenApiSchemas.class.getResourceAsStream(FILE))) {
            return new OpenApiSchemas(new YAMLMapper().readTree(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a JSON text as one of {@code #/components/schemas}; empty when it is valid. */
    public List<String> problems(String schema, String json) {
        return validate("#/components/schemas/" + schema, json);
    }

    /**
     * What is wrong with a request body; empty when it is valid.
     *
     * @param method HTTP method
     * @param path as requested, with or without query
     * @param body may be empty
     */
    public List<String> requestProblems(String method, String path, String body) {
        String operation = operation(method, path);
        if (operation == null) {
            return List.of("no such operation: " + method + " " + path);
        }
        JsonNode declared = document.at(operation.substring(1) + "/requestBody");
        if (body.isEmpty()) {
            return declared.path("required").asBoolean(false) ? List.of("a body is required") : List.of();
        }
        return declared.isMissingNode()
                ? List.of("no body is declared")
                : validate(operation + "/requestBody" + JSON_SCHEMA, body);
    }

    /**
     * What is wrong with the body of an answer; empty when it is valid.
     *
     * @param method HTTP method of the request
     * @param path as requested, with or without query
     * @param status of the answer
     * @param body of the answer
     */
    public List<String> responseProblems(String method, String path, int status, String body) {
        String operation = operation(method, path);
        if (operation == null) {
            return List.of("no such operation: " + method + " " + path);
        }
        for (String key : List.of(Integer.toString(status), status / 100 + "XX")) {
            String pointer = operation + "/responses/" + key;
            JsonNode declared = document.at(pointer.substring(1));
            if (!declared.isMissingNode()) {
                JsonNode shared = declared.path("$ref");
                return validate((shared.isString() ? shared.stringValue() : pointer) + JSON_SCHEMA, body);
            }
        }
        return List.of("status " + status + " is not declared for " + method + " " + path);
    }

    private List<String> validate(String pointer, String json) {
        return registry.getSchema(SchemaLocation.of(DOCUMENT + pointer)).validate(json, InputFormat.JSON).stream()
                .map(Error::toString).toList();
    }

    /** The place of an operation in the file; null when it has none. */
    private String operation(String method, String path) {
        String verb = method.toLowerCase(Locale.ROOT);
        String plain = URI.create(path).getPath();
        return document.path("paths").propertyStream()
                .filter(entry -> entry.getValue().has(verb) && plain.matches(pattern(entry.getKey())))
                .map(Map.Entry::getKey)
                // A path without placeholders comes before one whose placeholder would take it.
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .map(template -> "#/paths/" + template.replace("~", "~0").replace("/", "~1") + "/" + verb)
                .orElse(null);
    }

    private static String pattern(String template) {
        return template.replaceAll("\\{[^}]+\\}", "[^/]+");
    }
}
