package org.wsisforum.kit.sample;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.kit.text.Text;

@Entity
class Note {
    @Id
    UUID id;

    @Version
    long version;

    String edition;

    @JdbcTypeCode(SqlTypes.JSON)
    Text title;

    int place;

    protected Note() {}

    Note(String edition, Text title, int place) {
        this.id = UUID.randomUUID();
        this.edition = edition;
        this.title = title;
        this.place = place;
    }
}
