package org.wsisforum.registration.accreditation;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.reference.StakeholderType;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.kit.text.WebAddress;

/**
 * An expression of interest in taking part. A draft may leave out what is needed once it is submitted.
 *
 * @param givenName of whoever wishes to come
 * @param familyName of whoever wishes to come; people of one name have none
 * @param email where the person is written to
 * @param entity for whom
 * @param entityEmail the entity's official address
 * @param entityType the code of a stakeholder type
 * @param entityCreatedOn since when there is the entity
 * @param country where the entity is at home, ISO 3166
 * @param credentials where on the web more is to be read of person and entity
 * @param attended which meetings on the information society the person attended
 * @param motivation why the person wishes to attend
 * @param goals what the entity is for, and how it is involved in the information society
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccreditationInput", description = "An expression of interest in taking part.")
public record AccreditationInput(
        @OneLine @Size(max = 200) @Schema(description = "Given names.", examples = "Grace")
        String givenName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "Family names; absent for people of one name.", examples = "Banda")
        String familyName,

        @Email
        @Size(max = 254)
        @Schema(
                description = "E-mail address.",
                examples = "grace@openweb.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @OneLine @Size(max = 300) @Schema(description = "For whom.", examples = "Open Web Foundation")
        String entity,

        @Email
        @Size(max = 254)
        @Schema(
                description = "The entity's official address.",
                examples = "office@openweb.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String entityEmail,

        @Size(max = 60) @Schema(description = "The code of a stakeholder type.", examples = "civil-society")
        String entityType,

        @PastOrPresent @Schema(description = "Since when there is the entity.", examples = "2009-06-01")
        LocalDate entityCreatedOn,

        @Size(max = 10) @Schema(description = "Where the entity is at home, ISO 3166.", examples = "MW")
        String country,

        @Size(max = 20)
        @Schema(
                description = "Where on the web more is to be read of person and entity.",
                examples = "[\"https://openweb.example/about\"]")
        List<@NotNull @Size(max = 500) String> credentials,

        @Size(max = 5000)
        @PlainText
        @Schema(
                description = "Which meetings on the information society the person attended.",
                examples = "WSIS Forum 2019, IGF 2020")
        String attended,

        @Size(max = 5000)
        @PlainText
        @Schema(description = "Why the person wishes to attend.", examples = "To present our community networks.")
        String motivation,

        @Size(max = 5000)
        @PlainText
        @Schema(
                description = "What the entity is for, and how it is involved in the information society.",
                examples = "Connecting villages since 2009.")
        String goals) {

    /** What the API calls the fields. */
    static final Set<String> FIELDS = Stream.of(AccreditationInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What is wrong with it, be it a draft or not. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        if (entityType != null && StakeholderType.of(entityType).isEmpty()) {
            faults.add(FieldError.at("/entityType", "unknown", "There is no stakeholder type \"" + entityType + "\"."));
        }
        for (var i = 0; credentials != null && i < credentials.size(); i++) {
            if (!WebAddress.isOne(credentials.get(i))) {
                faults.add(FieldError.at(
                        "/credentials/" + i, "address", "An address that begins with https:// or http://."));
            }
        }
        return faults;
    }

    /** What is missing for it to be submitted. */
    List<FieldError> gaps() {
        var needed = new LinkedHashMap<String, Object>();
        needed.put("/country", country);
        needed.put("/email", email);
        needed.put("/entity", OneLine.Kept.of(entity));
        needed.put("/entityCreatedOn", entityCreatedOn);
        needed.put("/entityEmail", entityEmail);
        needed.put("/entityType", entityType);
        needed.put(
                "/familyName",
                OneLine.Kept.of(familyName) == null ? OneLine.Kept.of(givenName) : OneLine.Kept.of(familyName));
        needed.put("/goals", OneLine.Kept.of(goals));
        needed.put("/motivation", OneLine.Kept.of(motivation));
        return needed.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(field -> FieldError.at(field.getKey(), "missing", "Needed before it is submitted."))
                .toList();
    }

    /** The same in the one spelling in which it is stored; only for one without faults. */
    AccreditationInput normalised() {
        return new AccreditationInput(
                OneLine.Kept.of(givenName),
                OneLine.Kept.of(familyName),
                email,
                OneLine.Kept.of(entity),
                entityEmail,
                entityType == null
                        ? null
                        : StakeholderType.of(entityType).orElseThrow().code(),
                entityCreatedOn,
                country == null ? null : Country.of(country).orElseThrow().code(),
                credentials == null || credentials.isEmpty() ? null : List.copyOf(credentials),
                attended,
                motivation,
                goals);
    }
}
