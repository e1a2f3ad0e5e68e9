package org.wsisforum.registration.registration;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.OneLine;
import org.wsisforum.kit.text.PlainText;
import org.wsisforum.registration.delegation.Attendance;
import org.wsisforum.registration.edition.RegistrationRules;

/**
 * What somebody who comes says. A draft may leave out what is needed once it is submitted.
 *
 * @param category the code of a category of the edition
 * @param attendance where the person takes part
 * @param delegation with which delegation
 * @param role what the person is in it
 * @param rank the code of an office of the edition's ladder
 * @param honorific how the person is addressed
 * @param gender as the person gives it
 * @param givenName as in the passport
 * @param familyName as in the passport; people of one name have none
 * @param badgeName as it stands on the badge; where it is missing, the names
 * @param jobTitle what the person does
 * @param entity for whom
 * @param country where the person comes from, ISO 3166
 * @param email where the person is written to
 * @param phone where the person is called
 * @param sessions what the person is interested in
 * @param accessibilityNeeds what the person needs to take part; about health, and restricted
 * @param visa support for a visa, for those who wish for it; restricted
 * @param listed whether the person stands on the public list of participants
 * @param answers to the questions of the edition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RegistrationInput", description = "What somebody who comes says of themselves.")
public record RegistrationInput(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "The code of a category of the edition.", examples = "member-state")
        String category,

        @NotNull Attendance attendance,

        @Schema(description = "The delegation.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID delegation,

        DelegationRole role,

        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "The code of an office of the edition's ladder.", examples = "minister")
        String rank,

        @OneLine @Size(max = 50) @Schema(description = "The form of address.", examples = "H.E. Ms")
        String honorific,

        Gender gender,

        @OneLine @Size(max = 200) @Schema(description = "Given names, as in the passport.", examples = "Paula")
        String givenName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "Family names, as in the passport; absent for people of one name.", examples = "Ingabire")
        String familyName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "The name on the badge; absent for given and family name.", examples = "Paula Ingabire")
        String badgeName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "What the person does.", examples = "Minister of ICT and Innovation")
        String jobTitle,

        @OneLine @Size(max = 300) @Schema(description = "For whom.", examples = "Ministry of ICT and Innovation")
        String entity,

        @Size(max = 10) @Schema(description = "Where the person comes from, ISO 3166.", examples = "RW")
        String country,

        @Email
        @Size(max = 254)
        @Schema(
                description = "E-mail address.",
                examples = "paula@minict.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @OneLine
        @Size(max = 40)
        @Schema(
                description = "Telephone number.",
                examples = "+250 700 000 000",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String phone,

        @Size(max = 100) @Schema(description = "Sessions that the person is interested in.")
        List<@NotNull UUID> sessions,

        @Size(max = 2000)
        @PlainText
        @Schema(
                description = "What the person needs to take part.",
                examples = "International Sign interpretation",
                extensions = @Extension(name = "x-data-class", value = "health"))
        String accessibilityNeeds,

        @Valid @Schema(description = "Support for a visa, for those who wish for it.")
        VisaSupport visa,

        @Schema(description = "Whether the person stands on the public list of participants.", defaultValue = "false")
        Boolean listed,

        @Size(max = 100)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Answers to the questions of the edition, as its rules' JSON Schema describes them.",
                examples = "{\"firstForum\": true}")
        Map<String, Object> answers) {

    /** What the API calls the fields. */
    static final Set<String> FIELDS = Stream.of(RegistrationInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** What is wrong with it, be it a draft or not, but for answers and visa support. */
    List<FieldError> faults(RegistrationRules rules) {
        var faults = new ArrayList<FieldError>();
        var of = rules.category(category);
        if (of.isEmpty()) {
            faults.add(FieldError.at("/category", "unknown", "The edition has no category \"" + category + "\"."));
        } else if (!of.get().attendance().contains(json(attendance))) {
            faults.add(FieldError.at("/attendance", "not-of-category", "The category has no such attendance."));
        }
        if (rank != null && rules.standing(rank) == rules.ranks().size()) {
            faults.add(FieldError.at("/rank", "unknown", "The edition knows no office \"" + rank + "\"."));
        }
        if (country != null && Country.of(country).isEmpty()) {
            faults.add(FieldError.at("/country", "unknown", "There is no country \"" + country + "\"."));
        }
        Map.of(
                        "honorific", blankIfNull(honorific),
                        "givenName", blankIfNull(givenName),
                        "familyName", blankIfNull(familyName),
                        "badgeName", blankIfNull(badgeName),
                        "jobTitle", blankIfNull(jobTitle),
                        "entity", blankIfNull(entity))
                .entrySet()
                .stream()
                .filter(name -> WrittenName.misleads(name.getValue()))
                .map(name -> FieldError.at(
                        "/" + name.getKey(), "misleads", "Without characters that cannot be seen, such as joiners."))
                .sorted(java.util.Comparator.comparing(FieldError::pointer))
                .forEach(faults::add);
        if (visa != null) {
            faults.addAll(visa.faults());
            if (attendance == Attendance.REMOTE) {
                faults.add(FieldError.at("/visa", "not-needed", "Who takes part from elsewhere needs no visa."));
            }
        }
        return faults;
    }

    /** What is missing for it to be submitted. */
    List<FieldError> gaps(RegistrationRules rules) {
        var gaps = new ArrayList<FieldError>();
        if (OneLine.Kept.of(givenName) == null && OneLine.Kept.of(familyName) == null) {
            gaps.add(missing("/familyName"));
        }
        if (email == null) {
            gaps.add(missing("/email"));
        }
        if (country == null) {
            gaps.add(missing("/country"));
        }
        if (OneLine.Kept.of(entity) == null && !category.equals("remote")) {
            gaps.add(missing("/entity"));
        }
        var of = rules.category(category);
        if (delegation == null
                && of.filter(RegistrationRules.Category::needsFocalPoint).isPresent()) {
            gaps.add(missing("/delegation"));
        }
        return gaps;
    }

    private static FieldError missing(String pointer) {
        return FieldError.at(pointer, "missing", "Needed before it is submitted.");
    }

    /** The same in the one spelling in which it is stored; only for one without faults. */
    RegistrationInput normalised() {
        return new RegistrationInput(
                category,
                attendance,
                delegation,
                role,
                rank,
                OneLine.Kept.of(honorific),
                gender,
                OneLine.Kept.of(givenName),
                OneLine.Kept.of(familyName),
                OneLine.Kept.of(badgeName),
                OneLine.Kept.of(jobTitle),
                OneLine.Kept.of(entity),
                country == null ? null : Country.of(country).orElseThrow().code(),
                email,
                OneLine.Kept.of(phone),
                sessions == null || sessions.isEmpty()
                        ? null
                        : sessions.stream().distinct().toList(),
                accessibilityNeeds == null || accessibilityNeeds.isBlank() ? null : accessibilityNeeds.strip(),
                visa == null ? null : visa.normalised(),
                listed != null && listed,
                answers);
    }

    /** All but what few may see, which is stored apart. */
    RegistrationInput withoutRestricted() {
        return with(null, null);
    }

    RegistrationInput with(VisaSupport support, String needs) {
        return copy(delegation, needs, support, listed);
    }

    /** The same with this delegation. */
    RegistrationInput in(UUID another) {
        return copy(another, accessibilityNeeds, visa, listed);
    }

    /** The same of somebody for whom another speaks: only the person itself consents to be on the public list. */
    RegistrationInput unlisted() {
        return copy(delegation, accessibilityNeeds, visa, false);
    }

    private RegistrationInput copy(UUID ofDelegation, String needs, VisaSupport support, Boolean onTheList) {
        return new RegistrationInput(
                category,
                attendance,
                ofDelegation,
                role,
                rank,
                honorific,
                gender,
                givenName,
                familyName,
                badgeName,
                jobTitle,
                entity,
                country,
                email,
                phone,
                sessions,
                needs,
                support,
                onTheList,
                answers);
    }

    /** The name as others read it. */
    String name() {
        return badgeName != null
                ? badgeName
                : Stream.of(givenName, familyName).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    static String json(Attendance attendance) {
        return attendance == Attendance.ON_SITE ? "on-site" : "remote";
    }

    private static String blankIfNull(String text) {
        return text == null ? "" : text;
    }
}
