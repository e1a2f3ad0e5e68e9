package org.wsisforum.registration.partner;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.text.Text;

/** A partner as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Partner", description = "Who supports an edition.")
public record PartnerView(
        @Schema(description = "The partner.", examples = "0190b0a2-5c7a-7000-8000-000000000201")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "Its name.", examples = "Ministry of Internal Affairs and Communications, Japan")
        String name,

        @Schema(description = "Where it is at home, ISO 3166 alpha-2.", examples = "JP")
        String country,

        @Schema(description = "The code of a stakeholder type.", examples = "government")
        String stakeholderType,

        @Schema(description = "Where more is to be read of it.", examples = "https://www.soumu.go.jp/")
        String website,

        @JsonProperty("package") @Schema(description = "The code of its package.", examples = "gold")
        String packageCode,

        @Schema(description = "What its package is called.") Text packageName,

        @Schema(description = "Where it stands in the list, the foremost 1.", examples = "2")
        int tier,

        @Schema(description = "Where its logo is; absent for one that has sent none.")
        String logo)
        implements Versioned {

    /** What of it a change can name. */
    static final Set<String> FIELDS = Set.of("name", "country", "stakeholderType", "website", "package", "logo");

    static PartnerView of(Partner partner, PartnerPackage offered, String logo) {
        var said = partner.content();
        return new PartnerView(
                partner.id(),
                partner.version(),
                partner.name(),
                said.country(),
                said.stakeholderType(),
                said.website(),
                offered.code(),
                offered.content().name(),
                partner.tier(),
                logo);
    }
}
