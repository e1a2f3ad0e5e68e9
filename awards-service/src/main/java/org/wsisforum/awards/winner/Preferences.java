package org.wsisforum.awards.winner;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What experts prefer. */
@ApplicationScoped
class Preferences implements PanacheRepositoryBase<Preference, Preference.Key> {

    Optional<Preference> find(String edition, int category, String expert) {
        return findByIdOptional(new Preference.Key(edition, category, expert));
    }

    /**
     * States a preference in the place of the one before, in one step, so that of two at once the later one stands.
     *
     * @return whether it was another one
     */
    boolean state(String edition, int category, String expert, SelectionResource.PreferenceInput input, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into preference (edition, category, expert, project, reason, stated_at)"
                                        + " values (:edition, :category, :expert, :project, :reason, :now)"
                                        + " on conflict on constraint preference_pkey do update"
                                        + " set project = excluded.project, reason = excluded.reason, stated_at = excluded.stated_at"
                                        + " where (preference.project, preference.reason) <> (excluded.project, excluded.reason)")
                        .setParameter("edition", edition)
                        .setParameter("category", category)
                        .setParameter("expert", expert)
                        .setParameter("project", input.project())
                        .setParameter("reason", input.reason())
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }
}
