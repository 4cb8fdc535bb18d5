package io.github.devboxtunnels.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.devboxtunnels.model.Devbox;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the list and how answers change them. Pure: every change makes a new one. Each answer bears a stamp, the
 * order in which requests began, so that an answer never overwrites what a later request has brought.
 *
 * @param devboxes the rows, in the order they were first seen
 * @param missing how many full reads in a row lacked a devbox, by id
 * @param newer stamps of what came from elsewhere after the last full read began, by id
 * @param lastRead stamp of the last full read
 */
record DevboxMerge(List<Devbox> devboxes, Map<String, Integer> missing, Map<String, Long> newer, long lastRead) {

    /** No row. */
    static final DevboxMerge NOTHING = new DevboxMerge(List.of(), Map.of(), Map.of(), 0);

    private static final int GIVEN_UP_AFTER = 2;

    /**
     * Takes in a full read. A devbox it lacks stays for now, see {@link FullRead}, and goes with the second in a row
     * that lacks it; one that has ended in view stays for good.
     */
    DevboxMerge readAll(long stamp, Map<String, Devbox> found) {
        Map<String, Long> stillNewer = new HashMap<>(newer);
        stillNewer.values().removeIf(other -> other < stamp);
        Map<String, Integer> nowMissing = new LinkedHashMap<>();
        List<Devbox> rows = new ArrayList<>(found.size());
        Set<String> known = HashSet.newHashSet(devboxes.size());
        for (Devbox row : devboxes) {
            known.add(row.id());
            Devbox seen = found.get(row.id());
            if (stillNewer.containsKey(row.id()) || (seen == null && row.status().ended())) {
                rows.add(row);
            } else if (seen != null) {
                rows.add(newer(row, seen));
            } else if (missing.getOrDefault(row.id(), 0) + 1 < GIVEN_UP_AFTER) {
                nowMissing.put(row.id(), missing.getOrDefault(row.id(), 0) + 1);
                rows.add(row);
            }
        }
        found.values().stream().filter(devbox -> !known.contains(devbox.id()) && !devbox.status().ended())
                .filter(devbox -> !stillNewer.containsKey(devbox.id())).forEach(rows::add);
        return new DevboxMerge(sameOr(rows), Map.copyOf(nowMissing), Map.copyOf(stillNewer), stamp);
    }

    /** Takes in the answer about one devbox; null says that it is gone. */
    DevboxMerge readOne(long stamp, String id, @Nullable Devbox answer) {
        return readSome(stamp, Map.of(id, Optional.ofNullable(answer)));
    }

    /** Takes in answers about single devboxes, whose requests began together; an empty one says that it is gone. */
    DevboxMerge readSome(long stamp, Map<String, Optional<Devbox>> answers) {
        Map<String, Optional<Devbox>> left = new LinkedHashMap<>(answers);
        left.keySet().removeIf(id -> stamp < newer.getOrDefault(id, lastRead));
        Map<String, Long> nowNewer = new HashMap<>(newer);
        Map<String, Integer> nowMissing = new LinkedHashMap<>(missing);
        left.keySet().forEach(id -> {
            nowNewer.put(id, stamp);
            nowMissing.remove(id);
        });
        List<Devbox> rows = new ArrayList<>(devboxes.size() + left.size());
        for (Devbox row : devboxes) {
            Optional<Devbox> answer = left.remove(row.id());
            if (answer == null) {
                rows.add(row);
            } else {
                answer.ifPresent(seen -> rows.add(newer(row, seen)));
            }
        }
        left.values().stream().flatMap(Optional::stream).filter(devbox -> !devbox.status().ended())
                .forEach(rows::add);
        return new DevboxMerge(sameOr(rows), Map.copyOf(nowMissing), Map.copyOf(nowNewer), lastRead);
    }

    /** Ids that the last full read lacked. */
    List<String> lacking(int most) {
        return missing.keySet().stream().limit(most).toList();
    }

    /**
     * Ids worth reading between two full reads: the selected one, those the last full read lacked, and those on their
     * way to another status.
     *
     * @param turn counts the rounds, so that each gets its turn when there are more than {@code most}
     */
    List<String> worthALook(@Nullable String selected, int turn, int most) {
        Set<String> ids = new LinkedHashSet<>();
        devboxes.stream().filter(row -> row.id().equals(selected) && !row.status().ended())
                .forEach(row -> ids.add(row.id()));
        ids.addAll(missing.keySet());
        List<String> moving = devboxes.stream().filter(row -> row.status().moving()).map(Devbox::id).toList();
        for (int i = 0; i < moving.size() && ids.size() < most; i++) {
            ids.add(moving.get((int) (((long) turn * most + i) % moving.size())));
        }
        return ids.stream().limit(most).toList();
    }

    /** How many have ended in view. */
    long ended() {
        return devboxes.stream().filter(row -> row.status().ended()).count();
    }

    /** The same object when nothing changed; what has ended cannot live again, so that such an answer is an old one. */
    private static Devbox newer(Devbox row, Devbox seen) {
        return row.equals(seen) || (row.status().ended() && !seen.status().ended()) ? row : seen;
    }

    /** The same list when each row is the same object, so that a view need not look at it again. */
    @SuppressWarnings("ReferenceEquality")
    private List<Devbox> sameOr(List<Devbox> rows) {
        if (rows.size() != devboxes.size()) {
            return List.copyOf(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) != devboxes.get(i)) {
                return List.copyOf(rows);
            }
        }
        return devboxes;
    }
}
