package org.wsisforum.awards.stocktaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.wsisforum.awards.stocktaking.EntryFilter.Condition;
import org.wsisforum.kit.paging.Keyset;

/** The entries of the Stocktaking. */
@ApplicationScoped
class Entries {

    @Inject
    EntityManager database;

    Optional<WholeEntry> find(String edition, UUID id) {
        return database.createQuery("from WholeEntry where id = :id and edition = :edition", WholeEntry.class)
                .setParameter("id", id)
                .setParameter("edition", edition)
                .getResultStream()
                .findFirst();
    }

    /** As a list that can be paged, the newest first. */
    Keyset<Entry> list(List<Condition> conditions) {
        var list = Keyset.of(Entry.class);
        conditions.forEach(condition -> list.where(condition.hql(), condition.parameter(), condition.value()));
        return list.orderedBy("submittedAt", java.time.Instant.class, Entry::submittedAt)
                .orderedBy("id", UUID.class, Entry::id)
                .lastFirst();
    }

    /** Counted by what they have in common, so that all counts are of the same moment. */
    Facets facets(List<Condition> conditions) {
        var query = database.createQuery(
                "select country, actionLine, stakeholderType, goals, count(*) from Entry" + where(conditions)
                        + " group by country, actionLine, stakeholderType, goals",
                Facets.Alike.class);
        bind(query, conditions);
        var facets = new Facets();
        for (var alike : query.getResultList()) {
            facets = facets.and(alike);
        }
        return facets;
    }

    /** Which entries there are in which state, in the order of the list: all that a file of them follows from. */
    String states(List<Condition> conditions) {
        var query = database.createQuery(
                "select concat(id, ' ', version, ' ', actionLine) from Entry" + where(conditions)
                        + " order by submittedAt desc, id desc",
                String.class);
        bind(query, conditions);
        return String.join("\n", query.getResultList());
    }

    /**
     * At most so many entries after one, in the order of the list. In a transaction of its own, after which nothing is kept: a
     * reader that is slow holds neither a connection nor more than these entries.
     */
    List<WholeEntry> after(WholeEntry last, List<Condition> conditions, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var all = new ArrayList<>(conditions);
            var beyond = "";
            if (last != null) {
                beyond = " and (submittedAt, id) < (:lastAt, :last)";
            }
            var query = database.createQuery(
                    "from WholeEntry" + where(all) + beyond + " order by submittedAt desc, id desc", WholeEntry.class);
            bind(query, all);
            if (last != null) {
                query.setParameter("lastAt", last.submittedAt()).setParameter("last", last.id());
            }
            return query.setMaxResults(limit).getResultList();
        });
    }

    private static String where(List<Condition> conditions) {
        return " where "
                + String.join(" and ", conditions.stream().map(Condition::hql).toList());
    }

    private static void bind(TypedQuery<?> query, List<Condition> conditions) {
        conditions.forEach(condition -> query.setParameter(condition.parameter(), condition.value()));
    }
}
