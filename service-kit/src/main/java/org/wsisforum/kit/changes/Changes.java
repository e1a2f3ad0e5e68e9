package org.wsisforum.kit.changes;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records changes, and reads them back in an order that never skips one. */
@ApplicationScoped
public class Changes {

    @Inject
    EntityManager database;

    @Inject
    Instance<SecurityIdentity> identity;

    /** For example {@code registration}; part of each type and the source of each event. */
    @ConfigProperty(name = "wsis.service")
    String service;

    @ConfigProperty(name = "wsis.changes.readable-days", defaultValue = "90")
    int readableDays;

    /** Stores a change in the running transaction; without one it fails, since the two would drift apart. */
    @Transactional(TxType.MANDATORY)
    public void record(Change change) {
        // What the feature changed must be in the database before the change that tells of it.
        database.flush();
        database.createNativeQuery("insert into change (id, edition, type, subject, fields, actor, audiences)"
                        + " values (:id, :edition, :type, :subject, :fields, :actor, :audiences)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("edition", change.edition())
                .setParameter("type", type(change.type()))
                .setParameter("subject", change.subject())
                .setParameter("fields", change.fields().toArray(String[]::new))
                .setParameter("actor", actor())
                .setParameter("audiences", names(change.audiences()))
                .executeUpdate();
    }

    /** The full name of a kind of change, for example {@code org.wsisforum.agenda.session.moved.v1}. */
    public String type(ChangeType type) {
        return "org.wsisforum." + service + "." + type.what() + ".v1";
    }

    /**
     * The changes after a cursor that one of these audiences may read, oldest first.
     *
     * @param since where to go on; null for the oldest change there is
     * @param types full names of types; empty for all
     * @param subject the subject, or null for all
     * @param limit the most changes to read
     */
    @Transactional
    ChangePage after(
            String edition, ChangeCursor since, List<String> types, String subject, Set<Audience> readers, int limit) {
        // Read before the rows: what is below this transaction now has ended, whatever commits between the two queries.
        var horizon = horizon();
        if (since != null) {
            refuseIfUnreadable(edition, since, horizon);
        }
        var start = since == null ? ChangeCursor.BEGINNING : since;
        var rows = database.createNativeQuery(
                        "select cast(cast(transaction as text) as bigint) as transaction, position, id, edition, type,"
                                + " subject, fields, actor, audiences, recorded_at from change"
                                + " where edition = :edition"
                                + " and (transaction, position) > (cast(cast(:transaction as text) as xid8), :position)"
                                + " and transaction < cast(cast(:horizon as text) as xid8)"
                                + " and audiences && cast(:readers as text[])"
                                + " and (:anyType or type = any(cast(:types as text[])))"
                                + " and (:anySubject or subject = :subject)"
                                + " order by transaction, position limit :limit",
                        ChangeRow.class)
                .setParameter("edition", edition)
                .setParameter("transaction", start.transaction())
                .setParameter("position", start.position())
                .setParameter("horizon", horizon)
                .setParameter("readers", names(readers))
                .setParameter("anyType", types.isEmpty())
                .setParameter("types", types.toArray(String[]::new))
                .setParameter("anySubject", subject == null)
                .setParameter("subject", subject == null ? "" : subject)
                .setParameter("limit", limit + 1)
                .getResultList();
        @SuppressWarnings("unchecked")
        var found = (List<ChangeRow>) rows;
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        // With nothing left to read, the next call starts at the horizon and does not look at filtered changes again.
        // The
        // horizon never lies before a cursor that was given out.
        var next = more ? shown.getLast().cursor() : ChangeCursor.latest(start, ChangeCursor.before(horizon));
        return new ChangePage(shown, next, more);
    }

    /** The cursor that follows everything which is readable at this moment. */
    @Transactional
    ChangeCursor now() {
        return ChangeCursor.before(horizon());
    }

    private long horizon() {
        return ((Number) database.createNativeQuery(
                                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                                Long.class)
                        .getSingleResult())
                .longValue();
    }

    private void refuseIfUnreadable(String edition, ChangeCursor since, long horizon) {
        if (since.isBeyond(horizon)) {
            throw ChangeProblem.CURSOR_TOO_OLD.because(
                    "The cursor comes from before this feed was begun. Read the lists anew, then follow from since=now.");
        }
        var tooOld = (boolean) database.createNativeQuery(
                        "select exists (select 1 from change where edition = :edition"
                                + " and (transaction, position) > (cast(cast(:transaction as text) as xid8), :position)"
                                + " and recorded_at < now() - make_interval(days => :days))",
                        Boolean.class)
                .setParameter("edition", edition)
                .setParameter("transaction", since.transaction())
                .setParameter("position", since.position())
                .setParameter("days", readableDays)
                .getSingleResult();
        if (tooOld) {
            throw ChangeProblem.CURSOR_TOO_OLD.because("The cursor lies more than " + readableDays
                    + " days back. Take since=now, read the lists anew, and follow from there.");
        }
    }

    /** Who acts: an opaque subject, or {@code system} for what a service does by itself. */
    private String actor() {
        var inRequest = Arc.container().requestContext().isActive();
        return inRequest && !identity.get().isAnonymous()
                ? identity.get().getPrincipal().getName()
                : "system";
    }

    private static String[] names(Set<Audience> audiences) {
        return audiences.stream().map(Audience::name).sorted().toArray(String[]::new);
    }

    Set<Audience> readers(SecurityIdentity caller, boolean mayReadRestricted, String delegation) {
        var all = Stream.<Audience>builder().add(Audience.PUBLIC);
        if (!caller.isAnonymous() && mayReadRestricted) {
            all.add(Audience.person(caller.getPrincipal().getName()));
            caller.getRoles().forEach(role -> all.add(Audience.role(role)));
            if (delegation != null) {
                all.add(Audience.delegation(delegation));
            }
        }
        return all.build().collect(Collectors.toSet());
    }
}
