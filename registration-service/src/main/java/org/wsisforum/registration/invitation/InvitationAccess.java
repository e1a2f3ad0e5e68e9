package org.wsisforum.registration.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.time.ForumClock;
import org.wsisforum.registration.edition.Editions;

/** Which invitations a caller may see: the secretariat and services all, the holder of a link the one it opens. */
@RequestScoped
class InvitationAccess {

    @Inject
    Caller caller;

    @Inject
    ForumClock clock;

    @Inject
    Invitations invitations;

    @Inject
    Editions editions;

    @Inject
    WrongKeys wrongKeys;

    Invitation require(String edition, UUID id) {
        return allowed(invitations.of(edition, id), edition, id);
    }

    Invitation requireToChange(String edition, UUID id) {
        return allowed(invitations.toChange(edition, id), edition, id);
    }

    boolean isSecretariat() {
        return caller.has(Role.SECRETARIAT);
    }

    boolean isOffice() {
        return caller.linkHash().isPresent();
    }

    private Invitation allowed(Optional<Invitation> found, String edition, UUID id) {
        var link = caller.linkHash();
        if (link.isEmpty()) {
            return found.orElseThrow(() -> Invitations.notFound(edition, id));
        }
        var now = clock.instant();
        var opened = found.filter(i -> i.isOpenedBy(link.get(), now));
        if (opened.isEmpty()) {
            wrongKeys.note(id, editions.require(edition).rules().invitations().wrongKeysPerHour(), now);
            // To somebody with the wrong link an invitation that is not theirs looks like none.
            throw AccessProblem.LINK_NOT_VALID.because(
                    "The link was replaced by a newer one, has expired, or opens another letter.");
        }
        if (opened.get().isWithdrawn()) {
            throw InvitationProblem.INVITATION_WITHDRAWN.because(
                    "The secretariat has taken it back. The edition's `contact` says whom to ask.");
        }
        return opened.get();
    }
}
