package org.wsisforum.agenda.consultation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** The contributions that everybody may read: what the rest of the agenda sees of the consultation. */
@ApplicationScoped
public class PublishedContributions {

    @Inject
    Contributions contributions;

    /**
     * Some of them, and how many there are.
     *
     * @param newest the newest ones, the newest first
     * @param count of all
     */
    public record Some(List<ContributionView> newest, long count) {}

    /** Those about an Action Line, by its code. */
    public Some about(String edition, String actionLine, int most) {
        return some(
                contributions.find(
                        "edition = ?1 and shown and array_contains(actionLines, ?2)" + NEWEST_FIRST,
                        edition,
                        actionLine),
                most);
    }

    /** Those about a goal. */
    public Some about(String edition, int goal, int most) {
        return some(
                contributions.find(
                        "edition = ?1 and shown and array_contains(goals, ?2)" + NEWEST_FIRST, edition, goal),
                most);
    }

    private static final String NEWEST_FIRST = " order by contributedAt desc, id desc";

    private static Some some(PanacheQuery<Contribution> query, int most) {
        var newest =
                query.page(0, most).stream().map(ContributionView::published).toList();
        return new Some(newest, newest.size() < most ? newest.size() : query.count());
    }
}
