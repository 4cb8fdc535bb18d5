package io.github.devboxtunnels.ui.tunnel;

import java.util.Locale;
import java.util.ResourceBundle;

import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.SimulatedTimeline;
import io.github.devboxtunnels.ui.devboxes.DevboxListView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusWordsTest {

    private static final String PREFIX = "devboxes.reason.";

    private static String ended(String reason) {
        return StatusWords.withAge(Devboxes.ended("a").since(null).reason(reason).build(), SimulatedTimeline.START);
    }

    @Test
    void aReasonHasTheWordsOfTheList() {
        ResourceBundle list = ResourceBundle.getBundle(DevboxListView.class.getPackageName() + ".messages",
                Locale.ROOT);
        assertThat(list.keySet().stream().filter(key -> key.startsWith(PREFIX))).hasSizeGreaterThan(5)
                .allSatisfy(key -> assertThat(ended(key.substring(PREFIX.length())))
                        .isEqualTo("Ended: " + list.getString(key)));
    }

    @Test
    void anotherReasonStaysAsItWasSentAndAnEmptyOneIsNone() {
        assertThat(ended("disk_on_fire")).isEqualTo("Ended: disk on fire");
        assertThat(ended(" ")).isEqualTo("Ended");
        assertThat(ended(null)).isEqualTo("Ended");
    }
}
