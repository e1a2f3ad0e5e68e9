package org.wsisforum.agenda.statement;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Editions;
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
    SpeakersLists lists;

    @Inject
    Editions editions;

    @Inject
    Changes changes;

    @Inject
    ForumClock clock;

    /**
     * The invitation is accepted and its speaker wishes to take the floor: there is a statement, open for a slot. Where
     * another speaker is named than before, the slot is the one of the new speaker's rank.
     *
     * @param country ISO 3166-1 alpha-2
     * @param represented whether the speaker represents whom the letter invites
     * @param said the speaker's rank, as whoever invited knows it; null, or none of this year's ladder, for the one that the
     *     year gives whom letters invite and who represents them
     * @param linkHash hash of the key in the office's link; null if it has none
     */
    public void open(
            String edition,
            UUID invitation,
            String country,
            StatementSpeaker speaker,
            boolean represented,
            String said,
            String linkHash) {
        var year = editions.require(edition);
        var track = year.rules().highLevelTrack();
        var usual = represented ? track.rankOfRepresentative() : track.rankOfInvited();
        var rank = track.hasRank(said) ? said : usual;
        var now = clock.instant();
        statements.takeTurn(edition);
        lists.takeBackWhatLapsed(edition, now);
        var known = statements.ofInvitation(edition, invitation).orElse(null);
        if (known == null) {
            var statement = Statement.invited(edition, invitation, country, speaker, rank, linkHash, now);
            statements.persist(statement);
            changes.record(StatementChange.OPENED.to(statement));
            return;
        }
        var former = known.rank();
        var fields = known.accept(country, speaker, rank, linkHash, now);
        if (fields.contains("state")) {
            changes.record(StatementChange.OPENED.to(known));
        } else if (!fields.isEmpty()) {
            var change = StatementChange.CHANGED.to(known, fields.toArray(String[]::new));
            var inProgramme = known.isInProgramme() && !fields.equals(List.of("link"));
            changes.record(inProgramme ? change.alsoFor(Audience.PUBLIC) : change);
        }
        if (fields.contains("rank")) {
            lists.rankChanged(year, known, former, now);
        }
    }

    /** Nobody speaks for this invitation: no statement is open, and a slot that was booked is free. */
    public void withdraw(String edition, UUID invitation, String linkHash) {
        var now = clock.instant();
        statements.takeTurn(edition);
        lists.takeBackWhatLapsed(edition, now);
        statements.ofInvitation(edition, invitation).ifPresent(statement -> {
            lists.withdraw(statement, now);
            if (statement.reissueLink(linkHash, now)) {
                changes.record(StatementChange.CHANGED.to(statement, "link"));
            }
        });
    }

    /** The invitations behind statements that are not withdrawn, or that staff withdrew and may open again. */
    public List<UUID> liveInvitations(String edition) {
        return statements.liveInvitations(edition);
    }
}
