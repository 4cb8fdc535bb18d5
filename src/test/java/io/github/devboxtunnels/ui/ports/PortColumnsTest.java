package io.github.devboxtunnels.ui.ports;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortColumnsTest {

    @Test
    void standsAsDrawnAtTheFirstStart() {
        PortColumns columns = PortColumns.of(792, 160);
        assertThat(columns.nameX()).isEqualTo(44);
        assertThat(columns.portX()).isEqualTo(150);
        assertThat(columns.pathX()).isEqualTo(210);
        assertThat(columns.addressX()).isEqualTo(294);
        assertThat(columns.address()).isEqualTo(316);
    }

    @Test
    void stepsByTheWidthOfTheContentArea() {
        assertThat(PortColumns.of(768, 160).path()).isTrue();
        assertThat(PortColumns.of(767, 160).path()).isFalse();
        assertThat(PortColumns.of(684, 160).merged()).isFalse();
        assertThat(PortColumns.of(683, 140).merged()).isTrue();
    }

    @Property
    void nothingOverlaps(@ForAll @DoubleRange(min = 480, max = 4000) double width,
            @ForAll @DoubleRange(min = 60, max = 184) double actions) {
        PortColumns columns = PortColumns.of(width, actions);
        double afterName = columns.nameX() + columns.name();
        assertThat(columns.addressX()).isGreaterThanOrEqualTo(afterName);
        assertThat(columns.addressX() + columns.address()).isLessThanOrEqualTo(columns.actionsX());
        assertThat(columns.actionsX() + columns.actions()).isLessThanOrEqualTo(width);
    }
}
