package io.github.devboxtunnels.api;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.devboxtunnels.model.AuthMode;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Lifecycle;
import io.github.devboxtunnels.model.Metadata;
import io.github.devboxtunnels.model.Tunnel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of other versions of the API: unknown words, missing and odd members. */
class LenientReadingTest {

    private static final String FULL = """
            {"id":"dbx_1","name":"web","status":"running","create_time_ms":1000,"end_time_ms":null,
             "metadata":{"team":"web"},"capabilities":["unknown"],"blueprint_id":"bpt_1","initiator_type":"invocation",
             "launch_parameters":{"keep_alive_time_seconds":60,"custom_cpu_cores":0.5,"after_idle":null,
               "lifecycle":{"after_idle":{"idle_time_seconds":900,"on_idle":"suspend"},"resume_triggers":{"http":true}}},
             "state_transitions":[{"status":"running","transition_time_ms":2000}],"failure_reason":null,
             "tunnel":{"tunnel_key":"k1","auth_mode":"authenticated","auth_token":"t1","create_time_ms":3000,
               "http_keep_alive":true,"wake_on_http":false}}""";

    @Test
    void aBoxWithAnIdAlone() {
        Devbox box = box("{\"id\":\"dbx_1\"}");
        assertThat(box).isEqualTo(new Devbox("dbx_1", null, new DevboxStatus(DevboxStatus.Kind.UNKNOWN, ""), null,
                Instant.EPOCH, null, null, Metadata.NONE, Lifecycle.NONE, null, null));
    }

    @Test
    void nullAndAbsentAreAlike() {
        assertThat(box("""
                {"id":"dbx_1","name":null,"status":null,"create_time_ms":null,"end_time_ms":null,"metadata":null,
                 "launch_parameters":null,"state_transitions":null,"tunnel":null,"blueprint_id":null,
                 "failure_reason":null,"shutdown_reason":null}""")).isEqualTo(box("{\"id\":\"dbx_1\"}"));
        assertThat(box("""
                {"id":"dbx_1","metadata":{"a":null},"launch_parameters":{"lifecycle":{"after_idle":null,
                 "resume_triggers":null},"after_idle":null,"keep_alive_time_seconds":null},
                 "state_transitions":[null,{"status":null,"transition_time_ms":null}]}"""))
                .isEqualTo(box("{\"id\":\"dbx_1\"}"));
    }

    @Test
    void anUnknownStatusIsKeptAndCountsAsATransition() {
        Devbox box = box("{\"id\":\"dbx_1\",\"status\":\"migrating\"}");
        assertThat(box.status().word()).isEqualTo("migrating");
        assertThat(box.status().moving()).isTrue();
        assertThat(box("{\"id\":\"dbx_1\",\"status\":\"scheduled\"}").status().kind())
                .isEqualTo(DevboxStatus.Kind.QUEUED);
    }

    @Test
    void transitionTimesAreNumbersNumericTextOrNothing() {
        for (String time : List.of("2000", "2000.0", "\"2000\"", "\" 2000 \"", "2e3")) {
            assertThat(since(time)).as(time).isEqualTo(Instant.ofEpochMilli(2000));
        }
        for (String time : List.of("null", "\"\"", "\"yesterday\"", "{}", "[1]", "true")) {
            assertThat(since(time)).as(time).isNull();
        }
        assertThat(since("123456789012345678901234567890")).isNotNull();
    }

    @Test
    void theLastTransitionDatesTheStatusOnlyIfItSpeaksOfIt() {
        assertThat(box("{\"id\":\"x\",\"status\":\"suspended\",\"state_transitions\":["
                + "{\"status\":\"running\",\"transition_time_ms\":1}]}").statusSince()).isNull();
        assertThat(box("{\"id\":\"x\",\"status\":\"suspended\",\"state_transitions\":["
                + "{\"status\":\"running\",\"transition_time_ms\":1},{\"transition_time_ms\":5}]}").statusSince())
                .isEqualTo(Instant.ofEpochMilli(5));
    }

    @Test
    void aModeThatIsNotKnownIsOpen() {
        for (String mode : List.of("\"public\"", "\"public_\"", "\"vip\"", "null", "7", "{}")) {
            Tunnel tunnel = tunnel("{\"tunnel_key\":\"k\",\"auth_mode\":" + mode + "}");
            assertThat(tunnel.open()).as(mode).isTrue();
            assertThat(tunnel.authMode().kind()).isEqualTo(AuthMode.Kind.UNKNOWN);
        }
    }

    @Test
    void theSwitchesOfATunnelDefaultAsDocumented() {
        Tunnel tunnel = tunnel("{\"tunnel_key\":\"k\",\"auth_mode\":\"authenticated\",\"auth_token\":\"\"}");
        assertThat(tunnel.keepAlive()).isTrue();
        assertThat(tunnel.wakeOnHttp()).isFalse();
        assertThat(tunnel.token()).as("a broken answer of the server").isNull();
        assertThat(tunnel("{\"auth_mode\":\"open\"}")).isNull();
    }

    @Test
    void theNewerPlaceOfTheIdlePolicyWins() {
        assertThat(lifecycle("{\"after_idle\":{\"idle_time_seconds\":60,\"on_idle\":\"shutdown\"}}").idle())
                .isEqualTo(new Lifecycle.Idle(Duration.ofMinutes(1), Lifecycle.OnIdle.SHUTDOWN));
        assertThat(lifecycle("{\"after_idle\":{\"idle_time_seconds\":60,\"on_idle\":\"shutdown\"},"
                + "\"lifecycle\":{\"after_idle\":{\"idle_time_seconds\":\"120\",\"on_idle\":\"suspend\"}}}").idle())
                .isEqualTo(new Lifecycle.Idle(Duration.ofMinutes(2), Lifecycle.OnIdle.SUSPEND));
        assertThat(lifecycle("{\"after_idle\":{\"idle_time_seconds\":60,\"on_idle\":\"explode\"}}").idle()).isNull();
    }

    @Test
    void whyItEnded() {
        assertThat(box("{\"id\":\"x\",\"failure_reason\":\"out_of_memory\"}").reason()).isEqualTo("out_of_memory");
        assertThat(box("{\"id\":\"x\",\"shutdown_reason\":\"idle\"}").reason()).isEqualTo("idle");
        assertThat(box("{\"id\":\"x\",\"state_transitions\":[{\"failure_reason\":\"out_of_disk\"}]}").reason())
                .isEqualTo("out_of_disk");
    }

    @Test
    void devboxesThatAreNoneAreLeftOutOfAPage() {
        DevboxPage page = page(
                "{\"devboxes\":[null,7,\"x\",[],{},{\"id\":\" \"},{\"id\":\"dbx_1\"}],\"has_more\":\"true\","
                        + "\"total_count\":\"7\"}");
        assertThat(page.devboxes()).extracting(Devbox::id).containsExactly("dbx_1");
        assertThat(page.more()).isTrue();
        assertThat(page.total()).isEqualTo(7);
    }

    @Property(tries = 500)
    void oneOddMemberSpoilsNeitherItsDevboxNorTheOthers(@ForAll("odd") String odd, @ForAll("members") String pointer) {
        ObjectNode spoilt = (ObjectNode) Json.mapper().readTree(FULL);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = spoilt.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), Json.mapper().readTree(odd));
        DevboxPage page = page(
                "{\"devboxes\":[" + spoilt + ",{\"id\":\"dbx_2\"}],\"has_more\":false}");
        assertThat(page.devboxes()).extracting(Devbox::id).containsExactly("dbx_1", "dbx_2");
    }

    @Property(tries = 500)
    void noBytesMakeItFailOtherwiseThanAsMalformed(@ForAll byte[] bytes, @ForAll("odd") String text) throws Exception {
        for (byte[] body : List.of(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            try {
                Answers.PAGE.read(AnswerBody.plain(new ByteArrayInputStream(body)));
            } catch (MalformedAnswerException e) {
                assertThat(e).hasMessageStartingWith("no ");
            }
        }
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "true", "0", "-1", "1e400", "-0.5", "99999999999999999999999", "\"\"", "\"x\"",
                        "\"12\"", "[]", "[null]", "[[{}]]", "{}", "{\"a\":{\"b\":[1]}}", "[\"a\",2]"),
                Arbitraries.strings().ofMaxLength(20).map(Json.mapper()::writeValueAsString));
    }

    @Provide
    Arbitrary<String> members() {
        return Arbitraries.of("/name", "/status", "/create_time_ms", "/end_time_ms", "/metadata", "/metadata/team",
                "/capabilities", "/blueprint_id", "/launch_parameters", "/launch_parameters/keep_alive_time_seconds",
                "/launch_parameters/lifecycle", "/launch_parameters/lifecycle/after_idle",
                "/launch_parameters/lifecycle/after_idle/idle_time_seconds",
                "/launch_parameters/lifecycle/after_idle/on_idle", "/launch_parameters/lifecycle/resume_triggers",
                "/launch_parameters/lifecycle/resume_triggers/http", "/state_transitions", "/failure_reason",
                "/shutdown_reason", "/tunnel", "/tunnel/tunnel_key", "/tunnel/auth_mode", "/tunnel/auth_token",
                "/tunnel/create_time_ms", "/tunnel/http_keep_alive", "/tunnel/wake_on_http", "/novelty");
    }

    private static Devbox box(String json) {
        return read(Answers.DEVBOX, json);
    }

    private static DevboxPage page(String json) {
        return read(Answers.PAGE, json);
    }

    private static <T> T read(AnswerReader<T> reader, String json) {
        try {
            return reader.read(AnswerBody.plain(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError(json, e);
        }
    }

    private static Instant since(String time) {
        return box("{\"id\":\"x\",\"status\":\"running\",\"state_transitions\":[{\"status\":\"running\","
                + "\"transition_time_ms\":" + time + "}]}").statusSince();
    }

    private static Tunnel tunnel(String json) {
        return box("{\"id\":\"x\",\"tunnel\":" + json + "}").tunnel();
    }

    private static Lifecycle lifecycle(String launch) {
        return box("{\"id\":\"x\",\"launch_parameters\":" + launch + "}").lifecycle();
    }
}
