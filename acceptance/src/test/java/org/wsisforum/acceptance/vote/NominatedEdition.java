package org.wsisforum.acceptance.vote;

import java.sql.Connection;
import java.sql.SQLException;

/** An edition that one test has for itself: that of 2021 with categories and nominees put straight into the tables. */
final class NominatedEdition {

    private NominatedEdition() {}

    /**
     * Puts it there, with so many of the categories of 2021 and so many nominees in each.
     *
     * @param code has no quote in it
     */
    static void isThere(Connection database, String code, int categories, int nominees) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : """
                    insert into edition (code, version, title, zone, languages, phases, rules)
                    select '%1$s', 0, title, zone, languages, phases, rules from edition where code = '2021';
                    insert into category (edition, number, version, action_line, name)
                    select '%1$s', number, 0, action_line, name from category
                    where edition = '2021' and number <= %2$d;
                    insert into nomination (edition, category, quota, waiting_list, incomplete, method, nominated_at)
                    select '%1$s', c, %3$d, 0, false, '{}', now() from generate_series(1, %2$d) c;
                    insert into project (id, version, edition, category, state, owner, co_owners, title, form, entity,
                        country, stakeholder_type, goals, created_at, changed_at, submitted_at)
                    select %4$s, 0, '%1$s', c, 'SUBMITTED', 'owner', '{}', 'Project', '{"linkages": []}', 'Entity',
                        'KI', 'government', '{}', now(), now(), now()
                    from generate_series(1, %2$d) c, generate_series(1, %3$d) n;
                    insert into nominee (edition, category, position, project, line)
                    select '%1$s', c, n, %4$s, '{}' from generate_series(1, %2$d) c, generate_series(1, %3$d) n
                    """.formatted(code, categories, nominees, project(code, "c", "n"))
                    .split(";")) {
                statement.execute(sql);
            }
        }
    }

    /** The id of the n-th nominee of a category, as an expression of SQL. */
    static String project(String code, String category, String n) {
        return "cast(md5('%s' || %s || '-' || %s) as uuid)".formatted(code, category, n);
    }
}
