package org.wsisforum.awards.review;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.awards.project.Submissions;

/** What other features ask of the nominees. It asks for no embargo: that is for those to keep who show something. */
@ApplicationScoped
public class NomineeList {

    @Inject
    Nominations nominations;

    @Inject
    Submissions submissions;

    /** The nominees of a category as they are now, best first; none while they are not chosen. */
    public List<UUID> of(String edition, int category) {
        return nominations.nominees(edition, category);
    }

    /** The nominees of all categories that have any, by the category's number, best first. */
    public SortedMap<Integer, List<UUID>> of(String edition) {
        return nominations.nominees(edition);
    }

    /** The same as everybody may see them, in no order that means anything. */
    public List<NomineeView> shown(String edition, int category) {
        return submissions.find(edition, of(edition, category)).stream()
                .map(NomineeView::of)
                .toList();
    }
}
