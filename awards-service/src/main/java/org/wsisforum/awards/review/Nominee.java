package org.wsisforum.awards.review;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A project in the order that was stored when nominees were chosen: nominee, in waiting, or behind both. */
@Entity
@Immutable
@IdClass(Nominee.Key.class)
class Nominee {

    /** A place in a category. */
    record Key(String edition, int category, int position) {}

    @Id
    private String edition;

    @Id
    private int category;

    @Id
    private int position;

    private UUID project;

    @JdbcTypeCode(SqlTypes.JSON)
    private ResultLine line;

    protected Nominee() {}

    Nominee(String edition, int category, ResultLine line) {
        this.edition = edition;
        this.category = category;
        this.position = line.position();
        this.project = line.project();
        this.line = line;
    }

    int category() {
        return category;
    }

    int position() {
        return position;
    }

    UUID project() {
        return project;
    }

    ResultLine line() {
        return line;
    }
}
