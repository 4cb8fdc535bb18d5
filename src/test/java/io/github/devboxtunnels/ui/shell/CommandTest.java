package io.github.devboxtunnels.ui.shell;

import java.util.Arrays;
import java.util.List;

import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandTest {

    @Test
    void everyCommandHasWordsAndEveryKeyOneMeaning() {
        List<String> keys = Arrays.stream(Command.values()).flatMap(command -> command.keys().stream()).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys).extracting(KeyCombination::valueOf).allMatch(KeyCodeCombination.class::isInstance);
        assertThat(Command.values()).extracting(Command::label).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(Command.Group.values()).allMatch(group -> !Command.of(group).isEmpty());
    }

    @Test
    void whatIsNotThereOrUnavailableIsNotDone() {
        int[] done = {0};
        String[] reason = {"offline"};
        Commands commands = new Commands().put(Command.REFRESH, () -> done[0]++, () -> reason[0]);
        assertThat(commands.run(Command.QUIT)).isFalse();
        assertThat(commands.run(Command.REFRESH)).isFalse();
        reason[0] = null;
        assertThat(commands.run(Command.REFRESH)).isTrue();
        assertThat(done[0]).isEqualTo(1);
    }

    @Test
    void allOfThemWaitWhileTheyAreRefused() {
        int[] done = {0};
        String[] reason = {"answer first"};
        Commands commands = new Commands().put(Command.REFRESH, () -> done[0]++).put(Command.FIND, () -> done[0]++,
                () -> "offline");
        commands.refuse(() -> reason[0]);
        assertThat(commands.run(Command.REFRESH)).isFalse();
        assertThat(commands.unavailable(Command.REFRESH)).isEqualTo("answer first");
        assertThat(commands.unavailable(Command.FIND)).isEqualTo("answer first");
        reason[0] = null;
        assertThat(commands.unavailable(Command.FIND)).isEqualTo("offline");
        assertThat(commands.run(Command.REFRESH)).isTrue();
        assertThat(done[0]).isEqualTo(1);
    }
}
