package io.github.devboxtunnels.ui.shell;

import java.time.Duration;
import java.util.List;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import io.github.devboxtunnels.model.Problem;
import io.github.devboxtunnels.settings.Settings.ThemeChoice;
import io.github.devboxtunnels.testing.Devboxes;
import io.github.devboxtunnels.testing.FakeRunloopApi;
import io.github.devboxtunnels.testing.FakeRunloopApi.Call;
import io.github.devboxtunnels.testing.FxTest;
import io.github.devboxtunnels.ui.common.Announcer;
import io.github.devboxtunnels.ui.controls.Banner;
import io.github.devboxtunnels.ui.devboxes.ListFilter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShellViewTest extends FxTest {

    private final ShellFixture fixture = new ShellFixture();
    private Stage stage;

    @BeforeEach
    void open() {
        Accounts.fill(fixture.api);
        stage = onFx(() -> {
            Stage made = new Stage();
            fixture.open(made, ShellFixture.account(), ThemeChoice.LIGHT, 900, 600);
            made.requestFocus();
            return made;
        });
        fixture.advance(Duration.ofMillis(1));
        Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes().rows().size()) == 12);
        settle();
    }

    @AfterEach
    void close() {
        doOnFx(stage::close);
        fixture.close();
    }

    private Node focused() {
        return onFx(() -> stage.getScene().getFocusOwner());
    }

    private void shortcut(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        settle();
    }

    /** What a screen reader was told last. */
    private String announced() {
        return onFx(() -> stage.getScene().getRoot().getChildrenUnmodifiable().getLast().getAccessibleText());
    }

    private boolean menuBarShows() {
        return robot.lookup(".menu-bar").<MenuBar>tryQuery().map(MenuBar::isVisible).orElse(false);
    }

    private MenuBar menuBar() {
        return robot.lookup(".menu-bar").queryAs(MenuBar.class);
    }

    @Test
    void everythingIsReachedByKeyboard() {
        shortcut(KeyCode.CONTROL, KeyCode.F);
        assertThat(focused()).isInstanceOf(TextField.class);
        robot.write("web");
        Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes().rows().size()) == 1);
        robot.type(KeyCode.DOWN);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
        assertThat(fixture.page.shown).isEqualTo("dbx_web-preview");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(focused()).isSameAs(fixture.page.button);
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
    }

    @Test
    void f6GoesAroundBarListAndPage() {
        doOnFx(() -> fixture.model.devboxes().select("dbx_api-server"));
        shortcut(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.F6);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
        robot.type(KeyCode.F6);
        settle();
        assertThat(focused()).isSameAs(fixture.page.button);
        robot.type(KeyCode.F6);
        settle();
        assertThat(focused()).isInstanceOf(TextField.class);
        shortcut(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isSameAs(fixture.page.button);
        shortcut(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isInstanceOf(ListView.class);
        shortcut(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isInstanceOf(TextField.class);
    }

    @Test
    void goingAroundKeepsADevboxThatLeftTheList() {
        doOnFx(() -> {
            fixture.model.devboxes().select("dbx_api-server");
            fixture.model.devboxes().filterProperty().set(ListFilter.RUNNING);
            fixture.page.focusFirst();
        });
        fixture.api.put(Devboxes.suspended("api-server"));
        fixture.advance(Duration.ofSeconds(6));
        Awaitility.await().until(() -> onFx(() -> fixture.model.devboxes().rows().stream()
                .noneMatch(row -> row.id().equals("dbx_api-server"))));
        settle();
        assertThat(fixture.page.shown).isEqualTo("dbx_api-server");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
        assertThat(fixture.page.shown).isEqualTo("dbx_api-server");
        robot.type(KeyCode.F6, KeyCode.F6, KeyCode.F6);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
        assertThat(fixture.page.shown).isEqualTo("dbx_api-server");
    }

    @Test
    void goingToTheListSelectsOneWhereNothingIs() {
        doOnFx(() -> fixture.model.devboxes().select(null));
        shortcut(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.F6);
        settle();
        assertThat(focused()).isInstanceOf(ListView.class);
        assertThat(fixture.page.shown).isNotNull();
    }

    @Test
    void thePageIsBuiltBehindTheList() {
        doOnFx(() -> fixture.model.devboxes().select(null));
        assertThat(fixture.page.built).isFalse();
        doOnFx(() -> fixture.model.devboxes().select("dbx_api-server"));
        Awaitility.await().until(() -> onFx(() -> fixture.page.built));
    }

    @Test
    void theMenuBarComesWithF10AndGoesAgain() {
        assertThat(menuBarShows()).isFalse();
        doOnFx(() -> fixture.view.toList());
        robot.type(KeyCode.F10);
        settle();
        assertThat(menuBarShows()).isTrue();
        assertThat(menuBar().getMenus()).extracting(menu -> menu.getText().replace("_", ""))
                .containsExactly("File", "Edit", "View", "Devbox", "Help");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        settle();
        assertThat(menuBarShows()).isFalse();
        assertThat(fixture.model.devboxes().filterProperty().get()).isNotEqualTo(ListFilter.ALL);
        shortcut(KeyCode.ALT);
        assertThat(menuBarShows()).isTrue();
        robot.type(KeyCode.ESCAPE);
        settle();
        Awaitility.await().until(() -> onFx(() -> !menuBarShows()));
    }

    @Test
    void shortcutsDoWhatTheMenuSays() {
        shortcut(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(fixture.model.devboxes().filterProperty().get()).isEqualTo(ListFilter.SUSPENDED);
        assertThat(menuBarShows()).isFalse();
        doOnFx(() -> fixture.model.devboxes().select("dbx_feature-login"));
        shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        assertThat(fixture.clipboard.text()).isEqualTo("dbx_feature-login");
        shortcut(KeyCode.CONTROL, KeyCode.T);
        assertThat(fixture.page.button.getText()).isEqualTo("enable");
        shortcut(KeyCode.CONTROL, KeyCode.Q);
        assertThat(fixture.quit).isEqualTo(1);
        long reads = fixture.api.count(Call.LIST);
        robot.type(KeyCode.F5);
        settle();
        fixture.advance(Duration.ofMillis(1));
        assertThat(fixture.api.count(Call.LIST)).isGreaterThan(reads);
    }

    @Test
    void offlineIsSaidAndTriedAgainOnAClick() {
        fixture.api.breakDown(new Problem.Offline("refused"));
        fixture.advance(Duration.ofSeconds(6));
        settle();
        assertThat(robot.lookup("Offline.").tryQuery()).isPresent();
        fixture.api.heal();
        robot.clickOn("Try now");
        settle();
        fixture.advance(Duration.ofMillis(1));
        settle();
        assertThat(robot.lookup(".banner").queryAllAs(Banner.class)).noneMatch(Node::isVisible);
    }

    @Test
    void aSecondOutageIsAnnouncedToo() {
        fixture.api.breakDown(new Problem.Offline("refused"));
        fixture.advance(Duration.ofSeconds(6));
        settle();
        assertThat(announced()).startsWith("Offline.");
        fixture.api.heal();
        doOnFx(() -> {
            fixture.model.refresh();
            Announcer.announce(fixture.view, "Something else");
        });
        fixture.advance(Duration.ofMillis(1));
        settle();
        fixture.api.breakDown(new Problem.Offline("refused"));
        fixture.advance(Duration.ofSeconds(6));
        settle();
        assertThat(announced()).startsWith("Offline.");
    }

    @Test
    void whatTheBannerHasNoRoomForIsInItsTooltip() {
        String words = "This key was made for reading blueprints and their builds only, by somebody else.";
        fixture.api.breakDown(new Problem.Forbidden(FakeRunloopApi.reply(403, words)));
        fixture.advance(Duration.ofSeconds(6));
        settle();
        robot.moveTo("Not allowed (403).");
        Awaitility.await().until(() -> onFx(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .anyMatch(text -> text.startsWith("Not allowed (403). ") && text.contains(words))));
    }

    @Test
    void theThemeAndTheClipboardTimeAreChosenInTheSettingsMenu() {
        robot.clickOn("#settings");
        settle();
        robot.type(KeyCode.D, KeyCode.ENTER);
        settle();
        assertThat(fixture.settings.current().theme()).isEqualTo(ThemeChoice.DARK);
        robot.clickOn("#settings");
        settle();
        robot.type(KeyCode.N, KeyCode.ENTER);
        settle();
        assertThat(fixture.settings.current().clipboardSeconds()).isZero();
    }

    @Test
    void aScreenReaderHearsWhatIsChosenInTheSettingsMenu() {
        robot.clickOn("#settings");
        settle();
        assertThat(chosen()).containsExactly("Light", "After 30 s");
        robot.type(KeyCode.D, KeyCode.ENTER);
        settle();
        robot.clickOn("#settings");
        settle();
        assertThat(chosen()).containsExactly("Dark", "After 30 s");
        robot.type(KeyCode.ESCAPE);
        settle();
    }

    private static List<String> chosen() {
        return onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(ShellViewTest::saidToBeChosen).map(MenuItem::getText).toList());
    }

    private static boolean saidToBeChosen(MenuItem item) {
        Node line = item.getStyleableNode();
        return line != null && line.getAccessibleRole() == AccessibleRole.RADIO_MENU_ITEM
                && Boolean.TRUE.equals(line.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
    }

    @Test
    void aCopiedIdIsAnnounced() {
        doOnFx(() -> fixture.model.devboxes().select("dbx_feature-login"));
        shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        assertThat(announced()).isEqualTo("ID copied");
        doOnFx(() -> {
            Announcer.announce(fixture.view, "Something else");
            fixture.view.toList();
        });
        fixture.clipboard.clear();
        shortcut(KeyCode.SHIFT, KeyCode.F10);
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fixture.clipboard.text()).isEqualTo("dbx_feature-login");
        assertThat(announced()).isEqualTo("ID copied");
    }

    @Test
    void theSessionIsLeftThroughTheProfile() {
        robot.clickOn(".profile-chip");
        settle();
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(fixture.left).isEqualTo(1);
    }

    @Test
    void theListIsWidenedByKeyboardAndItsWidthRemembered() {
        double before = onFx(() -> robot.lookup(".devbox-list").query().getLayoutBounds().getWidth());
        shortcut(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(onFx(() -> robot.lookup(".devbox-list").query().getLayoutBounds().getWidth()))
                .isEqualTo(before + 20);
        assertThat(fixture.settings.current().listWidth()).isEqualTo(before + 21);
    }

    @Test
    void thePlaceOfTheWindowIsRemembered() {
        doOnFx(() -> {
            stage.setX(33);
            stage.setWidth(950);
        });
        settle();
        assertThat(fixture.settings.current().window()).satisfies(place -> {
            assertThat(place.x()).isEqualTo(33);
            assertThat(place.width()).isEqualTo(950);
            assertThat(place.maximised()).isFalse();
        });
    }

    @Test
    void everyControlHasWordsAndTheTitleHasNoSecrets() {
        assertThat(stage.getTitle()).isEqualTo("Devbox Tunnels");
        assertThat(onFx(() -> robot.lookup(".button").<Labeled>queryAllAs(Labeled.class).stream()
                .filter(ShellViewTest::seen).filter(button -> button.getText() == null || button.getText().isBlank())
                .filter(button -> button.getAccessibleText() == null).toList())).isEmpty();
        assertThat(robot.lookup("#search").query().getAccessibleText()).isNotBlank();
    }

    private static boolean seen(Node node) {
        return node == null || (node.isVisible() && seen(node.getParent()));
    }

    @Test
    void noBrowserOffersTheAddress() {
        fixture.browser = false;
        doOnFx(() -> fixture.model.devboxes().select("dbx_api-server"));
        shortcut(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        Awaitility.await().until(() -> onFx(() -> robot.lookup("No browser opened").tryQuery().isPresent()));
        robot.type(KeyCode.F8, KeyCode.ENTER);
        settle();
        assertThat(fixture.clipboard.text()).isEqualTo("https://platform.runloop.ai/devboxes/dbx_api-server");
    }
}
