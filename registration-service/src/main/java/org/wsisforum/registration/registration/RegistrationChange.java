package org.wsisforum.registration.registration;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to registrations: the offices, the person and its focal points are told, everybody only who is on the list. */
enum RegistrationChange implements ChangeType {
    BEGUN("registration.begun", "registrations/{id}", Set.of(), "A draft of a registration was made."),
    DISCARDED("registration.discarded", "registrations/{id}", Set.of(), "A draft was thrown away."),
    ENTERED("registration.entered", "registrations/{id}", Set.of("state"), "A focal point registered somebody."),
    CHANGED(
            "registration.changed",
            "registrations/{id}",
            RegistrationView.FIELDS,
            "What a registration says was changed; with `state` among the fields, an approval is open again."),
    SUBMITTED("registration.submitted", "registrations/{id}", Set.of("state"), "A registration was handed in."),
    APPROVED(
            "registration.approved",
            "registrations/{id}",
            Set.of("state"),
            "The focal point of the delegation approved a registration."),
    ACCREDITED("registration.accredited", "registrations/{id}", Set.of("state"), "Somebody was accredited."),
    REJECTED(
            "registration.rejected",
            "registrations/{id}",
            Set.of("state", "reason"),
            "A registration was rejected, with a reason."),
    WAITLISTED(
            "registration.waitlisted",
            "registrations/{id}",
            Set.of("state", "reason"),
            "A registration came on the waiting list."),
    RECONSIDERED(
            "registration.reconsidered",
            "registrations/{id}",
            Set.of("state", "reason"),
            "A rejection was taken back; the registration is to be decided anew."),
    WITHDRAWN("registration.withdrawn", "registrations/{id}", Set.of("state"), "A registration was withdrawn."),
    VISA_APPROVED(
            "registration.visa-approved",
            "registrations/{id}",
            Set.of("visaLetter"),
            "A letter for a visa may be written once more."),
    INVITATION_LINKED(
            "registration.invitation-linked",
            "registrations/{id}",
            Set.of("invitation"),
            "A registration was linked to an invitation, or no longer is."),
    LISTED("participant.listed", "participants/{id}", Set.of(), "Somebody came on the public list of participants."),
    UNLISTED("participant.unlisted", "participants/{id}", Set.of(), "Somebody is no longer on the list."),
    SHOWN_ANEW(
            "participant.changed",
            "participants/{id}",
            ParticipantView.FIELDS,
            "What the public list says of somebody was changed.");

    private final String what;
    private final String subject;
    private final Set<String> fields;
    private final String meaning;

    RegistrationChange(String what, String subject, Set<String> fields, String meaning) {
        this.what = what;
        this.subject = subject;
        this.fields = fields;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Set<Audience> audiences() {
        return subject.startsWith("participants/")
                ? Set.of(Audience.PUBLIC)
                : this == BEGUN || this == DISCARDED
                        // A draft is nobody's business but the person's, who is told when it is recorded.
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
