package org.wsisforum.agenda.room;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

/** Where sessions can take place: what the rest of the agenda sees of rooms. */
@ApplicationScoped
public class Venues {

    @Inject
    Rooms rooms;

    /** These rooms by id. Asks the database once. */
    public Map<UUID, Venue> named(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rooms.list("id in ?1", ids).stream()
                        .map(Room::venue)
                        .collect(Collectors.toMap(Venue::id, Function.identity()));
    }

    /**
     * A room of the edition, which until the running transaction ends nobody else can give to a session or take away; empty if
     * there is none. Two who want one room at the same time thus look one after the other at who has it.
     */
    public Optional<Venue> hold(String edition, UUID id) {
        return rooms.find(edition, id, LockModeType.PESSIMISTIC_WRITE).map(Room::venue);
    }
}
