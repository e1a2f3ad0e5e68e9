package org.wsisforum.agenda.achievement;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What happens to outcomes. Everybody is told of those that everybody reads, and so when one comes to be read, be it by the end
 * of its session or by a release.
 */
enum OutcomeChange implements ChangeType {
    RECORDED("outcome.recorded", false, Set.of(), "What came of a session or a statement was recorded."),
    CORRECTED("outcome.corrected", false, OutcomeInput.FIELDS, "What came of a session or a statement was corrected."),
    REMOVED("outcome.removed", false, Set.of(), "An outcome was taken out."),
    PUBLISHED("outcome.published", true, Set.of(), "What came of a session or a statement that is over was published."),
    SHOWN_ANEW("outcome.changed", true, OutcomeInput.FIELDS, "A published outcome was corrected."),
    UNPUBLISHED(
            "outcome.unpublished",
            true,
            Set.of(),
            "A published outcome was taken out, or its session is not over any more.");

    private final String what;
    private final boolean everybody;
    private final Set<String> fields;
    private final String meaning;

    OutcomeChange(String what, boolean everybody, Set<String> fields, String meaning) {
        this.what = what;
        this.everybody = everybody;
        this.fields = fields;
        this.meaning = meaning;
    }

    /** This happened to the outcome. */
    Change to(Outcome outcome, List<String> fields) {
        return Change.of(this, outcome.edition(), "outcomes/" + outcome.id(), fields.toArray(String[]::new));
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "outcomes/{id}";
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return everybody ? Set.of(Audience.PUBLIC) : Set.of(Audience.role(Role.PROGRAMME_MANAGER));
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
