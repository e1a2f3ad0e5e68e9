package org.wsisforum.awards.suspicion;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.awards.edition.EditionRules;
import org.wsisforum.awards.pastwinner.PastWinnerList;
import org.wsisforum.awards.pastwinner.PastWinnerView;
import org.wsisforum.kit.paging.PagingProblem;
import org.wsisforum.kit.problem.RequestProblem;

/** Finds what is alike among all that takes part at this moment. */
@ApplicationScoped
class Suspicions {

    /** The most alike first. */
    private static final Comparator<Pair> ORDER =
            Comparator.comparing(Pair::likeness).reversed().thenComparing(Pair::id);

    @Inject
    EntityManager database;

    @Inject
    EditionRules editions;

    @Inject
    PastWinnerList winners;

    /** Some of the pairs, and how many there are in all. */
    record Found(List<SuspicionView> first, long all) {}

    /**
     * The first pairs in their order. However many there are, no more than these are held.
     *
     * @param open whether pairs are wanted that are to be decided, or those that are not; null for all
     * @param of a project or a past winner that all of them are to be pairs of; null for any
     * @param after where they begin; null for the beginning
     */
    Found find(String edition, Boolean open, UUID of, Place after, int limit) {
        return find(edition, of, pair -> open == null || pair.isOpen() == open, after, limit);
    }

    SuspicionView require(String edition, UUID id) {
        return find(edition, null, pair -> pair.id().equals(id), null, 1).first().stream()
                .findFirst()
                .orElseThrow(() -> RequestProblem.NOT_FOUND.because(
                        "No two that take part in " + edition + " are alike under " + id + ", or they no longer are."));
    }

    private Found find(String edition, UUID of, Predicate<Pair> wanted, Place after, int limit) {
        var best = new PriorityQueue<Pair>(ORDER.reversed());
        var all = new AtomicLong();
        forEach(edition, of, pair -> {
            if (!wanted.test(pair)) {
                return;
            }
            all.incrementAndGet();
            if (after == null || after.isBefore(pair)) {
                best.add(pair);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        });
        return new Found(best.stream().sorted(ORDER).map(Pair::view).toList(), all.get());
    }

    /** A place between two pairs. */
    record Place(int likeness, UUID id) {

        static Place after(SuspicionView pair) {
            return new Place(pair.likeness(), pair.id());
        }

        static Place read(String written) {
            var parts = written.split("_", -1);
            try {
                return new Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw PagingProblem.CURSOR_NOT_VALID.because("Take cursors from the links of a page.");
            }
        }

        String write() {
            return likeness + "_" + id;
        }

        private boolean isBefore(Pair pair) {
            return pair.likeness() < likeness
                    || pair.likeness() == likeness && pair.id().compareTo(id) > 0;
        }
    }

    private void forEach(String edition, UUID of, Consumer<Pair> action) {
        var rules = editions.of(edition);
        var trigrams = new Trigrams();
        var projects = database.createQuery("from Suspect where edition = :edition", Suspect.class)
                .setParameter("edition", edition)
                .getResultStream()
                .map(project -> Compared.of(project, trigrams))
                .toList();
        var past = rules.pastWinnersExcluded()
                ? winners.of(edition).stream()
                        .map(winner -> Compared.of(winner, trigrams))
                        .toList()
                : List.<Compared>of();
        var decided = database.createQuery("from Decided where edition = :edition", Decided.class)
                .setParameter("edition", edition)
                .getResultStream()
                .collect(Collectors.toMap(Decided::id, Function.identity()));
        for (var i = 0; i < projects.size(); i++) {
            var project = projects.get(i);
            for (var other : projects.subList(i + 1, projects.size())) {
                if (of != null && !project.is(of) && !other.is(of)) {
                    continue;
                }
                project.pair(other, rules.similarityPercent(), decided).ifPresent(action);
            }
            for (var winner : past) {
                if (of != null && !project.is(of) && !winner.is(of)) {
                    continue;
                }
                project.pair(winner, rules.similarityPercent(), decided).ifPresent(action);
            }
        }
    }

    /**
     * One side, ready to be compared.
     *
     * @param description null for a past winner
     * @param text stands for what it is compared by
     */
    private record Compared(SuspicionView.Side side, Trigrams.Of title, Trigrams.Of description, UUID text) {

        static Compared of(Suspect project, Trigrams trigrams) {
            return new Compared(
                    new SuspicionView.Side(project.id(), project.title(), project.entity(), project.category(), null),
                    trigrams.of(project.title()),
                    trigrams.of(project.description()),
                    uuid(project.title() + "\n" + project.description()));
        }

        static Compared of(PastWinnerView winner, Trigrams trigrams) {
            return new Compared(
                    new SuspicionView.Side(winner.id(), winner.title(), winner.entity(), null, winner.year()),
                    trigrams.of(winner.title()),
                    null,
                    uuid(winner.title()));
        }

        Optional<Pair> pair(Compared other, int percent, Map<UUID, Decided> decided) {
            var titles = title.likeness(other.title);
            var descriptions = other.isProject() ? description.likeness(other.description) : 0;
            var likeness = Math.max(titles, descriptions);
            if (likeness < percent) {
                return Optional.empty();
            }
            // The same two in the same order, whichever the database gives first.
            var swap = other.isProject() && side.id().compareTo(other.side.id()) > 0;
            var first = swap ? other : this;
            var second = swap ? this : other;
            var id = uuid(first.side.id() + " " + second.side.id());
            return Optional.of(new Pair(id, likeness, titles, descriptions, first, second, decided.get(id)));
        }

        boolean isProject() {
            return description != null;
        }

        boolean is(UUID id) {
            return side.id().equals(id);
        }

        private static UUID uuid(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Two that are alike. There may be very many of them, of which few are shown. */
    private record Pair(
            UUID id, int likeness, int titles, int descriptions, Compared first, Compared second, Decided decided) {

        boolean isOpen() {
            return decided == null || !decided.isOn(compared());
        }

        private String compared() {
            return first.text() + " " + second.text();
        }

        SuspicionView view() {
            var isOfProjects = second.isProject();
            return new SuspicionView(
                            id,
                            0,
                            compared(),
                            likeness,
                            titles,
                            isOfProjects ? descriptions : null,
                            first.side(),
                            isOfProjects ? second.side() : null,
                            isOfProjects ? null : second.side(),
                            null,
                            null,
                            null,
                            false)
                    .with(decided);
        }
    }
}
