package org.wsisforum.agenda.room;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.wsisforum.agenda.release.Shown;
import org.wsisforum.agenda.release.Version;
import org.wsisforum.kit.changes.Change;

/** What releases show of rooms. */
@ApplicationScoped
class ShownRooms implements Shown<RoomInput> {

    @Inject
    Rooms rooms;

    /** The rooms of a release by code. */
    private record ByCode(List<RoomView> rooms) {}

    @Override
    public String kind() {
        return "rooms";
    }

    @Override
    public Class<RoomInput> body() {
        return RoomInput.class;
    }

    @Override
    public Map<UUID, RoomInput> toShow(String edition) {
        rooms.hold();
        return rooms.inOrder(edition).stream().collect(Collectors.toMap(Room::id, Room::input));
    }

    @Override
    public Change told(String edition, UUID id, RoomInput before, RoomInput after) {
        if (before == null) {
            return Change.of(RoomChange.CREATED, edition, "rooms/" + id);
        }
        return after == null
                ? Change.of(RoomChange.DELETED, edition, "rooms/" + id)
                : Change.of(
                        RoomChange.CHANGED,
                        edition,
                        "rooms/" + id,
                        Change.differences(before, after).toArray(String[]::new));
    }

    /** The rooms of a release by code. */
    List<RoomView> of(Version version) {
        return version.derived(
                        ByCode.class,
                        of -> new ByCode(of.of(this).stream()
                                .map(room -> RoomView.released(room.id(), room.body()))
                                .sorted(Comparator.comparing(RoomView::code))
                                .toList()))
                .rooms();
    }
}
