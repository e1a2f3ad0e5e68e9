package org.wsisforum.kit.conditional;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of one row that several people may edit: its ETag names the row's version. */
public interface Versioned {

    /** The version of what cannot be edited, such as what an older state of the row was published as. */
    long NONE = -1;

    /** The row's version, the {@code @Version} of its entity, or {@link #NONE}. Crosses HTTP in the ETag only. */
    @JsonIgnore
    long version();
}
