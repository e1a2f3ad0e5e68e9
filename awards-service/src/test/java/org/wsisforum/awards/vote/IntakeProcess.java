package org.wsisforum.awards.vote;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;

import org.wsisforum.awards.ledger.LedgerKey;
import org.wsisforum.awards.ledger.Receipts;

/**
 * A program that takes votes with nothing but the intake of the service, so that it can be killed: a line it reads is a voter and
 * a category, a line it writes is the same with the vote of the receipt.
 */
final class IntakeProcess {

    private record Settings() implements VoteConfig {
        @Override
        public int writers() {
            return 2;
        }

        @Override
        public int together() {
            return 8;
        }

        @Override
        public int waiting() {
            return 1000;
        }

        @Override
        public Duration kept() {
            return Duration.ZERO;
        }

        @Override
        public String watched() {
            return "off";
        }

        @Override
        public Optional<Set<String>> disposableDomains() {
            return Optional.empty();
        }
    }

    private final Intake intake = new Intake();
    private final Votes votes = new Votes();
    private final BallotKey key = new BallotKey("a secret of this test alone");
    private final String edition;
    private final UUID project;

    private IntakeProcess(AgroalDataSource database, String edition, UUID project) throws ReflectiveOperationException {
        this.edition = edition;
        this.project = project;
        intake.database = database;
        intake.receipts = receipts();
        intake.config = new Settings();
        votes.database = database;
        votes.receipts = intake.receipts;
    }

    /** As CDI makes them, which is not there. */
    private static Receipts receipts() throws ReflectiveOperationException {
        Constructor<LedgerKey> maker = LedgerKey.class.getDeclaredConstructor(String.class);
        maker.setAccessible(true);
        var receipts = new Receipts();
        var field = Receipts.class.getDeclaredField("key");
        field.setAccessible(true);
        field.set(receipts, maker.newInstance("a secret of this test alone"));
        return receipts;
    }

    public static void main(String[] args) throws Exception {
        var database = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(args[0])
                                .principal(new NamePrincipal(args[1]))
                                .credential(new SimplePassword(args[2])))));
        var process = new IntakeProcess(database, args[3], UUID.fromString(args[4]));
        process.intake.begin();
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var asked = line;
                Thread.ofVirtual().start(() -> process.answer(asked));
            }
        }
    }

    private void answer(String line) {
        var subject = line.substring(0, line.indexOf(' '));
        var category = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
        var network = key.network(edition, "192.0.2.1");
        var voter = new Voter(
                0,
                edition,
                key.account(edition, subject),
                key.mailbox(edition, new Mailbox(subject, "example.org")),
                false,
                network);
        var vote = new Vote(
                UUID.randomUUID(), edition, category, project, null, Instant.parse("2031-03-10T11:00:00Z"), network);
        var stored =
                switch (intake.take(voter, vote)) {
                    case Intake.Outcome.Stored(var known, var receipt) -> receipt.vote();
                    case Intake.Outcome.NotAdded(var known) ->
                        votes.standing(known.id(), category).orElseThrow().id();
                    case Intake.Outcome.MailboxTaken() -> throw new IllegalStateException(line);
                };
        System.out.println(line + " " + stored);
    }
}
