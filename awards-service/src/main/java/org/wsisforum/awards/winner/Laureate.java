package org.wsisforum.awards.winner;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import org.wsisforum.kit.reference.Country;

/** A champion, and whether it has won: a row of a view that asks for no embargo. */
@Entity
@Immutable
class Laureate {

    @Id
    private UUID project;

    private String edition;
    private int category;
    private boolean won;
    private String actionLine;
    private String title;
    private String entity;
    private String country;
    private String stakeholderType;
    private Integer[] goals;
    private String description;
    private String website;

    protected Laureate() {}

    UUID project() {
        return project;
    }

    String edition() {
        return edition;
    }

    int category() {
        return category;
    }

    boolean won() {
        return won;
    }

    String actionLine() {
        return actionLine;
    }

    String title() {
        return title;
    }

    String entity() {
        return entity;
    }

    String country() {
        return country;
    }

    /** The ITU region of its country. */
    String region() {
        return Country.of(country).map(Country::region).orElse(null);
    }

    String stakeholderType() {
        return stakeholderType;
    }

    List<Integer> goals() {
        return List.of(goals);
    }

    String description() {
        return description;
    }

    String website() {
        return website;
    }
}
