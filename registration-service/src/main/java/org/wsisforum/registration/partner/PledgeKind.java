package org.wsisforum.registration.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what a partner supports an edition. */
@Schema(
        description = "In what a partner supports an edition.",
        enumeration = {"cash", "in-kind", "staff"})
enum PledgeKind {
    /** Money to the fund. */
    @JsonProperty("cash")
    CASH,
    /** Goods and services, with what they are worth where that is known. */
    @JsonProperty("in-kind")
    IN_KIND,
    /** People who work for the Forum, in months of one person. */
    @JsonProperty("staff")
    STAFF
}
