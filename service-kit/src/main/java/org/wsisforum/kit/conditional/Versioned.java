package org.wsisforum.kit.conditional;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of one row that several people may edit: its ETag names the row's version. */
public interface Versioned {

    /** The row's version, the {@code @Version} of its entity. Crosses HTTP in the ETag only. */
    @JsonIgnore
    long version();
}
