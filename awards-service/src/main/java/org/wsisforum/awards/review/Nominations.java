package org.wsisforum.awards.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.awards.project.Submissions;

/**
 * The nominations that are stored, and who is a nominee by now. That is never stored: it follows from the order that is, and
 * from who dropped out, whichever way and however many at once.
 */
@ApplicationScoped
class Nominations implements PanacheRepositoryBase<Nomination, Nomination.Key> {

    @Inject
    Submissions submissions;

    /** A place, and what has become of it. */
    record Place(Nominee nominee, Standing standing, TakenOut takenOut) {}

    Optional<Nomination> find(String edition, int category) {
        return findByIdOptional(new Nomination.Key(edition, category));
    }

    /** All places of a category as they are now, best first. */
    List<Place> places(String edition, Nomination nomination) {
        return places(edition, List.of(nomination)).get(nomination.category());
    }

    /** The nominees of an edition as they are now, or those of one category of it. */
    List<UUID> nominees(String edition, Integer category) {
        var nominations =
                category == null ? list("edition", edition) : list("edition = ?1 and category = ?2", edition, category);
        return places(edition, nominations).values().stream()
                .flatMap(List::stream)
                .filter(place -> place.standing().isNominated())
                .map(place -> place.nominee().project())
                .toList();
    }

    /** The nominees of an edition as they are now, by category; a category of which all dropped out is not among them. */
    SortedMap<Integer, List<UUID>> nominees(String edition) {
        var nominees = new TreeMap<Integer, List<UUID>>();
        places(edition, list("edition", edition)).forEach((category, places) -> {
            var standing = places.stream()
                    .filter(place -> place.standing().isNominated())
                    .map(place -> place.nominee().project())
                    .toList();
            if (!standing.isEmpty()) {
                nominees.put(category, standing);
            }
        });
        return nominees;
    }

    private Map<Integer, List<Place>> places(String edition, List<Nomination> nominations) {
        var categories = nominations.stream().map(Nomination::category).toList();
        var all = getEntityManager()
                .createQuery(
                        "from Nominee where edition = :edition and category in :categories order by category, position",
                        Nominee.class)
                .setParameter("edition", edition)
                .setParameter("categories", categories)
                .getResultList();
        var taken = getEntityManager()
                .createQuery("from TakenOut where edition = :edition and category in :categories", TakenOut.class)
                .setParameter("edition", edition)
                .setParameter("categories", categories)
                .getResultStream()
                .collect(Collectors.toMap(TakenOut::project, Function.identity()));
        var takingPart =
                submissions.among(edition, all.stream().map(Nominee::project).toList());
        var places = new HashMap<Integer, List<Place>>();
        for (var nomination : nominations) {
            places.put(
                    nomination.category(),
                    places(
                            nomination,
                            all.stream()
                                    .filter(n -> n.category() == nomination.category())
                                    .toList(),
                            taken,
                            takingPart));
        }
        return places;
    }

    private static List<Place> places(
            Nomination nomination, List<Nominee> order, Map<UUID, TakenOut> taken, Set<UUID> takingPart) {
        var places = new ArrayList<Place>();
        var filled = 0;
        for (var nominee : order) {
            Standing standing;
            if (nominee.position() > nomination.reach()) {
                standing = Standing.NOT_NOMINATED;
            } else if (taken.containsKey(nominee.project())) {
                standing = Standing.TAKEN_OUT;
            } else if (!takingPart.contains(nominee.project())) {
                standing = Standing.WITHDRAWN;
            } else if (filled < nomination.places()) {
                filled++;
                standing = nominee.position() <= nomination.places() ? Standing.NOMINEE : Standing.MOVED_UP;
            } else {
                standing = Standing.WAITING;
            }
            places.add(new Place(nominee, standing, taken.get(nominee.project())));
        }
        return places;
    }
}
