package org.wsisforum.agenda.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.wsisforum.agenda.edition.Editions;
import org.wsisforum.agenda.statement.Openings;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.follow.FeedEvent;
import org.wsisforum.kit.follow.FeedPage;
import org.wsisforum.kit.follow.FollowedFeed;
import org.wsisforum.kit.follow.Unfit;
import org.wsisforum.kit.reference.Country;

/**
 * What registration-service's changes do here: an accepted invitation opens a statement, one that is declined withdraws it.
 * That each answer takes effect exactly once is for {@link org.wsisforum.kit.follow} to see to.
 */
@ApplicationScoped
class AcceptanceFeed implements FollowedFeed {

    static final String NAME = "registration";

    private static final Logger LOG = Logger.getLogger(AcceptanceFeed.class);

    @Inject
    Registration registration;

    @Inject
    Editions editions;

    @Inject
    Openings openings;

    @Inject
    Changes changes;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> editions() {
        return editions.codes();
    }

    @Override
    public Optional<FeedPage> changes(String edition, String since, Duration wait) {
        return registration.changes(edition, since, wait);
    }

    @Override
    public Runnable effect(String edition, FeedEvent event) {
        var answer = registration.office(edition, Registration.invitation(event));
        return () -> apply(edition, answer);
    }

    /** Asks for every invitation that may matter: those that stand accepted, and those that have a statement. */
    @Override
    public Anew readAnew(String edition) {
        var now = registration.now(edition);
        var invitations = new LinkedHashSet<>(registration.accepted(edition));
        invitations.addAll(QuarkusTransaction.requiringNew().call(() -> openings.liveInvitations(edition)));
        var answers = new ArrayList<OfficeAnswer>();
        var unfit = new ArrayList<UUID>();
        for (var invitation : invitations) {
            try {
                answers.add(registration.office(edition, invitation));
            } catch (Unfit e) {
                LOG.warnf("The answer to invitation %s in %s is not applied: %s", invitation, edition, e.getMessage());
                unfit.add(invitation);
            }
        }
        return new Anew(now, () -> {
            answers.forEach(answer -> apply(edition, answer));
            unfit.forEach(id -> notApplied(edition, "invitations/" + id));
        });
    }

    @Override
    public void leftBehind(String edition, FeedEvent event) {
        notApplied(edition, subject(event));
    }

    private void notApplied(String edition, String subject) {
        changes.record(Change.of(AcceptanceChange.NOT_APPLIED, edition, subject));
    }

    /** Only what is known to name an invitation is repeated to others. */
    private static String subject(FeedEvent event) {
        try {
            return "invitations/" + Registration.invitation(event);
        } catch (Unfit unknown) {
            return "invitations/unknown";
        }
    }

    private void apply(String edition, OfficeAnswer answer) {
        if (answer.opensAStatement()) {
            openings.open(
                    edition,
                    answer.invitation(),
                    Country.of(answer.country()).orElseThrow().code(),
                    answer.speaker(),
                    answer.isRepresented(),
                    answer.rank(),
                    answer.linkHash());
        } else {
            openings.withdraw(edition, answer.invitation(), answer.linkHash());
        }
    }
}
