package io.github.devboxtunnels.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiSchemasTest {

    private static final String ENABLE = "/v1/devboxes/dbx_1/enable_tunnel";

    private final OpenApiSchemas schemas = OpenApiSchemas.load();

    @Test
    void aValidTextHasNoProblems() {
        assertThat(schemas.problems("TunnelConfig", "{\"auth_mode\":null,\"wake_on_http\":true}")).isEmpty();
        assertThat(schemas.requestProblems("POST", ENABLE, "{\"auth_mode\":\"open\"}")).isEmpty();
        assertThat(schemas.requestProblems("POST", ENABLE, "")).isEmpty();
        assertThat(schemas.requestProblems("GET", "/v1/devboxes?limit=3", "")).isEmpty();
        assertThat(schemas.responseProblems("POST", ENABLE, 400, "{\"message\":\"no\"}")).isEmpty();
        assertThat(schemas.responseProblems("POST", "/v1/devboxes/dbx_1/suspend", 503, "{}")).isEmpty();
    }

    @Test
    void aNestedReferenceIsFollowed() {
        assertThat(schemas.responseProblems("GET", "/v1/devboxes", 200,
                "{\"has_more\":false,\"devboxes\":[{\"id\":\"dbx_1\",\"status\":\"hungry\"}]}"))
                .anyMatch(problem -> problem.contains("status")).anyMatch(problem -> problem.contains("metadata"));
    }

    @Test
    void whatIsWrongIsFound() {
        assertThat(schemas.problems("TunnelConfig", "{\"port\":3000}")).isNotEmpty();
        assertThat(schemas.problems("TunnelConfig", "{\"auth_mode\":\"public\"}")).isNotEmpty();
        assertThat(schemas.requestProblems("POST", ENABLE, "[]")).isNotEmpty();
        assertThat(schemas.requestProblems("POST", "/v1/devboxes/dbx_1/wait_for_status", "")).isNotEmpty();
        assertThat(schemas.requestProblems("POST", "/v1/devboxes/dbx_1/suspend", "{}")).isNotEmpty();
        assertThat(schemas.responseProblems("POST", ENABLE, 200, "{}")).isNotEmpty();
        assertThat(schemas.responseProblems("POST", ENABLE, 418, "{}")).isNotEmpty();
        assertThat(schemas.requestProblems("POST", "/v1/elsewhere", "")).isNotEmpty();
    }
}
