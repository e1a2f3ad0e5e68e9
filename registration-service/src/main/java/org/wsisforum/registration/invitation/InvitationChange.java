package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What becomes of an invitation; not public, since who was invited and who declined is between the two. */
enum InvitationChange implements ChangeType {
    SENT("invitation.sent", "An invitation was issued."),
    OPENED("invitation.opened", "The office opened its letter for the first time."),
    ACCEPTED("invitation.accepted", "The invitation was accepted."),
    DECLINED("invitation.declined", "The invitation was declined."),
    REPRESENTED("invitation.represented", "The invited minister will be represented by somebody else."),
    LINK_ISSUED("invitation.link-issued", "The link of the letter was replaced; the one before opens nothing more."),
    DEADLINE_OVERRIDDEN("invitation.deadline-overridden", "The secretariat took an answer after the deadline.");

    private final String what;
    private final String meaning;

    InvitationChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "invitations/{id}";
    }

    @Override
    public Set<String> fields() {
        return Set.of("state", "response", "openedAt");
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.role(Role.SECRETARIAT), Audience.role(Role.SERVICE));
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
