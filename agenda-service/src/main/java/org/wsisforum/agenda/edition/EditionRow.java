package org.wsisforum.agenda.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored edition: its rules are read and validated as one record, so they are kept as one. */
@Entity
@Table(name = "edition")
@Immutable
class EditionRow {

    @Id
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Edition content;

    protected EditionRow() {}

    EditionRow(Edition edition) {
        this.code = edition.code();
        this.content = edition;
    }

    Edition edition() {
        return content;
    }
}
