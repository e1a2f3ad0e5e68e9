package org.wsisforum.agenda.person;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.Changes;
import org.wsisforum.kit.problem.RequestProblem;

/** Who can take part in sessions: what the rest of the agenda sees of people. */
@ApplicationScoped
public class Participants {

    @Inject
    People people;

    @Inject
    Changes changes;

    /** These people by id. Asks the database once. */
    public Map<UUID, Participant> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : people.list("id in ?1", ids).stream()
                        .map(Person::participant)
                        .collect(Collectors.toMap(Participant::id, Function.identity()));
    }

    /**
     * Those of these people who are of the edition. Until the running transaction ends they stay, and nobody else decides
     * whether everybody sees them.
     */
    public Set<UUID> hold(String edition, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : people.hold(edition, ids).stream().map(Person::id).collect(Collectors.toSet());
    }

    /** Adds somebody, whose id is left open, as a session is going to name them; refuses a country that there is not. */
    public UUID add(String edition, Participant said) {
        var input = new PersonInput(
                said.honorific(), said.name(), said.position(), said.entity(), said.country(), null, null);
        RequestProblem.requireNone(input.faults());
        var person = new Person(edition, input);
        people.persist(person);
        changes.record(Change.of(PersonChange.ADDED, edition, "people/" + person.id()));
        return person.id();
    }

    /**
     * Has the next release show these people, or not any more.
     *
     * @param held people who are held
     * @param inProgramme those of them who stand in a session that is no draft
     */
    public void list(String edition, Collection<UUID> held, Set<UUID> inProgramme) {
        if (!held.isEmpty()) {
            people.hold(edition, held).forEach(person -> person.list(inProgramme.contains(person.id())));
        }
    }
}
