package io.github.devboxtunnels.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.devboxtunnels.platform.SingleInstance.Found;
import io.github.devboxtunnels.time.SystemTimeline;
import io.github.devboxtunnels.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SingleInstanceTest {

    private final Timeline timeline = new SystemTimeline();
    private final List<Summons> heard = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path home;

    @Test
    void aLaterStartIsHeardAndEnds() throws Exception {
        Summons wanted = new Summons(true, "dbx_1");
        try (SingleInstance first = first()) {
            first.setListener(heard::add);
            assertThat(enter(wanted)).isInstanceOf(Found.Told.class);
            assertThat(enter(Summons.PLAIN)).isInstanceOf(Found.Told.class);
            assertThat(heard).containsExactly(wanted, Summons.PLAIN);
        }
    }

    @Test
    void whatCameBeforeTheWindowIsNotLost() throws Exception {
        try (SingleInstance first = first()) {
            assertThat(enter(new Summons(false, "dbx_2"))).isInstanceOf(Found.Told.class);
            first.setListener(heard::add);
            await().untilAsserted(() -> assertThat(heard).containsExactly(new Summons(false, "dbx_2")));
        }
    }

    @Test
    void afterTheFirstHasEndedTheNextIsFirst() throws Exception {
        first().close();
        first().close();
        assertThat(home.resolve("run").resolve("instance.socket")).doesNotExist();
    }

    @Test
    void whoStartsWhileTheFirstEndsIsTheNext() throws Exception {
        SingleInstance first = first();
        first.setListener(heard::add);
        first.leave();
        CompletableFuture<Found> next = CompletableFuture.supplyAsync(() -> {
            try {
                return enter(Summons.PLAIN);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        await().during(Duration.ofMillis(200)).until(() -> !next.isDone());
        first.close();
        assertThat(next).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(Found.First.class);
        assertThat(heard).isEmpty();
        if (next.get() instanceof Found.First(SingleInstance second)) {
            second.close();
        }
    }

    @Test
    void aSocketLeftBehindIsNoObstacle() throws Exception {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run").resolve("instance.socket"), "left by a crash");
        first().close();
    }

    @Test
    void nobodyElseCanEnterTheFolder() throws Exception {
        try (SingleInstance first = first()) {
            assertThat(Files.getPosixFilePermissions(home.resolve("run")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void whereThereCanBeNoFolderTheStartGoesOnByItself() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        assertThat(SingleInstance.enter(file.resolve("run"), Summons.PLAIN, timeline)).isInstanceOf(Found.Alone.class);
        Path tooLong = home.resolve("a".repeat(120));
        assertThat(SingleInstance.enter(tooLong, Summons.PLAIN, timeline)).isInstanceOf(Found.Alone.class);
    }

    @Test
    void nonsenseOnTheSocketOnlyAsksForTheWindow() {
        assertThat(Summons.parse("")).isEqualTo(Summons.PLAIN);
        assertThat(Summons.parse("sandbox")).isEqualTo(Summons.PLAIN);
        assertThat(Summons.parse("\tdevbox ../x")).isEqualTo(Summons.PLAIN);
        assertThat(Summons.parse("\tenable dbx_1")).isEqualTo(Summons.PLAIN);
        assertThat(Summons.parse(new Summons(true, "dbx_1").line())).isEqualTo(new Summons(true, "dbx_1"));
    }

    private SingleInstance first() throws InterruptedException {
        Found found = enter(Summons.PLAIN);
        assertThat(found).isInstanceOf(Found.First.class);
        return ((Found.First) found).instance();
    }

    private Found enter(Summons wanted) throws InterruptedException {
        return SingleInstance.enter(home.resolve("run"), wanted, timeline);
    }
}
