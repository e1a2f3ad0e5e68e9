package org.wsisforum.registration.letter;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

@Entity
class CircularLetter {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    private LetterInput content;

    protected CircularLetter() {}

    CircularLetter(String edition, LetterInput content) {
        this.edition = edition;
        rewrite(content);
    }

    void rewrite(LetterInput content) {
        this.reference = content.reference();
        this.content = content;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String edition() {
        return edition;
    }

    LetterInput content() {
        return content;
    }
}
