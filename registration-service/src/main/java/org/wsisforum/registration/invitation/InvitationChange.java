package org.wsisforum.registration.invitation;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/**
 * What becomes of an invitation; not public, since who was invited and who declined is between the two. That one expires is no
 * change: nobody does it, and the edition's deadline tells it beforehand.
 */
enum InvitationChange implements ChangeType {
    DRAFTED("invitation.drafted", "An invitation was drafted."),
    CORRECTED("invitation.corrected", "Whom an invitation addresses, or where mail for it goes, was changed."),
    CLEARED("invitation.cleared", "An invitation may go out."),
    SENT("invitation.sent", "An invitation was issued."),
    OPENED("invitation.opened", "The office opened its letter for the first time."),
    ACCEPTED("invitation.accepted", "The invitation was accepted."),
    DECLINED("invitation.declined", "The invitation was declined."),
    REPRESENTED("invitation.represented", "The invited minister will be represented by somebody else."),
    TENTATIVE("invitation.tentative", "The office cannot say yet; it may answer firmly until the deadline."),
    WITHDRAWN("invitation.withdrawn", "The secretariat took the invitation back; its links open nothing more."),
    REMINDED("invitation.reminded", "The office was reminded by mail."),
    MAIL_FAILED("invitation.mail-failed", "The mail server refused a mail to the office."),
    MAIL_DOUBTFUL("invitation.mail-doubtful", "Nobody knows whether the mail server has taken a mail to the office."),
    MAIL_BOUNCED("invitation.mail-bounced", "A mail to the office came back."),
    LINK_REVOKED("invitation.link-revoked", "The links of the letter open nothing more, and no other was issued."),
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
        return Set.of("state", "response", "openedAt", "addressee", "language", "email", "link", "mail");
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
