package org.wsisforum.agenda.room;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.text.Text;

/** A room of an edition. */
@Entity
class Room {

    @Id
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text name;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private Integer capacity;
    private String building;
    private String floor;
    private String platform;
    private boolean stepFree;
    private boolean hearingLoop;
    private boolean captioning;

    protected Room() {}

    Room(String edition, UUID id, RoomInput input) {
        this.id = id;
        this.edition = edition;
        write(input);
    }

    /** Replaces what is said of the room, and names the fields that are new. */
    List<String> replace(RoomInput input) {
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private void write(RoomInput input) {
        code = input.code();
        name = input.name();
        kind = input.kind();
        capacity = input.capacity();
        building = input.building();
        floor = input.floor();
        platform = input.platform();
        stepFree = input.stepFree();
        hearingLoop = input.hearingLoop();
        captioning = input.captioning();
    }

    /** The room as it would be written anew. */
    RoomInput input() {
        return new RoomInput(code, name, kind, capacity, building, floor, platform, stepFree, hearingLoop, captioning);
    }

    Venue venue() {
        return new Venue(id, code, name, kind);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }
}
