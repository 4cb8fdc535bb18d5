package io.github.devboxtunnels.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.github.devboxtunnels.model.ListedPort;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.settings.Settings.TunnelChoices;
import io.github.devboxtunnels.settings.Settings.WindowPlace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as JSON and back. A member that is missing, or is not what this version expects, counts as its default: one
 * odd value must not cost a person all the others.
 */
final class SettingsJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SettingsJson() {
    }

    /** Reads; never fails. */
    static Settings read(JsonNode root) {
        Settings defaults = Settings.DEFAULTS;
        return new Settings(theme(root.path("theme"), defaults.theme()), window(root.path("window")),
                root.path("listWidth").isNumber() ? root.path("listWidth").asDouble() : null,
                seconds(root.path("clipboardSeconds"), defaults.clipboardSeconds()),
                map(root.path("selected"), SettingsJson::text), map(root.path("pinned"), SettingsJson::texts),
                map(root.path("recent"), SettingsJson::texts), map(root.path("choices"), SettingsJson::choices),
                map(root.path("ports"), SettingsJson::ports),
                map(root.path("gatewayPorts"), SettingsJson::port));
    }

    /** Writes; what is null is left out. */
    static ObjectNode write(Settings settings) {
        ObjectNode root = NODES.objectNode();
        root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        WindowPlace window = settings.window();
        if (window != null) {
            root.set("window", NODES.objectNode().put("x", window.x()).put("y", window.y())
                    .put("width", window.width()).put("height", window.height()).put("maximised", window.maximised()));
        }
        Double listWidth = settings.listWidth();
        if (listWidth != null) {
            root.put("listWidth", listWidth);
        }
        root.put("clipboardSeconds", settings.clipboardSeconds());
        root.set("selected", object(settings.selected(), NODES::stringNode));
        root.set("pinned", object(settings.pinned(), SettingsJson::array));
        root.set("recent", object(settings.recent(), SettingsJson::array));
        root.set("choices", object(settings.choices(), choice -> NODES.objectNode()
                .put("keepAlive", choice.keepAlive()).put("wakeOnHttp", choice.wakeOnHttp())));
        root.set("ports", object(settings.ports(), ports -> NODES.arrayNode().addAll(ports.stream()
                .map(port -> NODES.objectNode().put("name", port.name()).put("number", port.number())
                        .put("path", port.path()))
                .toList())));
        root.set("gatewayPorts", object(settings.gatewayPorts(), NODES::numberNode));
        return root;
    }

    private static ThemeChoice theme(JsonNode node, ThemeChoice otherwise) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(text(node))) {
                return choice;
            }
        }
        return otherwise;
    }

    private static int seconds(JsonNode node, int otherwise) {
        return node.isInt() && node.intValue() >= 0 ? node.intValue() : otherwise;
    }

    private static @Nullable WindowPlace window(JsonNode node) {
        for (String member : List.of("x", "y", "width", "height")) {
            if (!node.path(member).isNumber()) {
                return null;
            }
        }
        return new WindowPlace(node.path("x").asDouble(), node.path("y").asDouble(), node.path("width").asDouble(),
                node.path("height").asDouble(), node.path("maximised").isBoolean()
                        && node.path("maximised").booleanValue());
    }

    private static @Nullable TunnelChoices choices(JsonNode node) {
        JsonNode keepAlive = node.path("keepAlive");
        JsonNode wake = node.path("wakeOnHttp");
        return keepAlive.isBoolean() && wake.isBoolean()
                ? new TunnelChoices(keepAlive.booleanValue(), wake.booleanValue())
                : null;
    }

    private static List<ListedPort> ports(JsonNode node) {
        return list(node, port -> {
            String name = text(port.path("name"));
            String path = text(port.path("path"));
            JsonNode number = port.path("number");
            if (name == null || path == null || !number.isInt()) {
                return null;
            }
            try {
                return new ListedPort(name, number.intValue(), path);
            } catch (IllegalArgumentException e) {
                return null;
            }
        });
    }

    private static @Nullable Integer port(JsonNode node) {
        return node.isInt() && node.intValue() > 0 && node.intValue() <= 65_535 ? node.intValue() : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static List<String> texts(JsonNode node) {
        return list(node, SettingsJson::text);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, @Nullable T> item) {
        List<T> found = new ArrayList<>();
        for (JsonNode child : node.values()) {
            T value = item.apply(child);
            if (value != null) {
                found.add(value);
            }
        }
        return List.copyOf(found);
    }

    private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, @Nullable T> item) {
        Map<String, T> found = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            T value = item.apply(property.getValue());
            if (value != null) {
                found.put(property.getKey(), value);
            }
        });
        return found;
    }

    /** In the map's own order: of many ports those written longest ago stand first. */
    private static <T> ObjectNode object(Map<String, T> map, Function<T, ? extends JsonNode> item) {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, value) -> node.set(key, item.apply(value)));
        return node;
    }

    private static JsonNode array(List<String> texts) {
        return NODES.arrayNode().addAll(texts.stream().map(NODES::stringNode).toList());
    }
}
