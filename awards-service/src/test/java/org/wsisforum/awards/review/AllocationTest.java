package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.wsisforum.awards.edition.Rules;
import org.wsisforum.awards.project.ProjectInput;
import org.wsisforum.awards.project.Submission;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole year's work: 400 projects of 8 categories, 48 experts from all regions. */
class AllocationTest {

    private static final List<String> COUNTRIES = List.of("CH", "SN", "EG", "RU", "US", "JP", "FR", "KE");

    private final List<Submission> projects = IntStream.range(0, 400)
            .mapToObj(i -> project(i, 1 + i % 8, COUNTRIES.get(i % 7 % 8)))
            .toList();

    private final List<Expert> experts = IntStream.range(0, 48)
            .mapToObj(i -> new Expert(
                    "2031",
                    "expert-%02d".formatted(i),
                    new ExpertInput(List.of(1 + i % 8, 1 + (i + 3) % 8), COUNTRIES.get(i / 6), null, List.of())))
            .toList();

    private static Submission project(int number, int category, String country) {
        return new Submission(
                new UUID(number * 0x9E3779B97F4A7C15L, number),
                "2031",
                category,
                List.of("owner-" + number),
                "entity " + number,
                new ProjectInput(
                        category, "P", null, null, null, null, null, null, null, null, null, null, null, null, null,
                        country, null));
    }

    private static Rules.Review rules(boolean sameCountryConflicts) {
        return new Rules.Review(List.of(), 5, 3, sameCountryConflicts, 5, false, "made up");
    }

    private static Allocation allocate(List<Submission> projects, List<Expert> experts, List<Assignment> present) {
        var byName = experts.stream().collect(Collectors.toMap(Expert::subject, Function.identity()));
        return Allocation.of(3, projects, new Conflicts(byName, Set.of(), rules(true)), present);
    }

    @Test
    void all_projects_are_filled_and_nobody_has_much_more_to_do_than_others() {
        var allocation = allocate(projects, experts, List.of());
        assertThat(allocation.gaps()).isEmpty();
        assertThat(allocation.made()).hasSize(1200).doesNotHaveDuplicates();
        var load = new HashMap<String, Integer>();
        allocation.made().forEach(made -> load.merge(made.expert(), 1, Integer::sum));
        // 1200 reviews for 48 experts are 25 each.
        assertThat(load).hasSize(48);
        assertThat(load.values()).allSatisfy(projects -> assertThat(projects).isBetween(22, 28));
    }

    @Test
    void nobody_judges_at_home_and_each_project_is_seen_from_two_regions_at_least() {
        var made = allocate(projects, experts, List.of()).made();
        var byName = experts.stream().collect(Collectors.toMap(Expert::subject, Function.identity()));
        var regions = new HashMap<UUID, Set<String>>();
        made.forEach(key -> regions.computeIfAbsent(key.project(), p -> new HashSet<>())
                .add(byName.get(key.expert()).region()));
        assertThat(regions).hasSize(400).allSatisfy((project, from) -> assertThat(from)
                .hasSizeGreaterThanOrEqualTo(2));
        assertThat(regions.values().stream().filter(from -> from.size() == 3).count())
                .isGreaterThan(300);
        Map<UUID, Submission> byId = projects.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        assertThat(made).allSatisfy(key -> assertThat(
                        byName.get(key.expert()).conflictsWith(byId.get(key.project()), rules(true)))
                .isEmpty());
    }

    @Test
    void the_same_comes_out_in_whatever_order_things_are_read() {
        var first = allocate(projects, experts, List.of());
        var shuffledProjects = new ArrayList<>(projects);
        var shuffledExperts = new ArrayList<>(experts);
        Collections.shuffle(shuffledProjects, new Random(1));
        Collections.shuffle(shuffledExperts, new Random(2));
        var second = allocate(shuffledProjects, shuffledExperts, List.of());
        assertThat(second.made()).isEqualTo(first.made());
        assertThat(second.gaps()).isEqualTo(first.gaps());
    }

    @Test
    void what_was_assigned_stays_and_nothing_is_made_twice() {
        var byId = projects.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
        var present = allocate(projects.subList(0, 300), experts, List.of()).made().stream()
                .map(key -> new Assignment(byId.get(key.project()), key.expert(), true, null))
                .toList();
        var allocation = allocate(projects, experts, present);
        assertThat(allocation.made()).hasSize(300).allSatisfy(key -> assertThat(projects.subList(300, 400))
                .map(Submission::id)
                .contains(key.project()));
    }

    @Test
    void a_country_alone_is_no_conflict_where_the_edition_lets_it_pass() {
        var swiss = experts.getFirst();
        assertThat(swiss.conflictsWith(project(1, 1, "CH"), rules(true))).containsExactly(ConflictKind.SAME_COUNTRY);
        assertThat(swiss.conflictsWith(project(1, 1, "CH"), rules(false))).isEmpty();
    }
}
