package org.wsisforum.awards.stocktaking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import org.wsisforum.kit.reference.Country;

/** What is known of an entry without reading what it tells. */
@MappedSuperclass
abstract class EntryHead {

    @Id
    private UUID id;

    /** Of the project; another one after each change of what it tells. */
    private long version;

    private String edition;
    private int category;
    private String actionLine;
    private String title;
    private String entity;
    private String country;
    private String stakeholderType;
    private Integer[] goals;
    private Instant submittedAt;

    UUID id() {
        return id;
    }

    int category() {
        return category;
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

    Instant submittedAt() {
        return submittedAt;
    }
}
