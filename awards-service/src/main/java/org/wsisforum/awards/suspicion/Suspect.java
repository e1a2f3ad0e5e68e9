package org.wsisforum.awards.suspicion;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A project that takes part, as far as it is compared. */
@Entity
@Immutable
@Table(name = "stocktaking")
class Suspect {

    @Id
    private UUID id;

    private String edition;
    private int category;
    private String title;
    private String entity;
    private String description;

    UUID id() {
        return id;
    }

    int category() {
        return category;
    }

    String title() {
        return title;
    }

    String entity() {
        return entity;
    }

    String description() {
        return description;
    }
}
