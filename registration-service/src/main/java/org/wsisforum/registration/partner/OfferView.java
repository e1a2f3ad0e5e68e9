package org.wsisforum.registration.partner;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** An offer of partnership as whoever made it and the secretariat see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PartnerOffer",
        description = "An expression of interest in supporting an edition, and what became of it.")
public record OfferView(
        @Schema(
                description = "The offer, and the partner once it is accepted.",
                examples = "0190b0a2-5c7a-7000-8000-000000000201")
        UUID id,

        @JsonIgnore long version,
        PartnerState state,

        @Schema(description = "Who offers it.", examples = "Ministry of Internal Affairs and Communications, Japan")
        String name,

        @JsonProperty("package") @Schema(description = "The code of the package.", examples = "gold")
        String packageCode,

        @Schema(description = "Where it is at home, ISO 3166 alpha-2.", examples = "JP")
        String country,

        @Schema(description = "The code of a stakeholder type.", examples = "government")
        String stakeholderType,

        @Schema(description = "Where more is to be read of it.", examples = "https://www.soumu.go.jp/")
        String website,

        @Schema(description = "What it has in mind.") String message,

        @Schema(
                description =
                        "Who answers for it; absent for a token of the secretariat without `registration:read.pii`.")
        OfferInput.Contact contact,

        @Schema(description = "Whether an accepted partner is on the public list.")
        boolean listed,

        @Schema(description = "Why it was declined or withdrawn.")
        String reason,

        @Schema(description = "When interest was expressed.")
        Instant offeredAt,

        @Schema(description = "When it was decided.") Instant decidedAt)
        implements Versioned {

    /** What of it a change can name. */
    static final Set<String> FIELDS = Stream.concat(
                    OfferInput.FIELDS.stream(), Stream.of("logo", "state", "listed", "reason"))
            .collect(Collectors.toUnmodifiableSet());

    static OfferView of(Partner partner, boolean withContact) {
        var said = partner.input();
        return new OfferView(
                partner.id(),
                partner.version(),
                partner.state(),
                said.name(),
                said.wanted(),
                said.country(),
                said.stakeholderType(),
                said.website(),
                said.message(),
                withContact ? said.contact() : null,
                partner.isListed(),
                partner.reason(),
                partner.offeredAt(),
                partner.decidedAt());
    }
}
