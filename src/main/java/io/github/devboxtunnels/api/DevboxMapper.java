package io.github.devboxtunnels.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.devboxtunnels.api.dto.AfterIdleDto;
import io.github.devboxtunnels.api.dto.DevboxDto;
import io.github.devboxtunnels.api.dto.DevboxListDto;
import io.github.devboxtunnels.api.dto.LaunchParametersDto;
import io.github.devboxtunnels.api.dto.LifecycleDto;
import io.github.devboxtunnels.api.dto.ResumeTriggersDto;
import io.github.devboxtunnels.api.dto.StateTransitionDto;
import io.github.devboxtunnels.model.Devbox;
import io.github.devboxtunnels.model.DevboxStatus;
import io.github.devboxtunnels.model.Lifecycle;
import org.jspecify.annotations.Nullable;

/** JSON of devboxes into what the product talks about. Never fails: what is missing is null, or not a devbox. */
final class DevboxMapper {

    private DevboxMapper() {
    }

    /** A page; null when the answer is none. Devboxes without an id are left out. */
    static @Nullable DevboxPage page(DevboxListDto dto) {
        List<DevboxDto> listed = dto.devboxes();
        if (listed == null) {
            return null;
        }
        List<Devbox> devboxes = new ArrayList<>(listed.size());
        for (DevboxDto one : listed) {
            Devbox devbox = devbox(one);
            if (devbox != null) {
                devboxes.add(devbox);
            }
        }
        Double total = dto.totalCount();
        return new DevboxPage(devboxes, Boolean.TRUE.equals(dto.hasMore()), total == null ? null : total.intValue());
    }

    /** A devbox; null when the answer has no id and so is none. */
    static @Nullable Devbox devbox(DevboxDto dto) {
        String id = dto.id();
        if (id == null || id.isBlank()) {
            return null;
        }
        DevboxStatus status = DevboxStatus.of(Objects.requireNonNullElse(dto.status(), ""));
        List<StateTransitionDto> transitions = Objects.requireNonNullElse(dto.stateTransitions(), List.of());
        StateTransitionDto last = transitions.isEmpty() ? null : transitions.getLast();
        return new Devbox(id, dto.name(), status, since(last, status), createdAt(dto, transitions), dto.endTimeMs(),
                dto.blueprintId(), Objects.requireNonNullElse(dto.metadata(), Map.of()),
                lifecycle(dto.launchParameters()),
                TunnelMapper.tunnel(dto.tunnel()), reason(dto, last));
    }

    /** The last transition dates the status, unless it speaks of another one. */
    private static @Nullable Instant since(@Nullable StateTransitionDto last, DevboxStatus status) {
        if (last == null) {
            return null;
        }
        String word = last.status();
        return word == null || DevboxStatus.of(word).kind() == status.kind() ? last.transitionTimeMs() : null;
    }

    private static Instant createdAt(DevboxDto dto, List<StateTransitionDto> transitions) {
        Instant said = dto.createTimeMs();
        return said != null
                ? said
                : transitions.stream().map(StateTransitionDto::transitionTimeMs)
                        .filter(Objects::nonNull).findFirst().orElse(Instant.EPOCH);
    }

    private static @Nullable String reason(DevboxDto dto, @Nullable StateTransitionDto last) {
        if (dto.failureReason() != null) {
            return dto.failureReason();
        }
        if (dto.shutdownReason() != null) {
            return dto.shutdownReason();
        }
        return last == null ? null : last.failureReason();
    }

    private static Lifecycle lifecycle(@Nullable LaunchParametersDto launch) {
        if (launch == null) {
            return Lifecycle.NONE;
        }
        LifecycleDto newer = launch.lifecycle();
        Lifecycle.Idle idle = newer == null ? null : idle(newer.afterIdle());
        ResumeTriggersDto triggers = newer == null ? null : newer.resumeTriggers();
        return new Lifecycle(idle != null ? idle : idle(launch.afterIdle()), seconds(launch.keepAliveTimeSeconds()),
                triggers == null ? null : triggers.http());
    }

    private static Lifecycle.@Nullable Idle idle(@Nullable AfterIdleDto dto) {
        if (dto == null || dto.onIdle() == null) {
            return null;
        }
        Duration after = seconds(dto.idleTimeSeconds());
        if (after == null) {
            return null;
        }
        return switch (dto.onIdle()) {
            case "suspend" -> new Lifecycle.Idle(after, Lifecycle.OnIdle.SUSPEND);
            case "shutdown" -> new Lifecycle.Idle(after, Lifecycle.OnIdle.SHUTDOWN);
            default -> null;
        };
    }

    private static @Nullable Duration seconds(@Nullable Double sent) {
        if (sent == null || sent < 0 || sent > Integer.MAX_VALUE) {
            return null;
        }
        return Duration.ofMillis((long) (sent * 1000));
    }
}
