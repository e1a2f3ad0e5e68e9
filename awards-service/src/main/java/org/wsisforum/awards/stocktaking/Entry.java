package org.wsisforum.awards.stocktaking;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An entry as lists show it. */
@Entity
@Immutable
@Table(name = "stocktaking")
class Entry extends EntryHead {

    private String description;

    String description() {
        return description;
    }
}
