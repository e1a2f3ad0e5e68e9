package org.wsisforum.awards.vote;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

import org.wsisforum.awards.ledger.LedgerLine;
import org.wsisforum.awards.ledger.Receipt;
import org.wsisforum.awards.ledger.Receipts;
import org.wsisforum.kit.problem.ProblemException;
import org.wsisforum.kit.problem.RequestProblem;

/**
 * Stores votes, those together that arrive together: a writer takes all that wait, and while it commits, the next ones gather.
 * Receipts are signed when their votes are committed, beside the writer, which goes on with the next ones.
 * Nothing waits on purpose, so a single vote is stored at once, and the more there are the less each of them costs.
 */
@Singleton
@Startup
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int ANSWERS_WITHIN_SECONDS = 2;

    @Inject
    AgroalDataSource database;

    @Inject
    Receipts receipts;

    @Inject
    VoteConfig config;

    private BlockingQueue<Pending> waiting;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean ended;

    /** Those who sign receipts of what is committed, and this. */
    private final Phaser answering = new Phaser(1);

    /** What became of a vote. */
    sealed interface Outcome {
        /** It is committed. */
        record Stored(Voter voter, Receipt receipt) implements Outcome {}

        /** The voter has one in the category already, or the ledger takes no more. */
        record NotAdded(Voter voter) implements Outcome {}

        /** The mailbox votes with another account. */
        record MailboxTaken() implements Outcome {}
    }

    private record Pending(Voter voter, Vote vote, CompletableFuture<Outcome> outcome) {

        ByteBuffer account() {
            return ByteBuffer.wrap(voter.account());
        }
    }

    @PostConstruct
    void begin() {
        waiting = new ArrayBlockingQueue<>(config.waiting());
        for (var i = 1; i <= config.writers(); i++) {
            writers.add(Thread.ofPlatform().name("votes-" + i).start(this::write));
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        ended = true;
        for (var writer : writers) {
            writer.join();
        }
        refuseAll(new ArrayList<>());
        answering.awaitAdvance(answering.arrive());
    }

    /** Stores a vote and returns when it is committed, or is not going to be. */
    Outcome take(Voter voter, Vote vote) {
        return take(voter, List.of(vote)).getFirst();
    }

    /**
     * Stores votes of one voter, and returns when the last of them is committed, or is not going to be. After an error some of
     * them may be: sent again, they are found there.
     */
    List<Outcome> take(Voter voter, List<Vote> votes) {
        var all = votes.stream()
                .map(vote -> new Pending(voter, vote, new CompletableFuture<>()))
                .toList();
        for (var pending : all) {
            if (ended || !waiting.offer(pending)) {
                throw RequestProblem.SERVICE_UNAVAILABLE
                        .because("More votes arrive than can be stored. Send this one again in a moment.")
                        .with("Retry-After", "1");
            }
        }
        try {
            return all.stream().map(pending -> pending.outcome().join()).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    private void write() {
        var batch = new ArrayList<Pending>();
        while (!ended || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, config.together() - 1);
                    store(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // The writer goes on: without one, nobody's vote would ever be answered.
                LOG.error("Votes could not be stored", e);
                leave(batch);
            } finally {
                batch.clear();
            }
        }
    }

    /** Whoever of these still waits met an error that nobody foresaw. */
    private static void leave(List<Pending> batch) {
        batch.forEach(pending -> pending.outcome()
                .completeExceptionally(new IllegalStateException("A vote was left without an outcome")));
    }

    /** Returns false when the database is away, and refuses these and all that wait. */
    private boolean store(List<Pending> batch) {
        SQLException failure = null;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                commit(connection, batch);
            } catch (SQLException e) {
                connection.rollback();
                // A connection that is gone has nothing to roll back, and does not complain.
                if (!connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                    throw e;
                }
                failure = e;
            }
        } catch (SQLException e) {
            // Neither connected nor, if it was before, able to go on: the database is away, for those who wait too.
            LOG.errorf("Votes cannot be stored: %s", e.getMessage());
            refuseAll(batch);
            return false;
        }
        return failure == null || storeWithout(failure, batch);
    }

    /** Stores all but the one that has spoilt it for the others; it has its connection to itself, as each of them has. */
    private boolean storeWithout(SQLException failure, List<Pending> batch) {
        if (batch.size() == 1) {
            LOG.errorf("A vote could not be stored: %s", failure.getMessage());
            batch.getFirst()
                    .outcome()
                    .completeExceptionally(new IllegalStateException("A vote could not be stored", failure));
            return true;
        }
        for (var pending : batch) {
            if (!store(List.of(pending))) {
                refuseAll(batch);
                return false;
            }
        }
        return true;
    }

    private void refuseAll(Collection<Pending> batch) {
        var all = new ArrayList<>(batch);
        waiting.drainTo(all);
        for (var pending : all) {
            pending.outcome().completeExceptionally(away());
        }
    }

    private static ProblemException away() {
        return RequestProblem.SERVICE_UNAVAILABLE
                .because("The vote was not confirmed. Send it again: it counts once, however often it is sent.")
                .with("Retry-After", "5");
    }

    private void commit(Connection connection, List<Pending> batch) throws SQLException {
        var newcomers = batch.stream().filter(p -> p.voter().isNew()).toList();
        var voters = newcomers.isEmpty() ? Map.<ByteBuffer, Voter>of() : arrive(connection, newcomers);
        var sent = new ArrayList<Pending>();
        for (var pending : batch) {
            var voter = pending.voter().isNew() ? voters.get(pending.account()) : pending.voter();
            if (voter != null) {
                sent.add(new Pending(voter, pending.vote(), pending.outcome()));
            }
        }
        // The same order in every batch, so that no two wait for each other.
        sent.sort(Comparator.comparing((Pending pending) -> pending.voter().id())
                .thenComparing(pending -> pending.vote().category()));
        var stored = insert(connection, sent);
        connection.commit();
        // The next ones are stored while the receipts of these are signed.
        var committed = List.copyOf(batch);
        answering.register();
        Thread.ofVirtual().name("receipts").start(() -> answer(committed, sent, stored));
    }

    private void answer(List<Pending> batch, List<Pending> sent, Set<UUID> stored) {
        try {
            tell(batch, sent, stored);
        } catch (RuntimeException e) {
            LOG.error("Votes are stored and could not be answered", e);
        } finally {
            // Of those who have their outcome nothing changes; whatever went wrong, nobody waits for ever.
            leave(batch);
            answering.arriveAndDeregister();
        }
    }

    private void tell(List<Pending> batch, List<Pending> sent, Set<UUID> stored) {
        sent.stream()
                .filter(pending -> stored.contains(pending.vote().id()))
                .collect(Collectors.groupingBy(pending -> pending.vote().edition()))
                .forEach(this::confirm);
        for (var pending : sent) {
            pending.outcome().complete(new Outcome.NotAdded(pending.voter()));
        }
        for (var pending : batch) {
            pending.outcome().complete(new Outcome.MailboxTaken());
        }
    }

    private void confirm(String edition, List<Pending> stored) {
        var lines = new ArrayList<LedgerLine>();
        stored.forEach(pending -> lines.add(pending.vote().line(pending.voter().mailbox())));
        var signed = receipts.of(edition, lines);
        for (var i = 0; i < signed.size(); i++) {
            var pending = stored.get(i);
            pending.outcome().complete(new Outcome.Stored(pending.voter(), signed.get(i)));
        }
    }

    /**
     * Adds those voters that are not there yet.
     *
     * @return all of them by account, as they are stored; an account is missing whose mailbox votes with another one
     */
    private static Map<ByteBuffer, Voter> arrive(Connection connection, List<Pending> newcomers) throws SQLException {
        var voters = newcomers.stream()
                .collect(Collectors.toMap(Pending::account, Function.identity(), (a, b) -> a))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                        pending -> ByteBuffer.wrap(pending.voter().mailbox())))
                .toList();
        try (var insert = connection.prepareStatement(
                "insert into voter (edition, account, mailbox, disposable, first_seen_at, network)"
                        + " select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::boolean[], ?::timestamptz[],"
                        + " ?::bytea[]) on conflict do nothing")) {
            insert.setArray(1, array(connection, "text", voters, p -> p.voter().edition()));
            insert.setArray(2, bytes(connection, voters, p -> p.voter().account()));
            insert.setArray(3, bytes(connection, voters, p -> p.voter().mailbox()));
            insert.setArray(
                    4, array(connection, "boolean", voters, p -> p.voter().disposable()));
            insert.setArray(
                    5, array(connection, "timestamptz", voters, p -> p.vote().castAt()));
            insert.setArray(6, bytes(connection, voters, p -> p.voter().network()));
            insert.executeUpdate();
        }
        var known = new HashMap<ByteBuffer, Voter>();
        try (var query =
                connection.prepareStatement("select id, edition, account, mailbox, disposable, network from voter"
                        + " where (edition, account) in (select * from unnest(?::text[], ?::bytea[]))")) {
            query.setArray(1, array(connection, "text", voters, p -> p.voter().edition()));
            query.setArray(2, bytes(connection, voters, p -> p.voter().account()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    known.put(
                            ByteBuffer.wrap(row.getBytes(3)),
                            new Voter(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getBytes(3),
                                    row.getBytes(4),
                                    row.getBoolean(5),
                                    row.getBytes(6)));
                }
            }
        }
        return known;
    }

    /**
     * Adds the votes that may be added. The ledger is asked in the statement itself: whoever seals it locks the table first, so
     * a statement that had to wait for that sees the seal.
     *
     * @return the ids of those that were added
     */
    private static Set<UUID> insert(Connection connection, List<Pending> votes) throws SQLException {
        var stored = new HashSet<UUID>();
        if (votes.isEmpty()) {
            return stored;
        }
        try (var insert = connection.prepareStatement(
                "insert into vote (id, voter, edition, category, project, supersedes, cast_at, network)"
                        + " select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[], ?::uuid[], ?::uuid[],"
                        + " ?::timestamptz[], ?::bytea[]) as cast_vote (id, voter, edition)"
                        + " where not exists (select 1 from ledger where ledger.edition = cast_vote.edition)"
                        + " on conflict do nothing returning id")) {
            insert.setArray(1, array(connection, "uuid", votes, p -> p.vote().id()));
            insert.setArray(2, array(connection, "bigint", votes, p -> p.voter().id()));
            insert.setArray(3, array(connection, "text", votes, p -> p.vote().edition()));
            insert.setArray(4, array(connection, "int4", votes, p -> p.vote().category()));
            insert.setArray(5, array(connection, "uuid", votes, p -> p.vote().project()));
            insert.setArray(6, array(connection, "uuid", votes, p -> p.vote().supersedes()));
            insert.setArray(
                    7, array(connection, "timestamptz", votes, p -> p.vote().castAt()));
            insert.setArray(8, bytes(connection, votes, p -> p.vote().network()));
            try (var row = insert.executeQuery()) {
                while (row.next()) {
                    stored.add(row.getObject(1, UUID.class));
                }
            }
        }
        return stored;
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Pending> all, Function<Pending, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, all.stream().map(value).toArray());
    }

    private static java.sql.Array bytes(Connection connection, List<Pending> all, Function<Pending, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", all.stream().map(value).toArray(byte[][]::new));
    }
}
