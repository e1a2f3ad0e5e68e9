package org.wsisforum.agenda.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hibernate.jpa.HibernateHints;

import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.changes.Remembered;

/** What releases show, from memory: the newest of each edition, and some older ones that were asked for. */
@ApplicationScoped
public class Releases {

    /** Each of a full Forum takes some megabytes. */
    private static final int OLDER_ONES = 10;

    private final Map<String, Remembered<Version>> newest = new ConcurrentHashMap<>();
    private final Cache<Release.Key, Version> versions =
            Caffeine.newBuilder().maximumSize(OLDER_ONES).build();

    @Inject
    EntityManager database;

    @Inject
    Instance<Shown<?>> kinds;

    @Inject
    Changes changes;

    @Inject
    Bodies bodies;

    /**
     * A release that is being read.
     *
     * @param version what it shows
     * @param at where the feed goes on from it; null for a release that is named, which nothing happens to
     */
    public record Reading(Version version, ChangeCursor at) {}

    /**
     * The release that a caller names.
     *
     * @param edition an edition that there is
     * @param named its number; null for the newest
     */
    public Reading require(String edition, String named) {
        if (named == null) {
            var moment = newest.computeIfAbsent(edition, code -> changes.remembered(code, () -> newest(code)))
                    .get();
            return new Reading(moment.value(), moment.at());
        }
        return new Reading(number(named).flatMap(n -> older(edition, n)).orElseThrow(() -> none(edition, named)), null);
    }

    /** The newest release of an edition, as the database has it at this moment: for whoever keeps more than that in memory. */
    public Version newest(String edition) {
        return version(last(edition));
    }

    /** Whether the newest release of an edition shows this, as the database has it at this moment. */
    public boolean shows(String edition, String kind, UUID id) {
        return database.createQuery(
                                "select count(*) from Standing where edition = :edition and kind = :kind and id = :id"
                                        + " and lastRelease is null",
                                Long.class)
                        .setParameter("edition", edition)
                        .setParameter("kind", kind)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** Releases of an edition from this one backwards. */
    public List<ReleaseView> upTo(String edition, int number, int count) {
        return database.createQuery(
                        "from Release where edition = :edition and number <= :number order by number desc",
                        Release.class)
                .setParameter("edition", edition)
                .setParameter("number", number)
                .setMaxResults(count)
                .getResultStream()
                .map(ReleaseView::of)
                .toList();
    }

    /**
     * Numbers for things of a kind that ever stood in a release: the first is 1. Those that came with a later release come after,
     * so a number is one thing's for ever, and nobody has to give it.
     */
    public Map<UUID, Integer> numbers(String edition, String kind) {
        var ids = database.createQuery(
                        "select id from Standing where edition = :edition and kind = :kind group by id"
                                + " order by min(firstRelease), id",
                        UUID.class)
                .setParameter("edition", edition)
                .setParameter("kind", kind)
                .getResultList();
        var numbers = new HashMap<UUID, Integer>();
        ids.forEach(id -> numbers.put(id, numbers.size() + 1));
        return numbers;
    }

    private Optional<Version> older(String edition, int number) {
        var known = versions.getIfPresent(new Release.Key(edition, number));
        return known != null ? Optional.of(known) : find(edition, number).map(this::version);
    }

    static RuntimeException none(String edition, String named) {
        return ReleaseProblem.RELEASE_NOT_FOUND.because("There is no release " + named + " of " + edition + ".");
    }

    static Optional<Integer> number(String named) {
        return named.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(named)) : Optional.empty();
    }

    Optional<Release> find(String edition, int number) {
        return Optional.ofNullable(database.find(Release.class, new Release.Key(edition, number)));
    }

    /** The newest release; each edition has one. */
    private Release last(String edition) {
        return database.createQuery("from Release where edition = :edition order by number desc limit 1", Release.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    private Version version(Release release) {
        return versions.get(new Release.Key(release.edition(), release.number()), key -> read(release));
    }

    private Version read(Release release) {
        var times = new HashMap<Integer, Instant>();
        var sameSince = release;
        for (var each : database.createQuery("from Release where edition = :edition order by number", Release.class)
                .setParameter("edition", release.edition())
                .getResultList()) {
            times.put(each.number(), each.releasedAt());
            if (each.number() <= release.number() && !each.differences().isEmpty()) {
                sameSince = each;
            }
        }
        var changed = changed(release.edition());
        var things = new HashMap<String, List<Released<?>>>();
        for (var kind : kinds) {
            var shown = new ArrayList<Released<?>>();
            for (var standing : standing(release.edition(), kind.kind(), release.number())) {
                shown.add(new Released<>(
                        standing.id(),
                        standing.sequence(),
                        times.get(changed.getOrDefault(standing.state(), standing.firstRelease())),
                        bodies.read(kind, standing.body())));
            }
            things.put(kind.kind(), List.copyOf(shown));
        }
        return new Version(ReleaseView.of(release), ReleaseView.of(sameSince), things);
    }

    /** With which release things came to stand as everybody sees them, of those that were released again with what nobody does. */
    private Map<Standing.State, Integer> changed(String edition) {
        return database.createQuery(
                        "select kind, id, sequence, min(firstRelease) from Standing where edition = :edition"
                                + " group by kind, id, sequence having count(*) > 1",
                        Object[].class)
                .setParameter("edition", edition)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new Standing.State((String) row[0], (UUID) row[1], (Integer) row[2]),
                        row -> (Integer) row[3]));
    }

    private List<Standing> standing(String edition, String kind, int release) {
        return database.createQuery(
                        "from Standing where edition = :edition and kind = :kind and firstRelease <= :release"
                                + " and (lastRelease is null or lastRelease >= :release) order by id",
                        Standing.class)
                .setParameter("edition", edition)
                .setParameter("kind", kind)
                .setParameter("release", release)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
    }
}
