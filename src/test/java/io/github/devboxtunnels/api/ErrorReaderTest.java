package io.github.devboxtunnels.api;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.devboxtunnels.model.Problem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every form of an error body that was seen or is conceivable. */
class ErrorReaderTest {

    private static final String KEY = ApiFixture.KEY.reveal();
    private static final String TOKEN = "tok_4f9aTunnelToken";
    private static final String TUNNEL_KEY = "f9w6uga8u9mq62mlazus1pslbv0tuq2dsq0wtf99ekmri8f208gq";

    private final ErrorReader reader = new ErrorReader(new Redactor(ApiFixture.KEY));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"message":"Devbox is not running"}                      | Devbox is not running
            {"message":{"why":"a","n":1}}                            | {"why":"a","n":1}
            {"message":null,"error":{"message":"nested"}}            | nested
            {"message":" ","error":{"message":"nested"}}             | nested
            {"error":{"code":7}}                                     | {"error":{"code":7}}
            {"detail":"other form"}                                  | {"detail":"other form"}
            {"message":"<b>bold</b> &amp; plain"}                    | bold & plain
            upstream connect error                                   | upstream connect error
            [1, 2]                                                   | [1, 2]
            {"message":"broken                                       | {"message":"broken
            """)
    void findsTheWords(String body, String text) {
        assertThat(read(400, Map.of(), body).text()).isEqualTo(text);
    }

    @Test
    void takesTheWordsOutOfAPage() {
        assertThat(read(504, Map.of(), """
                <!DOCTYPE html><html><head><title>504 Gateway Time-out</title><style>p > a {x:1}</style></head>
                <body><!-- nginx --><center><h1>504 Gateway&nbsp;Time-out</h1></center>
                <script>if (a < b) alert("x")</script></body></html>""").text()).isEqualTo("504 Gateway Time-out");
        assertThat(read(502, Map.of(), "<html><head><title>Bad gateway</title></head><body></body></html>").text())
                .isEqualTo("Bad gateway");
    }

    @Test
    void saysTheStatusWhenThereAreNoWords() {
        assertThat(read(404, Map.of(), "").text()).isEqualTo("Not Found");
        assertThat(read(503, Map.of(), " \n ").text()).isEqualTo("Service Unavailable");
        assertThat(read(599, Map.of(), "<p></p>").text()).isEqualTo("HTTP 599");
    }

    @Test
    void headersWinOverTheBody() {
        String body = "{\"error\":\"from_error\",\"code\":\"from_code\",\"request_id\":\"req_body\",\"message\":\"m\"}";
        assertThat(read(409, Map.of("x-runloop-error-code", "from_header", "x-runloop-request-id", "req_header",
                "x-request-id", "req_edge"), body))
                .isEqualTo(new Problem.Reply(409, "m", "from_header", "req_header"));
        assertThat(read(409, Map.of("x-request-id", "req_edge"), body))
                .isEqualTo(new Problem.Reply(409, "m", "from_error", "req_edge"));
        assertThat(read(409, Map.of(), body.replace("\"from_error\"", "{}")))
                .isEqualTo(new Problem.Reply(409, "m", "from_code", "req_body"));
    }

    @Test
    void aSupportTextHasAnIdEvenIfTheServerGivesNone() {
        assertThat(read(500, Map.of(), "x")).isEqualTo(new Problem.Reply(500, "x", null, "our-id"));
    }

    @Test
    void hidesSecretsWhereverTheyAre() {
        for (String body : List.of("Key " + KEY + " is revoked", "{\"message\":\"Bearer " + KEY + "\"}",
                "{\"detail\":{\"headers\":[\"authorization: Bearer abcdef0123\"]}}", "<p>" + KEY.charAt(0) + "<i></i>",
                "{\"auth_token\":\"" + TOKEN + "\",\"tunnel_key\":\"short1\"}",
                "see https://3000-" + TUNNEL_KEY + ".tunnel.runloop.ai/x", "key " + TUNNEL_KEY,
                "rk_restricted-Key_1 and " + TOKEN, "{\"x\":\"\\u0061k_planted_Zx81SecretOfTheUser\"}",
                "ak_plan<b>ted_Zx81SecretOfTheUser</b>")) {
            assertThat(read(400, Map.of("x-request-id", KEY, "x-runloop-error-code", TOKEN), body).toString())
                    .doesNotContain(KEY, "Zx81", TOKEN, TUNNEL_KEY, "abcdef0123", "short1", "restricted-Key");
        }
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        String text = "Devbox dbx_31CYd5LLFbBxst8mqnUjO: work_item break_even track_record token expired";
        assertThat(read(400, Map.of(), text).text()).isEqualTo(text);
    }

    @Property
    void theKeyNeverGetsThroughWholeOrCut(@ForAll("noise") String before, @ForAll("noise") String after,
            @ForAll @IntRange(max = 220) int padding) {
        String words = "x ".repeat(padding / 2) + before + " " + KEY + " " + after;
        assertThat(read(400, Map.of(), words).text()).doesNotContain("ak_planted");
        assertThat(read(400, Map.of(), Json.mapper().writeValueAsString(Map.of("message", words))).text())
                .doesNotContain("ak_planted");
        assertThat(read(400, Map.of(), "<p>" + words).text()).doesNotContain("ak_planted");
    }

    @Property
    void anyBodyGivesAShortTextWithoutMarkUp(@ForAll("bodies") String body,
            @ForAll @IntRange(min = 300, max = 599) int status) {
        String text = read(status, Map.of(), body).text();
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContainPattern("\\p{Cntrl}");
    }

    @Property
    void tagsAreGone(@ForAll("tags") String body) {
        assertThat(Markup.strip(body)).doesNotContainPattern("<[A-Za-z/!?][^>]*>");
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.strings().withChars("{}[]\":,<>/&;az \n\u0000😀"),
                Arbitraries.strings().map(s -> "{\"message\":" + Json.mapper().writeValueAsString(s) + "}"));
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of("<b>", "</b>", "<", ">", "a", " ", "<!--", "-->", "<script>", "</script>", "x", "/", "!")
                .list().ofMaxSize(20).map(parts -> String.join("", parts));
    }

    private Problem.Reply read(int status, Map<String, String> headers, String body) {
        TreeMap<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return reader.read(status, HttpHeaders.of(all, (a, b) -> true), body.getBytes(StandardCharsets.UTF_8),
                "our-id");
    }
}
