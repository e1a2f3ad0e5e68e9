package org.wsisforum.registration.partner;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;

/** A package as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PartnerPackage", description = "What an edition offers to those who support it.")
public record PackageView(
        @Schema(description = "The package.", examples = "0190b0a2-5c7a-7000-8000-000000000101")
        UUID id,

        @JsonIgnore long version,
        @JsonUnwrapped PackageInput content)
        implements Versioned {

    static PackageView of(PartnerPackage offered) {
        return new PackageView(offered.id(), offered.version(), offered.content());
    }
}
