package io.github.devboxtunnels.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 7: one way to read a request, however its bytes come; the refusals by name are in {@link AttacksTest}. */
class Rule07FramingTest {

    private static final List<String> GOOD = List.of(
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /x?y HTTP/1.1\r\nhOST:a\r\nContent-Length: 5\r\n\r\nhello",
            "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "PUT /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Sum: 1\r\n\r\n",
            "GET /b HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nX-Text: \u00e4\t~\r\n\r\n");

    @Property
    void requestsOneAfterTheOtherPassInPiecesOfAnySize(@ForAll("requests") List<String> requests,
            @ForAll @IntRange(min = 1, max = 50) int piece) {
        Framing framing = new Framing();
        String all = String.join("", requests);
        for (int at = 0; at < all.length(); at += piece) {
            assertThat(framing.read(bytes(all.substring(at, Math.min(all.length(), at + piece))))).isNull();
        }
        assertThat(framing.between()).isTrue();
    }

    @Property
    void anyControlCharacterInAHeadIsRefused(@ForAll @IntRange(min = 0, max = 31) int control,
            @ForAll @IntRange(min = 0, max = 35) int place) {
        if (control == '\t') {
            return;
        }
        String head = "GET /abc HTTP/1.1\r\nHost: a\r\nX-Header: value\r\n\r\n";
        String bad = head.substring(0, place) + (char) control + head.substring(place);
        Framing framing = new Framing();

        Refusal refusal = framing.read(bytes(bad));

        boolean sameLineEnd = bad.equals(head);
        assertThat(refusal == null).isEqualTo(sameLineEnd);
    }

    @Property
    void nothingRandomPassesAsARequest(@ForAll byte[] noise) {
        Framing framing = new Framing();
        ByteBuf bytes = Unpooled.wrappedBuffer(noise);

        if (framing.read(bytes) == null) {
            // Not refused yet: then no head is complete.
            assertThat(new String(noise, StandardCharsets.ISO_8859_1)).doesNotContain("\r\n\r\n");
        }
    }

    @Test
    void aHeadOf64KibPassesAndALongerOneDoesNot() {
        String begin = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: ";
        String end = "\r\n\r\n";
        String fits = begin + "a".repeat(HeadCheck.LIMIT - begin.length() - end.length()) + end;

        assertThat(new Framing().read(bytes(fits))).isNull();
        assertThat(new Framing().read(bytes(begin + "a" + fits.substring(begin.length()))))
                .isEqualTo(new Refusal(431, "The head of a request has 64 KiB at most"));
    }

    @Test
    void aBodyMayHoldAnything() {
        assertThat(new Framing().read(bytes("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n\0\n\r\u00ff")))
                .isNull();
    }

    @Provide
    Arbitrary<List<String>> requests() {
        return Arbitraries.of(GOOD).list().ofMinSize(1).ofMaxSize(5);
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }
}
