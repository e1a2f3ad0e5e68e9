package org.wsisforum.registration.registration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.wsisforum.kit.csv.Csv;

/** Writes all registrations that meet a filter, however many, with one page of them in memory. */
@ApplicationScoped
class RegistrationTable {

    private static final int PAGE = 500;

    /** How much of a registration stands in a row. */
    enum Depth {
        /** What can be counted, and nothing by which somebody could be found. */
        FIGURES,
        /** Who it is, but not how to reach them. */
        NAMES,
        /** That too. */
        CONTACTS
    }

    private record Column(String name, Depth from, Function<Registration, Object> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("id", Depth.NAMES, Registration::id),
            new Column("state", Depth.FIGURES, row -> row.state().json()),
            new Column("category", Depth.FIGURES, Registration::category),
            new Column("attendance", Depth.FIGURES, row -> RegistrationInput.json(row.attendance())),
            new Column("country", Depth.FIGURES, row -> row.input().country()),
            new Column("delegation", Depth.NAMES, Registration::delegation),
            new Column(
                    "role",
                    Depth.FIGURES,
                    row -> row.input().role() == null
                            ? null
                            : row.input().role().json()),
            new Column("rank", Depth.NAMES, row -> row.input().rank()),
            new Column("honorific", Depth.NAMES, row -> row.input().honorific()),
            new Column("givenName", Depth.NAMES, row -> row.input().givenName()),
            new Column("familyName", Depth.NAMES, row -> row.input().familyName()),
            new Column("badgeName", Depth.NAMES, row -> row.input().badgeName()),
            new Column("jobTitle", Depth.NAMES, row -> row.input().jobTitle()),
            new Column("entity", Depth.NAMES, row -> row.input().entity()),
            new Column("email", Depth.CONTACTS, row -> row.input().email()),
            new Column("phone", Depth.CONTACTS, row -> row.input().phone()),
            new Column("listed", Depth.NAMES, row -> row.input().listed()),
            // To the month: the very moment would name somebody to whoever knows when they sent it.
            new Column(
                    "submittedIn", Depth.FIGURES, row -> day(row.submittedAt()).substring(0, 7)),
            new Column("submittedOn", Depth.NAMES, row -> day(row.submittedAt())),
            new Column("decidedOn", Depth.NAMES, row -> day(row.decidedAt())));

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    private static String day(java.time.Instant moment) {
        return moment == null
                ? null
                : moment.atZone(java.time.ZoneOffset.UTC).toLocalDate().toString();
    }

    StreamingOutput of(String edition, RegistrationFilter filter, Depth depth) {
        var columns = COLUMNS.stream()
                .filter(column -> column.from().compareTo(depth) <= 0)
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("edition", edition));
        var conditions = filter.conditions(json);
        conditions.forEach(condition -> parameters.put(condition.parameter(), condition.value()));
        var where = " where edition = :edition and state <> DRAFT"
                + conditions.stream()
                        .map(condition -> " and " + condition.hql())
                        .collect(Collectors.joining())
                + (filter.flagged() == null ? "" : " and " + Registrations.FLAGGED);
        return output -> {
            var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            writer.write(Csv.START + Csv.row(columns.stream().map(Column::name)));
            Registration last = null;
            List<Registration> page;
            do {
                page = after(last, where, parameters);
                for (var row : page) {
                    write(writer, columns, row);
                    last = row;
                }
            } while (page.size() == PAGE);
            writer.flush();
        };
    }

    private static void write(BufferedWriter writer, List<Column> columns, Registration row) throws IOException {
        writer.write(Csv.row(columns.stream().map(column -> column.cell().apply(row))));
    }

    /** In a transaction of its own, after which nothing is kept: a slow reader holds neither a connection nor more than these. */
    private List<Registration> after(Registration last, String where, Map<String, Object> parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var query = database.createQuery(
                            "from Registration" + where + (last == null ? "" : " and (submittedAt, id) > (:at, :last)")
                                    + " order by submittedAt, id",
                            Registration.class)
                    .setMaxResults(PAGE);
            parameters.forEach(query::setParameter);
            if (last != null) {
                query.setParameter("at", last.submittedAt()).setParameter("last", last.id());
            }
            var page = query.getResultList();
            database.clear();
            return page;
        });
    }
}
