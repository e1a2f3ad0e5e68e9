package org.wsisforum.agenda.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.time.ForumClock;

/** Makes a release of the draft, or says what it would differ in. Called in a transaction. */
@ApplicationScoped
class Publisher {

    @Inject
    EntityManager database;

    @Inject
    Instance<Shown<?>> kinds;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    @Inject
    Bodies bodies;

    /**
     * One thing that the draft shows otherwise than the newest release.
     *
     * @param change how everybody is told; null where nobody sees it yet
     * @param after the body it would have; null if it goes
     */
    private record Step(Change change, String kind, UUID id, Standing before, String after) {

        boolean isKeptBack() {
            return change == null;
        }
    }

    /** In what a release would differ from the newest one. */
    List<Difference> differences(String edition) {
        return told(steps(edition)).map(Difference::of).toList();
    }

    /**
     * Releases the draft.
     *
     * @return empty if it shows nothing new
     */
    Optional<Release> publish(String edition, Text note, String by) {
        holdEdition(edition);
        var steps = steps(edition);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var release = store(edition, note, by, steps);
        changes.recordAll(told(steps).toList());
        for (var kind : kinds) {
            kind.entered(
                    edition,
                    steps.stream()
                            .filter(step -> step.kind().equals(kind.kind()) && step.before() == null)
                            .map(Step::id)
                            .collect(Collectors.toSet()));
        }
        changes.record(Change.of(ReleaseChange.PUBLISHED, edition, "releases/" + release.number()));
        return Optional.of(release);
    }

    /**
     * Makes the first release of an edition, which may be empty; nothing if there is one. What is in it is not told: it was
     * told when it was added.
     */
    void publishFirst(String edition) {
        holdEdition(edition);
        if (number(edition) == 0) {
            store(edition, null, "system", steps(edition));
        }
    }

    /** Two who release at once do so one after the other. */
    private void holdEdition(String edition) {
        database.createNativeQuery("select code from edition where code = :code for no key update", String.class)
                .setParameter("code", edition)
                .getSingleResult();
    }

    private int number(String edition) {
        return database.createQuery(
                        "select coalesce(max(number), 0) from Release where edition = :edition", Integer.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    private Release store(String edition, Text note, String by, List<Step> steps) {
        var number = number(edition) + 1;
        var differences = told(steps).map(Difference::of).toList();
        var release = new Release(edition, number, note, clock.instant(), by, differences);
        database.persist(release);
        steps.stream().filter(step -> step.before() != null).forEach(step -> step.before()
                .endBefore(number));
        // One thing stands once at a time, so it must have ended before it begins to stand otherwise.
        database.flush();
        var sequences = sequences(edition);
        for (var step : steps) {
            if (step.after() != null) {
                database.persist(new Standing(
                        edition,
                        step.kind(),
                        step.id(),
                        number,
                        step.isKeptBack() ? step.before().sequence() : sequences.getOrDefault(step.id(), -1) + 1,
                        step.after()));
            }
        }
        database.flush();
        return release;
    }

    /** How often each thing that ever stood in a release has changed. */
    private Map<UUID, Integer> sequences(String edition) {
        return database.createQuery(
                        "select id, max(sequence) from Standing where edition = :edition group by id", Object[].class)
                .setParameter("edition", edition)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
    }

    private static Stream<Change> told(List<Step> steps) {
        return steps.stream().filter(step -> !step.isKeptBack()).map(Step::change);
    }

    private List<Step> steps(String edition) {
        var steps = new ArrayList<Step>();
        // Sessions lie behind rooms and people in the alphabet, and whoever changes a session locks it before them.
        kinds.stream()
                .sorted(Comparator.comparing((Shown<?> kind) -> kind.kind()).reversed())
                .forEach(kind -> addSteps(edition, kind, steps));
        return steps.reversed();
    }

    private <B extends Record> void addSteps(String edition, Shown<B> kind, List<Step> steps) {
        var after = kind.toShow(edition);
        var before = database.createQuery(
                        "from Standing where edition = :edition and kind = :kind and lastRelease is null",
                        Standing.class)
                .setParameter("edition", edition)
                .setParameter("kind", kind.kind())
                .getResultStream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
        var ids = new TreeSet<>(after.keySet());
        ids.addAll(before.keySet());
        for (var id : ids) {
            var standing = before.get(id);
            var stood = standing == null ? null : bodies.read(kind, standing.body());
            // Written and read as what stood was, so that only what can be seen makes a difference.
            var written = after.containsKey(id) ? bodies.write(after.get(id)) : null;
            var stands = written == null ? null : bodies.read(kind, written);
            if (!Objects.equals(stood, stands)) {
                var isKeptBack = stood != null && stands != null && kind.isKeptBack(stood, stands);
                var change = isKeptBack ? null : kind.told(edition, id, stood, stands);
                steps.add(new Step(change, kind.kind(), id, standing, written));
            }
        }
    }
}
