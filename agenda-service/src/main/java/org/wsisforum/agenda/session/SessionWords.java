package org.wsisforum.agenda.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.search.Searched;
import org.wsisforum.kit.search.Typed;
import org.wsisforum.kit.text.Text;
import org.wsisforum.kit.time.ForumClock;

/** Finds sessions by their words. PostgreSQL says which; what is shown of them comes from where all others come from. */
@ApplicationScoped
class SessionWords {

    /** The newest release of an edition or two, and some older ones. */
    private static final int RELEASES = 20;

    /** The query is worked out once and not for each row, which is what the brackets with select are for. */
    static final String SEARCH = "select session, wording from session_words where edition = :edition"
            + " and words @@ (select search_query(cast(:wanted as jsonb)))";

    /** Which wording each session of a release has, where PostgreSQL has the words of all of them. */
    private final Cache<Release, Map<UUID, String>> releases =
            Caffeine.newBuilder().maximumSize(RELEASES).build();

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Inject
    ForumClock clock;

    /**
     * A release as it is searched at some time. The edition is part of it, since the names of its tracks are among the words, and
     * so are the sessions that have said what came of them, since that is found once they are over and not before.
     */
    private record Release(Edition edition, int number, Set<UUID> concluded) {}

    /** A session as it was searched at some time. */
    private record Wording(UUID session, String wording) {}

    private record Row(UUID session, String wording, Searched words) {}

    /**
     * Which sessions of a version of the programme have the words.
     *
     * @param typed what somebody has typed; null or blank for all sessions
     */
    Predicate<ProgrammeSession> found(String typed, Programme programme) {
        if (typed == null || typed.isBlank()) {
            return session -> true;
        }
        var wanted = Typed.read(typed);
        if (wanted.isEmpty()) {
            return session -> false;
        }
        var wordings = programme.isDraft()
                ? kept(
                        programme,
                        concluded(programme, session -> session.content().said().outcome()))
                : ofRelease(programme);
        var found = search(programme.edition().code(), wanted);
        return session -> found.contains(new Wording(session.id(), wordings.get(session.id())));
    }

    private Map<UUID, String> ofRelease(Programme programme) {
        var now = clock.instant();
        var concluded = concluded(programme, session -> session.outcome(now));
        return releases.get(
                new Release(programme.edition(), programme.release().number(), concluded),
                absent -> kept(programme, concluded));
    }

    /** The sessions of which whoever searches reads what came of them. */
    private static Set<UUID> concluded(Programme programme, Function<ProgrammeSession, Text> outcome) {
        return programme.sessions().stream()
                .filter(session -> outcome.apply(session) != null)
                .map(ProgrammeSession::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("unchecked")
    private Set<Wording> search(String edition, Typed wanted) {
        return Set.copyOf(database.createNativeQuery(SEARCH, Wording.class)
                .setParameter("edition", edition)
                .setParameter("wanted", write(wanted.words()))
                .getResultList());
    }

    /** Has PostgreSQL know the words of all sessions. In a transaction of its own, since whoever searches changes nothing. */
    private Map<UUID, String> kept(Programme programme, Set<UUID> concluded) {
        var edition = programme.edition();
        var wordings = new HashMap<UUID, String>();
        var texts = new HashMap<UUID, Texts>();
        for (var session : programme.sessions()) {
            var said = Texts.of(session.content(), concluded.contains(session.id()), edition);
            texts.put(session.id(), said);
            wordings.put(session.id(), said.wording(edition));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var ids = wordings.keySet().toArray(UUID[]::new);
            var all = Stream.of(ids).map(wordings::get).toArray(String[]::new);
            if (!programme.isDraft()) {
                keepForGood(ids, all);
            }
            var missing = missing(ids, all);
            if (!missing.isEmpty()) {
                forgetDrafts(missing);
                add(
                        edition.code(),
                        !programme.isDraft(),
                        missing.stream()
                                .map(id -> new Row(
                                        id, wordings.get(id), texts.get(id).searched()))
                                .toList());
            }
        });
        return wordings;
    }

    /** What the draft said is released: its words are known already. */
    private void keepForGood(UUID[] ids, String[] wordings) {
        database.createNativeQuery("update session_words set released = true"
                        + " from unnest(cast(:ids as uuid[]), cast(:wordings as text[])) as wanted (id, said)"
                        + " where session = id and wording = said and not released")
                .setParameter("ids", ids)
                .setParameter("wordings", wordings)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> missing(UUID[] ids, String[] wordings) {
        var missing = new HashSet<>(List.of(ids));
        database.createNativeQuery(
                        "select session from session_words join unnest(cast(:ids as uuid[]), cast(:wordings as text[]))"
                                + " as wanted (session, wording) using (session, wording)",
                        UUID.class)
                .setParameter("ids", ids)
                .setParameter("wordings", wordings)
                .getResultList()
                .forEach(missing::remove);
        return missing;
    }

    private void forgetDrafts(Set<UUID> sessions) {
        database.createNativeQuery(
                        "delete from session_words where session = any(cast(:ids as uuid[])) and not released")
                .setParameter("ids", sessions.toArray(UUID[]::new))
                .executeUpdate();
    }

    private void add(String edition, boolean released, List<Row> rows) {
        database.createNativeQuery("insert into session_words (edition, session, wording, released, words)"
                        + " select :edition, session, wording, :released, search_vector(words)"
                        + " from jsonb_to_recordset(cast(:rows as jsonb)) as said (session uuid, wording text, words jsonb)"
                        // In one order, so that two who search at once do not wait for each other in a circle.
                        + " order by session, wording"
                        + " on conflict (session, wording) do update set released = true"
                        + " where excluded.released and not session_words.released")
                .setParameter("edition", edition)
                .setParameter("released", released)
                .setParameter("rows", write(rows))
                .executeUpdate();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The words of a search are no JSON", e);
        }
    }

    /**
     * The texts of a session that searches look into.
     *
     * @param inLanguages those in up to six languages
     * @param names those in none
     */
    private record Texts(List<Text> inLanguages, List<String> names) {

        static Texts of(SessionContent content, boolean isConcluded, Edition edition) {
            var said = content.said();
            var inLanguages = new ArrayList<Text>();
            inLanguages.add(said.title());
            inLanguages.add(said.description());
            inLanguages.add(isConcluded ? said.outcome() : null);
            said.linkages().forEach(linkage -> inLanguages.add(linkage.rationale()));
            edition.tracks().stream()
                    .filter(track -> track.code().equals(said.track()))
                    .forEach(track -> inLanguages.add(track.title()));
            if (content.room() != null) {
                inLanguages.add(content.room().name());
            }
            var names = new ArrayList<>(said.organizers());
            for (var person : content.people()) {
                names.add(person.name());
                names.add(person.entity());
            }
            inLanguages.removeIf(Objects::isNull);
            names.removeIf(Objects::isNull);
            return new Texts(inLanguages, names);
        }

        Searched searched() {
            var words = new Searched();
            inLanguages.forEach(
                    text -> text.words().forEach((language, said) -> words.add(language.tag(), said.value())));
            names.forEach(words::add);
            return words;
        }

        /** What tells one wording from another. */
        String wording(Edition edition) {
            try {
                var all = edition.code() + Searched.FORM + this;
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
    }
}
