package io.github.devboxtunnels.api;

import java.util.Collection;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class DevboxPagesTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort()).build();

    private HttpRunloopApi api;

    @BeforeEach
    void open() {
        api = ApiFixture.client(SERVER.baseUrl(), new ApiFixture.SleepLog());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void readsToTheLastPageAndTakesEachDevboxOnceAsLastSeen() throws Exception {
        page(null, true, box("a", "running"), box("b", "running"));
        page("b", true, box("a", "suspended"), box("c", "running"));
        page("c", false, box("d", "running"));
        Collection<Devbox> all = DevboxPages.all(api, DevboxStatus.Kind.RUNNING, 2).devboxes().values();
        assertThat(all).extracting(Devbox::id).containsExactly("a", "b", "c", "d");
        assertThat(all.iterator().next().status().suspended()).isTrue();
        assertThat(SERVER.getAllServeEvents()).hasSize(3).allMatch(
                event -> event.getRequest().getUrl().contains("status=running")
                        && event.getRequest().getUrl().contains("include_total_count=false"));
    }

    @Test
    void anEmptyPageIsTheLastWhateverItSays() throws Exception {
        page(null, true, box("a", "running"));
        page("a", true);
        assertThat(DevboxPages.all(api, null).devboxes()).hasSize(1);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    @Test
    void aRepeatedCursorEndsTheReading() throws Exception {
        SERVER.stubFor(get(urlPathEqualTo("/v1/devboxes")).willReturn(
                okJson("{\"has_more\":true,\"devboxes\":[" + box("a", "running") + "," + box("b", "running") + "]}")));
        assertThat(DevboxPages.all(api, null).devboxes()).hasSize(2);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
    }

    @Test
    void twoPagesThatPointAtEachOtherEndTheReading() throws Exception {
        page(null, true, box("a", "running"));
        page("a", true, box("b", "running"));
        page("b", true, box("a", "running"));
        assertThat(DevboxPages.all(api, null).devboxes()).hasSize(2);
        assertThat(SERVER.getAllServeEvents()).hasSize(3);
    }

    private static void page(String after, boolean more, String... boxes) {
        var request = get(urlPathEqualTo("/v1/devboxes"));
        request = after == null
                ? request.withQueryParam("starting_after", WireMock.absent())
                : request.withQueryParam("starting_after", equalTo(after));
        SERVER.stubFor(request.willReturn(
                okJson("{\"has_more\":" + more + ",\"devboxes\":" + List.of(boxes) + "}")));
    }

    private static String box(String id, String status) {
        return "{\"id\":\"" + id + "\",\"status\":\"" + status + "\"}";
    }
}
