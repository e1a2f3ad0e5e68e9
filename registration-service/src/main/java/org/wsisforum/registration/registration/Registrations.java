package org.wsisforum.registration.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.wsisforum.kit.problem.RequestProblem;
import org.wsisforum.kit.search.Searched;
import org.wsisforum.registration.registration.RegistrationView.Duplicate;
import org.wsisforum.registration.registration.RegistrationView.Likeness;

/** The registrations for all editions. */
@ApplicationScoped
class Registrations implements PanacheRepositoryBase<Registration, UUID> {

    private static final String BY_EMAIL = "o.matchEmail = r.matchEmail";
    private static final String BY_NAME = "o.matchName = r.matchName and o.birthDate = r.birthDate";

    /** Condition for those that may be of a person who has another registration, too. */
    static final String FLAGGED = "(id in (" + flagged(BY_EMAIL) + ") or id in (" + flagged(BY_NAME) + "))";

    @Inject
    ObjectMapper json;

    private static String flagged(String likeness) {
        return "select r.id" + pairs(likeness);
    }

    private static String pairs(String likeness) {
        return " from Registration r join Registration o on o.edition = r.edition and o.id <> r.id and " + likeness
                + " where r.edition = :edition and r.state <> DRAFT and o.state <> DRAFT";
    }

    Optional<Registration> of(String edition, UUID id, LockModeType lock) {
        return find("id = ?1 and edition = ?2", id, edition).withLock(lock).singleResultOptional();
    }

    Optional<Registration> ofPerson(String edition, String subject) {
        return find("edition = ?1 and person = ?2", edition, subject).singleResultOptional();
    }

    /** Which others may be of the same person, for all of these at once. */
    Map<UUID, List<Duplicate>> duplicates(String edition, Collection<UUID> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Map<UUID, List<Likeness>>>();
        collect(edition, of, BY_EMAIL, Likeness.EMAIL, found);
        collect(edition, of, BY_NAME, Likeness.NAME_AND_BIRTH_DATE, found);
        var duplicates = new HashMap<UUID, List<Duplicate>>();
        found.forEach((id, others) -> duplicates.put(
                id,
                others.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(other -> new Duplicate(other.getKey(), other.getValue()))
                        .toList()));
        return duplicates;
    }

    private void collect(
            String edition,
            Collection<UUID> of,
            String how,
            Likeness likeness,
            Map<UUID, Map<UUID, List<Likeness>>> found) {
        getEntityManager()
                .createQuery("select r.id, o.id" + pairs(how) + " and r.id in :of", Object[].class)
                .setParameter("edition", edition)
                .setParameter("of", of)
                .getResultList()
                .forEach(pair -> found.computeIfAbsent((UUID) pair[0], _ -> new HashMap<>())
                        .computeIfAbsent((UUID) pair[1], _ -> new ArrayList<>())
                        .add(likeness));
    }

    @SuppressWarnings("unchecked")
    List<String> ranksPresent(String edition, UUID delegation, String country, Instant stillFrom) {
        return getEntityManager()
                .createNativeQuery("select distinct content ->> 'rank' from registration"
                        + " where edition = :edition and content ->> 'rank' is not null"
                        + " and (delegation = :delegation or delegation is null and country = :country)"
                        + " and (state in ('FOCAL_POINT_APPROVED', 'ACCREDITED')"
                        + " or state = 'WITHDRAWN' and withdrawn_at >= cast(cast(:stillFrom as text) as timestamptz)"
                        + " and (approved_at is not null or decided_at is not null))")
                .setParameter("edition", edition)
                .setParameter("delegation", delegation)
                .setParameter("country", country)
                .setParameter("stillFrom", stillFrom == null ? null : stillFrom.toString())
                .getResultList();
    }

    /** Makes a registration findable by what it says now. */
    void index(Registration registration) {
        var said = registration.input();
        var searched = new Searched();
        searched.add(said.givenName());
        searched.add(said.familyName());
        searched.add(said.badgeName());
        searched.add(said.jobTitle());
        searched.add(said.entity());
        flush();
        try {
            getEntityManager()
                    .createNativeQuery(
                            "update registration set words = search_vector(cast(:words as jsonb)) where id = :id")
                    .setParameter("words", json.writeValueAsString(searched))
                    .setParameter("id", registration.id())
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words are no JSON", e);
        }
    }

    static RuntimeException none(String edition, UUID id) {
        return RequestProblem.NOT_FOUND.because("There is no registration " + id + " in " + edition + ".");
    }
}
