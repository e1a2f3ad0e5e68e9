package org.wsisforum.registration.partner;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.StakeholderType;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.text.WebAddress;

/**
 * An expression of interest in supporting an edition.
 *
 * @param name who offers it, as it would stand in the list of partners
 * @param wanted the code of a package
 * @param country where it is at home, ISO 3166 alpha-2; null for one that is at home in none
 * @param stakeholderType the code of what kind of stakeholder it is
 * @param website where more is to be read of it
 * @param message what it has in mind
 * @param contact who answers for it; personal data
 */
@Schema(name = "PartnerOfferInput", description = "An expression of interest in supporting an edition.")
record OfferInput(
        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(
                description = "Who offers it, as it would stand in the list of partners.",
                examples = "Ministry of Internal Affairs and Communications, Japan")
        String name,

        @JsonProperty("package")
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "The code of a package of the edition.", examples = "gold")
        String wanted,

        @Schema(
                description = "Where it is at home, ISO 3166 alpha-2; absent for one that is at home in none.",
                examples = "JP")
        String country,

        @NotNull @Schema(description = "The code of a stakeholder type.", examples = "government")
        String stakeholderType,

        @Size(max = 500) @Schema(description = "Where more is to be read of it.", examples = "https://www.soumu.go.jp/")
        String website,

        @Size(max = 5000)
        @PlainText
        @Schema(description = "What it has in mind.", examples = "We should like to support the hackathon.")
        String message,

        @NotNull
        @Valid
        @Schema(description = "Who answers for it. Shown to whoever made the offer and to the secretariat.")
        Contact contact) {

    /** What the API calls the fields of an offer. */
    static final Set<String> FIELDS = Stream.of(OfferInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(OfferInput::named)
            .collect(Collectors.toUnmodifiableSet());

    /** Who answers for a partner. Personal data. */
    @Schema(
            name = "PartnerContact",
            description = "Who answers for a partner.",
            extensions = @Extension(name = "x-data-class", value = "contact"))
    record Contact(
            @NotBlank
            @OneLine
            @Size(max = 200)
            @Schema(description = "Name, as the person writes it.", examples = "Aiko Tanaka")
            String name,

            @NotNull @Email @Size(max = 254) @Schema(description = "E-mail address.", examples = "aiko@soumu.example")
            String email,

            @OneLine @Size(max = 40) @Schema(description = "Telephone number.", examples = "+81 3 0000 0000")
            String phone) {}

    /** A component of the record as the API calls it. */
    static String named(String component) {
        return component.equals("wanted") ? "package" : component;
    }

    /** What validation of single fields does not see. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (StakeholderType.of(stakeholderType).isEmpty()) {
            faults.add(FieldError.at(
                    "/stakeholderType", "unknown", "There is no stakeholder type \"" + stakeholderType + "\"."));
        }
        if (website != null && !WebAddress.isOne(website)) {
            faults.add(FieldError.at("/website", "address", "An address that begins with https:// or http://."));
        }
        return faults;
    }

    /** The same in the one spelling in which codes are stored; only for one without faults. */
    OfferInput normalised() {
        return new OfferInput(
                name.strip(),
                wanted,
                country == null ? null : Country.of(country).orElseThrow().code(),
                StakeholderType.of(stakeholderType).orElseThrow().code(),
                website,
                message,
                contact);
    }
}
