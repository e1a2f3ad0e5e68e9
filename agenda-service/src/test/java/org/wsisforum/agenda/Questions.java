package org.wsisforum.agenda;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * What the database is asked about the programme. Feeds and webhooks ask it about other things all the time, so all statements
 * together would count what nobody has asked for.
 */
@ApplicationScoped
@PersistenceUnitExtension
public class Questions implements StatementInspector {

    private static final long serialVersionUID = 1;

    private static final Pattern PROGRAMME = Pattern.compile(
            "(from|join) (session|session_words|bookmark|agenda_feed|appearance|room|person|released?|statement|outcome|contribution) ");

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        if (PROGRAMME.matcher(sql).find()) {
            ASKED.add(sql);
        }
        return sql;
    }

    /** What is asked while something is read, in order. */
    public static List<String> during(Runnable read) {
        ASKED.clear();
        read.run();
        return List.copyOf(ASKED);
    }
}
