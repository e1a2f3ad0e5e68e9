package org.wsisforum.kit.changes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.wsisforum.kit.problem.RequestProblem;

/** Records changes, and reads them back in an order that never skips one. */
@ApplicationScoped
public class Changes {

    private static final String COLUMNS =
            "cast(cast(transaction as text) as bigint) as transaction, position, id, edition,"
                    + " type, subject, fields, actor, audiences, recorded_at";

    /** By the columns themselves, which an index has in order; the bare names would mean what is selected under them. */
    private static final String IN_ORDER = " order by change.transaction, change.position";

    @Inject
    CurrentVertxRequest current;

    @Inject
    EntityManager database;

    @Inject
    Instance<SecurityIdentity> identity;

    @Inject
    ChangeTypes types;

    @Inject
    ChangeStream stream;

    /** For example {@code registration}; part of each type and the source of each event. */
    @ConfigProperty(name = "wsis.service")
    String service;

    /** How many days a cursor stays good. */
    @ConfigProperty(name = "wsis.changes.readable-days", defaultValue = "90")
    int readableDays;

    /** Stores a change in the running transaction; without one it fails, since the two would drift apart. */
    @Transactional(TxType.MANDATORY)
    public void record(Change change) {
        recordAll(List.of(change));
    }

    /** Stores changes in their order, like {@link #record}; whatever is under way is compared once for all of them. */
    @Transactional(TxType.MANDATORY)
    public void recordAll(List<Change> all) {
        all.forEach(types::requireFit);
        // What the feature changed must be in the database before the change that tells of it.
        database.flush();
        all.forEach(this::insert);
        stream.announceAfterCommit(
                all.stream().anyMatch(change -> change.audiences().contains(Audience.PUBLIC)));
    }

    private void insert(Change change) {
        // Flushed just before; left to itself, each of these would compare everything once more.
        database.createNativeQuery("insert into change (id, edition, type, subject, fields, actor, audiences)"
                        + " values (:id, :edition, :type, :subject, :fields, :actor, :audiences)")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("id", UUID.randomUUID())
                .setParameter("edition", change.edition())
                .setParameter("type", types.name(change.type()))
                .setParameter("subject", change.subject())
                .setParameter("fields", change.fields().toArray(String[]::new))
                .setParameter("actor", actor())
                .setParameter(
                        "audiences",
                        change.audiences().stream().map(Audience::name).sorted().toArray(String[]::new))
                .executeUpdate();
    }

    /**
     * The changes after a cursor, oldest first.
     *
     * @param since where to go on; null for the oldest change there is
     * @param limit the most changes to read
     */
    @Transactional
    ChangePage after(ChangeSelection which, ChangeCursor since, int limit) {
        // Read before the rows: what is below this transaction now has ended, whatever commits between the two queries.
        var horizon = horizon();
        if (since != null) {
            refuseIfUnreadable(which, since, horizon);
        }
        var start = since == null ? ChangeCursor.BEGINNING : since;
        // With nothing left to read, the next call starts behind the last change and does not look at filtered ones
        // again.
        return page(rows(which, start, horizon, limit + 1), limit, ChangeCursor.latest(start, lastBelow(horizon)));
    }

    @SuppressWarnings("unchecked")
    private List<RecordedChange> rows(ChangeSelection which, ChangeCursor after, long horizon, int limit) {
        return database.createNativeQuery(
                        "select " + COLUMNS + " from change"
                                + " where edition = :edition"
                                + " and (transaction, position) > (cast(cast(:transaction as text) as xid8), :position)"
                                + " and transaction < cast(cast(:horizon as text) as xid8)"
                                + " and audiences && cast(:readers as text[])"
                                + " and (:anyType or type = any(cast(:types as text[])))"
                                + " and (:anySubject or (:ofAKind and starts_with(subject, :kind)) or subject = :subject)"
                                + IN_ORDER + " limit :limit",
                        RecordedChange.class)
                .setParameter("edition", which.edition())
                .setParameter("transaction", after.transaction())
                .setParameter("position", after.position())
                .setParameter("horizon", horizon)
                .setParameter("readers", which.readers().toArray(String[]::new))
                .setParameter("anyType", which.types().isEmpty())
                .setParameter("types", which.types().toArray(String[]::new))
                .setParameter("anySubject", which.subject() == null)
                .setParameter("ofAKind", which.isOfAKind())
                .setParameter("kind", which.subjectsBegin())
                .setParameter("subject", which.subject() == null ? "" : which.subject())
                .setParameter("limit", limit)
                .getResultList();
    }

    private static ChangePage page(List<RecordedChange> found, int limit, ChangeCursor atTheEnd) {
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new ChangePage(shown, more ? shown.getLast().cursor() : atTheEnd, more);
    }

    /**
     * The public changes of an edition after a place in the feed, oldest first, as everybody reads them.
     *
     * @param types full names of kinds of change; empty for all
     * @param subject what they happened to: one thing, or all of a kind ({@code sessions/*}); null for everything
     * @param after the place, however far back
     * @param limit the most changes to read
     */
    @Transactional
    public List<ChangeEvent> ofEverybody(
            String edition, Set<String> types, String subject, ChangeCursor after, int limit) {
        var which = new ChangeSelection(edition, types, subject, Set.of(Audience.PUBLIC.name()));
        return rows(which, after, horizon(), limit).stream()
                .map(row -> ChangeEvent.of(row, service, false))
                .toList();
    }

    /**
     * A place in the public feed that a caller names.
     *
     * @throws org.wsisforum.kit.problem.ProblemException if it is none, or lies too far back
     */
    @Transactional
    public ChangeCursor readable(String edition, String written) {
        var cursor = ChangeCursor.read(written);
        refuseIfUnreadable(
                new ChangeSelection(edition, Set.of(), null, Set.of(Audience.PUBLIC.name())), cursor, horizon());
        return cursor;
    }

    /** The cursor that follows everything which is readable at this moment. */
    @Transactional
    public ChangeCursor now() {
        return lastBelow(horizon());
    }

    /**
     * The last change of transactions below this one, whoever may read it. The horizon itself would do as well, but moves with
     * each transaction: whoever asked often enough would count what is written, and while people vote that is their votes.
     */
    @SuppressWarnings("unchecked")
    private ChangeCursor lastBelow(long horizon) {
        List<ChangeCursor> last = database.createNativeQuery(
                        "select cast(cast(transaction as text) as bigint) as transaction, position from change"
                                + " where transaction < cast(cast(:horizon as text) as xid8)"
                                + " order by change.transaction desc, change.position desc limit 1",
                        ChangeCursor.class)
                .setParameter("horizon", horizon)
                .getResultList();
        return last.isEmpty() ? ChangeCursor.BEGINNING : last.getFirst();
    }

    /**
     * The cursor at which a list that is read after this call is true: whoever lists and then follows from it misses nothing,
     * and hears a second time at most of what the list shows already. It stays the same while nothing public changes, so that
     * neither a list's ETag nor the cursor tells of what is restricted.
     */
    @Transactional
    public ChangeCursor ofLists(String edition) {
        // Changes that are a month old count whoever may read them: a cursor must not be too old when it is given out.
        return (ChangeCursor) database.createNativeQuery(
                        "select cast(cast(transaction as text) as bigint) as transaction, position from ("
                                + "(select transaction, position from change where edition = :edition"
                                + " and audiences @> '{public}'"
                                + " and transaction < pg_snapshot_xmin(pg_current_snapshot())"
                                + " order by transaction desc, position desc limit 1)"
                                + " union all "
                                + "(select transaction, position from change where edition = :edition"
                                + " and recorded_at < now() - interval '30 days'"
                                + " and transaction < pg_snapshot_xmin(pg_current_snapshot())"
                                + " order by recorded_at desc, transaction desc, position desc limit 1)"
                                + " union all select cast('0' as xid8), 0"
                                + ") as last order by transaction desc, position desc limit 1",
                        ChangeCursor.class)
                .setParameter("edition", edition)
                .getSingleResult();
    }

    /**
     * Something that everybody may read of an edition, to be kept in memory for as long as it is true.
     *
     * @param read reads it from the database; called by one thread at a time
     */
    public <T> Remembered<T> remembered(String edition, Supplier<T> read) {
        return new Remembered<>(stream, edition, this::isFreshDemanded, () -> ofLists(edition), read);
    }

    /** Whether the request that is being answered, if there is one, does not want to be answered from any memory. */
    private boolean isFreshDemanded() {
        if (!Arc.container().requestContext().isActive()) {
            return false;
        }
        var request = current.getCurrent();
        return request != null
                && request.request().headers().getAll(HttpHeaders.CACHE_CONTROL).stream()
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("no-cache"));
    }

    /**
     * What happened to one thing, by whom and when, oldest first; all of it, so it is for the feature to let nobody ask but those
     * whose work it is.
     *
     * @param subject the path of the thing below the edition, for example {@code sessions/0190…}; what lies below it counts too
     */
    @Transactional
    public ChangeFeed history(String edition, String subject, HistoryRequest request) {
        var since = request.since() == null ? ChangeCursor.BEGINNING : ChangeCursor.read(request.since());
        @SuppressWarnings("unchecked")
        List<RecordedChange> found = database.createNativeQuery(
                        "select " + COLUMNS + " from change where edition = :edition"
                                + " and (subject = :subject or starts_with(subject, :below))"
                                + " and (transaction, position) > (cast(cast(:transaction as text) as xid8), :position)"
                                + " and transaction < pg_snapshot_xmin(pg_current_snapshot())"
                                + IN_ORDER + " limit :limit",
                        RecordedChange.class)
                .setParameter("edition", edition)
                .setParameter("subject", subject)
                .setParameter("below", subject + "/")
                .setParameter("transaction", since.transaction())
                .setParameter("position", since.position())
                .setParameter("limit", request.limit() + 1)
                .getResultList();
        if (found.isEmpty() && request.since() == null) {
            throw RequestProblem.NOT_FOUND.because("Nothing is known of " + subject + ".");
        }
        var end = found.isEmpty() ? since : found.getLast().cursor();
        return ChangeFeed.of(page(found, request.limit(), end), service, change -> true);
    }

    /** Whether anything was ever recorded of this thing, though it may be gone. */
    @Transactional
    public boolean tellOf(String edition, String subject) {
        return (boolean) database.createNativeQuery(
                        "select exists (select 1 from change where edition = :edition and subject = :subject)",
                        Boolean.class)
                .setParameter("edition", edition)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    private long horizon() {
        return ((Number) database.createNativeQuery(
                                "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)",
                                Long.class)
                        .getSingleResult())
                .longValue();
    }

    private void refuseIfUnreadable(ChangeSelection which, ChangeCursor since, long horizon) {
        if (since.isBeyond(horizon)) {
            throw ChangeCursor.ofAnotherFeed();
        }
        // Of all that is too old the newest alone is looked at: the old ones grow in number for ever.
        var tooOld = (boolean) database.createNativeQuery(
                        "select exists (select 1 from (select transaction, position from change"
                                + " where edition = :edition"
                                + " and audiences && cast(:readers as text[])"
                                + " and recorded_at < now() - make_interval(days => :days)"
                                + " order by recorded_at desc, change.transaction desc, change.position desc limit 1"
                                + ") as old"
                                + " where (transaction, position) > (cast(cast(:transaction as text) as xid8), :position))",
                        Boolean.class)
                .setParameter("edition", which.edition())
                .setParameter("transaction", since.transaction())
                .setParameter("position", since.position())
                .setParameter("readers", which.readers().toArray(String[]::new))
                .setParameter("days", readableDays)
                .getSingleResult();
        if (tooOld) {
            throw ChangeProblem.CURSOR_TOO_OLD.because("The cursor lies more than " + readableDays
                    + " days back. Read the lists anew, and follow from the cursor that they name.");
        }
    }

    /** Who acts: an opaque subject, or {@code system} for what a service does by itself. */
    private String actor() {
        var inRequest = Arc.container().requestContext().isActive();
        return inRequest && !identity.get().isAnonymous()
                ? identity.get().getPrincipal().getName()
                : "system";
    }
}
