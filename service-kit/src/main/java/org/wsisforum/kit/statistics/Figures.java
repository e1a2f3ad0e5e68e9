package org.wsisforum.kit.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How something is spread over the groups of one kind, with small groups hidden.
 *
 * @param total how many there are; null where it would give a hidden count away
 * @param groups the groups in the order in which they were given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Figures",
        description =
                "How something is spread over groups. Groups with fewer than 5 are hidden, and where need be another one or the"
                        + " total, so that no hidden count can be worked out.")
public record Figures(
        @Schema(description = "How many there are; absent where it would give a hidden count away.", examples = "512")
        Long total,

        @Schema(description = "The groups.") List<Group> groups) {

    /** A smaller count than this is hidden, unless it is none. */
    public static final int LEAST = 5;

    /**
     * How many are in a group.
     *
     * @param code what the group is
     * @param count how many; null where that is hidden
     * @param hidden whether it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FiguresGroup", description = "How many are in a group.")
    public record Group(
            @Schema(description = "What the group is.", examples = "civil-society")
            String code,

            @Schema(description = "How many; absent where that is hidden.", examples = "87")
            Long count,

            @Schema(description = "Whether the count is hidden.", examples = "false")
            boolean hidden) {}

    /** The figures of these counts, in whose order the groups stand. */
    public static Figures of(Map<String, Long> counts) {
        var small = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && entry.getValue() < LEAST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        if (small.isEmpty()) {
            return figures(counts, Set.of(), total);
        }
        // One that is not small is hidden with them, or the small ones would be what is missing from the total.
        var large = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .toList();
        if (large.isEmpty()) {
            return figures(counts, small, null);
        }
        var hidden = new HashSet<>(small);
        hidden.add(large.getFirst().getKey());
        var missing = hidden.stream().mapToLong(counts::get).sum();
        return figures(
                counts,
                hidden,
                isAmbiguous(
                                missing,
                                small.size(),
                                large.size() > 1 ? large.get(1).getValue() : null)
                        ? total
                        : null);
    }

    /** The same groups with nothing said of them: where the total must not be known, and could be added up from them. */
    public Figures withheld() {
        return new Figures(
                null,
                groups.stream()
                        .map(group -> new Group(group.code(), null, true))
                        .toList());
    }

    /**
     * Whether more than one sum of the small groups agrees with what is missing from the total.
     *
     * @param smallest of the groups that are shown, which the one hidden beside the small ones does not exceed; null for none
     */
    private static boolean isAmbiguous(long missing, int small, Long smallest) {
        var least = smallest == null ? small : Math.max(small, missing - smallest);
        var most = Math.min((long) small * (LEAST - 1), missing - LEAST);
        return least < most;
    }

    private static Figures figures(Map<String, Long> counts, Set<String> hidden, Long total) {
        return new Figures(
                total,
                counts.entrySet().stream()
                        .map(entry -> hidden.contains(entry.getKey())
                                ? new Group(entry.getKey(), null, true)
                                : new Group(entry.getKey(), Objects.requireNonNull(entry.getValue()), false))
                        .toList());
    }
}
