package org.wsisforum.kit.webhook;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.wsisforum.kit.changes.ChangeCursor;
import org.wsisforum.kit.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Where subscriptions stand in the feed, when there are many of them and the feed is long. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class DeliveriesTest {

    @Inject
    EntityManager database;

    @Inject
    Deliveries deliveries;

    private final String edition = "deliveries-" + UUID.randomUUID();

    @AfterEach
    void forget() {
        execute("delete from webhook where edition = :edition");
    }

    private int execute(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql)
                .setParameter("edition", edition)
                .executeUpdate());
    }

    private void record(int changes) {
        execute("insert into change (id, edition, type, subject, fields, actor, audiences) select gen_random_uuid(),"
                + " :edition, 'org.wsisforum.sample.note.created.v1', 'notes/' || i, '{}', 'somebody', '{public}'"
                + " from generate_series(1, " + changes + ") i");
    }

    /** As PostgreSQL does by itself after a while. */
    private void analyze() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("analyze change").executeUpdate();
            database.createNativeQuery("analyze webhook").executeUpdate();
        });
    }

    private void subscribe(String types, boolean paused, long afterTransaction, int many) {
        execute("insert into webhook (id, version, edition, owner, created_at, url, types, paused, state, secret,"
                + " after_transaction, after_position, failures, due_at) select gen_random_uuid(), 0, :edition, 'owner',"
                + " now(), 'http://127.0.0.1:9/', '{" + types + "}', " + paused + ", 'ACTIVE', 'whsec_AAAA', "
                + afterTransaction + ", 0, 0, now() from generate_series(1, " + many + ")");
    }

    private <T> T one(String sql, Class<T> type) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> type.cast(database.createNativeQuery(sql, type).getSingleResult()));
    }

    @Test
    void a_look_for_what_waits_does_not_read_what_was_sent() {
        record(5000);
        execute("update webhook set paused = true where edition <> :edition");
        // At the end of the feed, as most are most of the time.
        subscribe("", false, 1L << 50, 50);
        analyze();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(deliveries.claim(10)).isEmpty();
            var read = one(
                    "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables"
                            + " where relname = 'change'",
                    Long.class);
            assertThat(read).isLessThan(100);
        });
    }

    @Test
    void those_for_which_nothing_waits_go_to_the_end_and_the_others_stay() {
        record(10);
        subscribe("never", false, 0, 1);
        subscribe("", true, 0, 1);
        deliveries.advanceIdle();
        assertThat(one(
                        "select after_transaction > 0 from webhook where edition = '" + edition + "' and not paused",
                        Boolean.class))
                .isTrue();
        assertThat(one(
                        "select after_transaction from webhook where edition = '" + edition + "' and paused",
                        Long.class))
                .isZero();
    }

    @Test
    void what_is_to_be_replayed_is_not_passed_over_by_those_that_go_to_the_end() throws Exception {
        record(40_000);
        // So many changes are looked at in vain that there is time for a replay meanwhile.
        subscribe("never", false, 0, 60);
        subscribe("", true, one("select cast(cast(pg_current_xact_id() as text) as bigint)", Long.class), 1);
        analyze();
        var replayed = one("select id from webhook where edition = '" + edition + "' and paused", UUID.class);
        var advancing = CompletableFuture.runAsync(deliveries::advanceIdle);
        await().pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> advancing.isDone()
                        || one(
                                "select exists (select 1 from pg_stat_activity where state = 'active'"
                                        + " and query like 'update webhook h set after_transaction%')",
                                Boolean.class));
        QuarkusTransaction.requiringNew().run(() -> deliveries.moveTo(replayed, new ChangeCursor(0, 0)));
        advancing.get();
        assertThat(one("select after_transaction from webhook where id = '" + replayed + "'", Long.class))
                .isZero();
    }
}
