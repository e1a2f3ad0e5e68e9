package org.wsisforum.agenda.person;

import java.text.Collator;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.release.Shown;
import org.wsisforum.agenda.release.Version;
import org.wsisforum.kit.changes.Change;

/** What releases show of people: of those who stand in a session that is no draft. */
@ApplicationScoped
class ShownPeople implements Shown<PersonInput> {

    @Inject
    People people;

    /**
     * A person of a release.
     *
     * @param place the place among the others by name, as a text in whose order they are
     */
    record Named(String place, PersonView person) {}

    /** The people of a release by name. */
    private record ByName(List<Named> people) {}

    @Override
    public String kind() {
        return "people";
    }

    @Override
    public Class<PersonInput> body() {
        return PersonInput.class;
    }

    @Override
    public Map<UUID, PersonInput> toShow(String edition) {
        people.hold();
        return people.listed(edition).stream()
                .collect(Collectors.toMap(Person::id, person -> person.input().forEverybody()));
    }

    @Override
    public Change told(String edition, UUID id, PersonInput before, PersonInput after) {
        if (before == null) {
            return Change.of(PersonChange.LISTED, edition, "people/" + id);
        }
        return after == null
                ? Change.of(PersonChange.UNLISTED, edition, "people/" + id)
                : Change.of(
                        PersonChange.CHANGED,
                        edition,
                        "people/" + id,
                        Change.differences(before, after).toArray(String[]::new));
    }

    /** The people of a release by name. */
    List<Named> of(Version version) {
        return version.derived(ByName.class, of -> {
                    // Of no language: names of all the world stand in one list.
                    var order = Collator.getInstance(Locale.ROOT);
                    return new ByName(of.of(this).stream()
                            .map(person -> new Named(
                                    HexFormat.of()
                                                    .formatHex(order.getCollationKey(person.body()
                                                                    .name())
                                                            .toByteArray())
                                            + " " + person.id(),
                                    PersonView.released(person.id(), person.body())))
                            .sorted(Comparator.comparing(Named::place))
                            .toList());
                })
                .people();
    }
}
