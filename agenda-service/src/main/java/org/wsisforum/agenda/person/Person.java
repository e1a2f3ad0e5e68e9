package org.wsisforum.agenda.person;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.text.Text;

/** Somebody who stands in the programme, or may. */
@Entity
class Person {

    /** Made by chance: it says nothing of who this is, and cannot be worked out from an address. */
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String honorific;
    private String name;
    private String position;
    private String entity;
    private String country;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text biography;

    private String account;

    /** Whether a session that is no draft has this person in it. */
    private boolean listed;

    protected Person() {}

    Person(String edition, PersonInput input) {
        this.edition = edition;
        write(input);
    }

    /** Replaces what is said of the person, and names the fields that are new. */
    List<String> replace(PersonInput input) {
        var fields = Change.differences(input(), input);
        write(input);
        return fields;
    }

    private void write(PersonInput input) {
        honorific = input.honorific();
        name = input.name();
        position = input.position();
        entity = input.entity();
        country = input.country();
        biography = input.biography();
        account = input.account();
    }

    /** Has the next release show the person, or not. */
    void list(boolean inProgramme) {
        listed = inProgramme;
    }

    /** The person as it would be written anew. */
    PersonInput input() {
        return new PersonInput(honorific, name, position, entity, country, biography, account);
    }

    Participant participant() {
        return new Participant(id, honorific, name, position, entity, country);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    boolean isListed() {
        return listed;
    }
}
