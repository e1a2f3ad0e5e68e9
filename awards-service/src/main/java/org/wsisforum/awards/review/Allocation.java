package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.awards.project.Submission;

/**
 * Fills what projects lack of experts, and moves nobody. Projects that few may judge come first. Of those who may, somebody is
 * taken who has about as little to do as anybody, of a region that the project has not been seen from yet. The same projects,
 * experts and assignments give the same result.
 */
final class Allocation {

    /** By how much more one may have to do than another for the sake of regions. */
    private static final int SLACK = 1;

    private final int reviewsPerProject;
    private final Conflicts conflicts;
    private final Map<UUID, List<String>> judging = new HashMap<>();
    private final Map<String, Integer> load = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Assignment.Key> made = new ArrayList<>();
    private final List<Assignment.Key> outdated = new ArrayList<>();

    private Allocation(int reviewsPerProject, Conflicts conflicts) {
        this.reviewsPerProject = reviewsPerProject;
        this.conflicts = conflicts;
    }

    /**
     * A project that lacks experts.
     *
     * @param project the project
     * @param category its category
     * @param missing how many experts it lacks
     * @param experts how many experts its category has
     * @param conflicts how many of them are in conflict, for each reason
     */
    @Schema(name = "AssignmentGap", description = "A project that lacks experts, and why.")
    record Gap(
            UUID project,

            @Schema(description = "Its category.", examples = "10")
            int category,

            @Schema(description = "How many experts it lacks.", examples = "1")
            int missing,

            @Schema(description = "How many experts its category has.", examples = "4")
            int experts,

            @Schema(description = "How many of them are in conflict, for each reason.")
            Map<ConflictKind, Integer> conflicts) {}

    /**
     * Allocates experts.
     *
     * @param present all assignments of the edition's projects; those in conflict count for nothing
     */
    static Allocation of(
            int reviewsPerProject,
            Collection<Submission> projects,
            Conflicts conflicts,
            Collection<Assignment> present) {
        var allocation = new Allocation(reviewsPerProject, conflicts);
        var assigned = new HashMap<UUID, Set<String>>();
        present.forEach(
                a -> assigned.computeIfAbsent(a.project(), p -> new HashSet<>()).add(a.expert()));
        var open = projects.stream()
                .map(project -> allocation.candidates(project, assigned.getOrDefault(project.id(), Set.of())))
                .toList();
        open.stream()
                .sorted(Comparator.comparingInt((Open o) -> o.candidates().size())
                        .thenComparing(o -> o.project().id()))
                .forEach(allocation::fill);
        return allocation;
    }

    private record Open(Submission project, List<Expert> candidates) {}

    private Open candidates(Submission project, Set<String> assigned) {
        var judges = new ArrayList<String>();
        var candidates = new ArrayList<Expert>();
        conflicts.experts().values().stream()
                .sorted(Comparator.comparing(Expert::subject))
                .forEach(expert -> {
                    var free = conflicts.between(expert.subject(), project).isEmpty();
                    if (assigned.contains(expert.subject())) {
                        if (free) {
                            judges.add(expert.subject());
                            load.merge(expert.subject(), 1, Integer::sum);
                        } else {
                            outdated.add(new Assignment.Key(project.id(), expert.subject()));
                        }
                    } else if (free && expert.judges(project.category())) {
                        candidates.add(expert);
                    }
                });
        judging.put(project.id(), judges);
        return new Open(project, candidates);
    }

    private void fill(Open open) {
        var judges = judging.get(open.project().id());
        var left = new ArrayList<>(open.candidates());
        while (judges.size() < reviewsPerProject && !left.isEmpty()) {
            var next = next(left, judges);
            left.remove(next);
            judges.add(next.subject());
            load.merge(next.subject(), 1, Integer::sum);
            made.add(new Assignment.Key(open.project().id(), next.subject()));
        }
        if (judges.size() < reviewsPerProject) {
            gaps.add(gap(open.project(), reviewsPerProject - judges.size()));
        }
    }

    private Expert next(List<Expert> left, List<String> judges) {
        var least = left.stream().mapToInt(this::load).min().orElseThrow();
        return left.stream()
                .filter(expert -> load(expert) <= least + SLACK)
                .min(Comparator.comparingLong((Expert expert) -> fromRegionOf(expert, judges))
                        .thenComparingInt(this::load)
                        .thenComparing(Expert::subject))
                .orElseThrow();
    }

    private long fromRegionOf(Expert expert, List<String> judges) {
        return judges.stream()
                .filter(judge -> conflicts.experts().get(judge).region().equals(expert.region()))
                .count();
    }

    private int load(Expert expert) {
        return load.getOrDefault(expert.subject(), 0);
    }

    private Gap gap(Submission project, int missing) {
        var kinds = new EnumMap<ConflictKind, Integer>(ConflictKind.class);
        var ofCategory = conflicts.experts().values().stream()
                .filter(expert -> expert.judges(project.category()))
                .toList();
        ofCategory.forEach(expert ->
                conflicts.between(expert.subject(), project).forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        return new Gap(project.id(), project.category(), missing, ofCategory.size(), kinds);
    }

    /** Whom to assign to what. */
    List<Assignment.Key> made() {
        return made;
    }

    /** Whose assignment no longer counts, since something has come between. */
    List<Assignment.Key> outdated() {
        return outdated;
    }

    /** What could not be filled, by category and project. */
    List<Gap> gaps() {
        return gaps.stream()
                .sorted(Comparator.comparingInt(Gap::category).thenComparing(Gap::project))
                .toList();
    }
}
