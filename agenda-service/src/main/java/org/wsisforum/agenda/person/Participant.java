package org.wsisforum.agenda.person;

import java.util.UUID;

/**
 * A person as the programme names one beside a session.
 *
 * @param id the person
 * @param honorific how the person is addressed; may be null
 * @param name the name
 * @param position the office held; may be null
 * @param entity for whom; may be null
 * @param country ISO 3166-1 alpha-2 of the entity; may be null
 */
public record Participant(UUID id, String honorific, String name, String position, String entity, String country) {

    /** Whether the programme says the same of both, whoever they are. */
    public boolean isLike(Participant other) {
        return new Participant(other.id, honorific, name, position, entity, country).equals(other);
    }
}
