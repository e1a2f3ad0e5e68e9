package org.wsisforum.registration.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Edition {
    @Id
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private EditionRules rules;

    protected Edition() {}

    Edition(EditionRules rules) {
        this.code = rules.code();
        this.rules = rules;
    }

    EditionRules rules() {
        return rules;
    }
}
