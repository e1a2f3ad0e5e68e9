package org.wsisforum.registration.delegation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** A delegation as its focal points, the secretariat and the accreditation officers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delegation", description = "Those who come together to an edition.")
public record DelegationView(
        @Schema(description = "The delegation.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID id,

        @JsonIgnore long version,
        DelegationKind kind,

        @Schema(description = "Where it is from, ISO 3166-1 alpha-2.", examples = "RW")
        String country,

        @Schema(description = "What it is called.") Text name,

        @Schema(
                description = "Where letters to it go.",
                examples = "wsis@minict.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Schema(description = "How many it may have.") Quota quota,

        @Schema(description = "How many of its places are taken.")
        Taken taken)
        implements Versioned {

    /**
     * How many places are taken.
     *
     * @param onSite at the venue
     * @param remote from elsewhere
     */
    @Schema(name = "DelegationPlacesTaken", description = "How many places are taken.")
    record Taken(
            @Schema(description = "At the venue.", examples = "4")
            int onSite,

            @Schema(description = "From elsewhere.", examples = "12")
            int remote) {}

    static DelegationView of(Delegation delegation) {
        return new DelegationView(
                delegation.id(),
                delegation.version(),
                delegation.kind(),
                delegation.country(),
                delegation.name(),
                delegation.email(),
                delegation.details().quota(),
                new Taken(delegation.taken(Attendance.ON_SITE), delegation.taken(Attendance.REMOTE)));
    }
}
