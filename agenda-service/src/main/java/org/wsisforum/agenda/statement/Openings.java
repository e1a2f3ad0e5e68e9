package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.time.ForumClock;

/**
 * What answers to invitations do to statements. Each verb brings about a state of affairs and may be called again: a second
 * time it finds nothing to do. To be called in a transaction.
 */
@ApplicationScoped
public class Openings {

    @Inject
    Statements statements;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /**
     * The invitation is accepted and its speaker wishes to take the floor: there is a statement, open for a slot.
     *
     * @param country ISO 3166-1 alpha-2
     * @param linkHash hash of the key in the office's link; null if it has none
     */
    public void open(String edition, UUID invitation, String country, StatementSpeaker speaker, String linkHash) {
        var known = statements.ofInvitation(edition, invitation).orElse(null);
        if (known == null) {
            var statement = new Statement(edition, invitation, country, speaker, linkHash, clock.instant());
            statements.persist(statement);
            changes.record(StatementChange.OPENED.to(statement));
            return;
        }
        var fields = known.accept(country, speaker, linkHash, clock.instant());
        if (fields.contains("state")) {
            changes.record(StatementChange.OPENED.to(known));
        } else if (!fields.isEmpty()) {
            var change = StatementChange.CHANGED.to(known, fields.toArray(String[]::new));
            var inProgramme = known.slot() != null && !fields.equals(List.of("link"));
            changes.record(inProgramme ? change.alsoFor(Audience.PUBLIC) : change);
        }
    }

    /** Nobody speaks for this invitation: no statement is open, and a slot that was booked is free. */
    public void withdraw(String edition, UUID invitation, String linkHash) {
        statements.ofInvitation(edition, invitation).ifPresent(statement -> {
            var wasInProgramme = statement.slot() != null;
            if (statement.withdraw(clock.instant())) {
                var change = StatementChange.WITHDRAWN.to(statement, "state");
                changes.record(wasInProgramme ? change.alsoFor(Audience.PUBLIC) : change);
            }
            if (statement.reissueLink(linkHash, clock.instant())) {
                changes.record(StatementChange.CHANGED.to(statement, "link"));
            }
        });
    }

    /** The invitations behind statements that are not withdrawn. */
    public List<UUID> liveInvitations(String edition) {
        return statements.liveInvitations(edition);
    }
}
