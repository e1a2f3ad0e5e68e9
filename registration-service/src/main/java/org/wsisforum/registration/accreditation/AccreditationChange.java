package org.wsisforum.registration.accreditation;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to accreditations; the offices and the person are told. */
enum AccreditationChange implements ChangeType {
    BEGUN("accreditation.begun", Set.of(), "Somebody began to express interest."),
    DISCARDED("accreditation.discarded", Set.of(), "A draft was thrown away."),
    CHANGED("accreditation.changed", AccreditationInput.FIELDS, "What a draft says was changed."),
    DOCUMENT_ADDED("accreditation.document-added", Set.of("documents"), "A document was added."),
    DOCUMENT_REMOVED("accreditation.document-removed", Set.of("documents"), "A document was taken out."),
    SUBMITTED("accreditation.submitted", Set.of("state"), "An expression of interest was handed in."),
    TAKEN_UP("accreditation.taken-up", Set.of("state"), "An officer has taken it up."),
    ACCREDITED("accreditation.accredited", Set.of("state", "reason"), "Somebody was accredited."),
    REFUSED("accreditation.refused", Set.of("state", "reason"), "Somebody was refused, with a reason."),
    APPEALED("accreditation.appealed", Set.of("state", "appeal"), "A refusal was appealed."),
    UPHELD("accreditation.upheld", Set.of("state", "appealReason"), "Another officer upheld a refusal."),
    OVERTURNED("accreditation.overturned", Set.of("state", "appealReason"), "Another officer overturned a refusal."),
    CARRIED_OVER(
            "accreditation.carried-over",
            Set.of("state"),
            "An accreditation for the edition before holds for this one, since nothing has changed.");

    private final String what;
    private final Set<String> fields;
    private final String meaning;

    AccreditationChange(String what, Set<String> fields, String meaning) {
        this.what = what;
        this.fields = fields;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "accreditations/{id}";
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        // Of drafts only the person is told, who is named when the change is recorded.
        return this == BEGUN
                        || this == DISCARDED
                        || this == CHANGED
                        || this == DOCUMENT_ADDED
                        || this == DOCUMENT_REMOVED
                ? Set.of()
                : Set.of(Audience.role(Role.ACCREDITATION_OFFICER), Audience.role(Role.SECRETARIAT));
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
