package org.wsisforum.awards.stocktaking;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import org.wsisforum.awards.project.ProjectInput;

/** An entry with all that it tells. */
@Entity
@Immutable
@Table(name = "stocktaking")
class WholeEntry extends EntryHead {

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectInput form;

    ProjectInput form() {
        return form;
    }
}
