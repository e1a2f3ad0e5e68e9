package org.wsisforum.registration.delegation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many may come.
 *
 * @param onSite to the venue; null for as many as wish
 * @param remote from elsewhere; null for as many as wish
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DelegationQuota", description = "How many a delegation may have; absent for as many as wish.")
record Quota(
        @Min(0) @Max(10_000) @Schema(description = "At the venue; absent for as many as wish.", examples = "10")
        Integer onSite,

        @Min(0) @Max(10_000) @Schema(description = "From elsewhere; absent for as many as wish.", examples = "50")
        Integer remote) {

    /** As many as wish. */
    static final Quota NONE = new Quota(null, null);

    Integer of(Attendance attendance) {
        return attendance == Attendance.ON_SITE ? onSite : remote;
    }
}
