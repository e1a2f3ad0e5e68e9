package org.wsisforum.awards.vote;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.jboss.logging.Logger;

import org.wsisforum.awards.ledger.Receipt;
import org.wsisforum.awards.ledger.Receipts;
import org.wsisforum.kit.problem.RequestProblem;

/** The votes and voters that are stored, read straight from the database: most requests for them are one vote. */
@ApplicationScoped
class Votes {

    private static final String COLUMNS =
            "vote.id, vote.edition, vote.category, vote.project, vote.supersedes, vote.cast_at, vote.network";

    private static final Logger LOG = Logger.getLogger(Votes.class);

    @Inject
    AgroalDataSource database;

    @Inject
    Receipts receipts;

    /** A vote, and the mailbox that it was cast by. */
    record Recorded(Vote vote, byte[] mailbox) {}

    Optional<Voter> voter(String edition, byte[] account) {
        return read(
                        "select id, edition, account, mailbox, disposable, network from voter"
                                + " where edition = ? and account = ?",
                        query -> {
                            query.setString(1, edition);
                            query.setBytes(2, account);
                        },
                        row -> new Voter(
                                row.getLong(1),
                                row.getString(2),
                                row.getBytes(3),
                                row.getBytes(4),
                                row.getBoolean(5),
                                row.getBytes(6)))
                .stream()
                .findFirst();
    }

    /** How many voters were first seen in a network since a time, up to so many. */
    int newcomers(String edition, byte[] network, Instant since, int most) {
        return read(
                        "select count(*) from (select 1 from voter"
                                + " where edition = ? and network = ? and first_seen_at > ? limit ?) as newcomer",
                        query -> {
                            query.setString(1, edition);
                            query.setBytes(2, network);
                            query.setObject(3, since.atOffset(ZoneOffset.UTC));
                            query.setInt(4, most);
                        },
                        row -> row.getInt(1))
                .getFirst();
    }

    /** The vote of a voter that stands in a category. */
    Optional<Vote> standing(long voter, int category) {
        return read(
                        "select " + COLUMNS + " from vote where voter = ? and category = ? and not exists"
                                + " (select 1 from vote later where later.voter = vote.voter"
                                + " and later.category = vote.category and later.supersedes = vote.id)",
                        query -> {
                            query.setLong(1, voter);
                            query.setInt(2, category);
                        },
                        Votes::vote)
                .stream()
                .findFirst();
    }

    /** The votes of an account that stand, by category. */
    List<Recorded> standing(String edition, byte[] account) {
        return read(
                "select " + COLUMNS + ", voter.mailbox from voter join vote on vote.voter = voter.id"
                        + " where voter.edition = ? and voter.account = ? and not exists"
                        + " (select 1 from vote later where later.voter = vote.voter"
                        + " and later.category = vote.category and later.supersedes = vote.id)"
                        + " order by vote.category",
                query -> {
                    query.setString(1, edition);
                    query.setBytes(2, account);
                },
                row -> new Recorded(vote(row), row.getBytes(8)));
    }

    /** Whether a vote is stored that has this receipt, which was signed here. */
    boolean isRecorded(Receipt receipt) {
        return read(
                        "select " + COLUMNS + ", voter.mailbox from vote join voter on voter.id = vote.voter"
                                + " where vote.id = ? and vote.edition = ?",
                        query -> {
                            query.setObject(1, receipt.vote());
                            query.setString(2, receipt.edition());
                        },
                        row -> new Recorded(vote(row), row.getBytes(8)))
                .stream()
                .map(recorded -> receipts.of(receipt.edition(), recorded.vote().line(recorded.mailbox())))
                .anyMatch(own -> own.digest().equals(receipt.digest())
                        && own.category() == receipt.category()
                        && own.castAt().equals(receipt.castAt()));
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7));
    }

    private interface Parameters {
        void set(PreparedStatement query) throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, Parameters parameters, Row<T> row) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            parameters.set(query);
            try (var rows = query.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            // Also a pool in which no connection became free, which has no state of SQL of its own.
            LOG.warnf("Votes cannot be read: %s", e.getMessage());
            throw RequestProblem.SERVICE_UNAVAILABLE
                    .because("The votes cannot be read for the moment.")
                    .with("Retry-After", "5");
        }
    }
}
