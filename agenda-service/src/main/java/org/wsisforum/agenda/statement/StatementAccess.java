package org.wsisforum.agenda.statement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.access.AccessProblem;
import org.wsisforum.kit.access.Caller;
import org.wsisforum.kit.access.Role;
import org.wsisforum.kit.paging.Keyset;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * Who sees and changes which statement: staff all of them, an office the one that its link opens, a focal point those of the
 * delegation, and everybody, as part of the programme, those that are booked.
 */
@ApplicationScoped
class StatementAccess {

    private static final String IN_PROGRAMME = "state in (BOOKED, DELIVERED)";

    @Inject
    Caller caller;

    @Inject
    Statements statements;

    /**
     * Narrows a list to what the caller may see.
     *
     * @param shown the sessions that everybody sees
     * @param byInvitation whether the list is asked for by what only those know who prepare the statements
     */
    Keyset<Statement> visible(Keyset<Statement> list, Set<UUID> shown, boolean byInvitation) {
        if (readsAll()) {
            return list;
        }
        if (caller.linkHash().isPresent()) {
            return list.where(
                    "linkHash = :linkHash", "linkHash", caller.linkHash().orElseThrow());
        }
        if (readsForDelegation()) {
            list.where(
                    byInvitation ? "country = :delegation" : "(" + IN_PROGRAMME + " or country = :delegation)",
                    "delegation",
                    caller.delegation().orElseThrow());
            return list.whereAsOf("(slot.session in :shown or country = :delegation)", "shown", shown);
        }
        list.where(byInvitation ? "1 = 0" : IN_PROGRAMME);
        return list.whereAsOf("slot.session in :shown", "shown", shown);
    }

    /** Whether the caller sees booked statements only. */
    boolean seesOnlyTheProgramme() {
        return !readsAll() && caller.linkHash().isEmpty() && !readsForDelegation();
    }

    /** Whether the caller sees the statement in any state, and its text before it is delivered. */
    boolean seesAllOf(Statement statement) {
        return readsAll() || isHoldersOwn(statement) || readsForDelegation() && isOfDelegation(statement);
    }

    /** All of a statement; what staff say to each other for staff alone. */
    StatementView whole(Statement statement, Edition edition, Instant now) {
        return StatementView.whole(statement, edition, now, isStaff());
    }

    /** The statement, if the caller may change it. */
    Statement requireForChange(String edition, UUID id) {
        var found = statements.find(edition, id);
        if (caller.linkHash().isPresent()) {
            // Whether a statement exists is not for the holder of another link to find out.
            return found.filter(this::isHoldersOwn)
                    .orElseThrow(() -> AccessProblem.LINK_NOT_VALID.because("This link does not open this statement."));
        }
        var statement = found.orElseThrow(() -> RequestProblem.NOT_FOUND.because("There is no statement " + id + "."));
        if (!isStaff() && !isOfDelegation(statement)) {
            throw RequestProblem.FORBIDDEN.because("The statement is of another delegation than yours.");
        }
        return statement;
    }

    /** Refuses those who have no statement to give and none to look after. */
    void requireInterestInSlots(String edition) {
        if (caller.linkHash().isPresent()) {
            if (!statements.hasLive(edition, caller.linkHash().orElseThrow())) {
                throw AccessProblem.LINK_NOT_VALID.because("This link opens no statement, or none any more.");
            }
        } else if (!isStaff()
                && !caller.delegation()
                        .map(delegation -> statements.hasLiveOf(edition, delegation))
                        .orElse(false)) {
            throw RequestProblem.FORBIDDEN.because("Your delegation has no statement to give.");
        }
    }

    /** Whether the caller sees all that a list holds. */
    boolean readsAll() {
        return isStaff() && caller.isGranted("agenda:read");
    }

    private boolean readsForDelegation() {
        return caller.has(Role.FOCAL_POINT) && caller.delegation().isPresent() && caller.isGranted("agenda:read");
    }

    /** Whether the caller looks after the statements of all. */
    boolean isStaff() {
        return caller.has(Role.SECRETARIAT) || caller.has(Role.PROGRAMME_MANAGER);
    }

    private boolean isHoldersOwn(Statement statement) {
        return caller.linkHash().map(statement::opensWith).orElse(false);
    }

    private boolean isOfDelegation(Statement statement) {
        return caller.has(Role.FOCAL_POINT)
                && caller.delegation()
                        .map(delegation -> delegation.equals(statement.country()))
                        .orElse(false);
    }
}
