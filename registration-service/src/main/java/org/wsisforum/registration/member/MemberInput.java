package org.wsisforum.registration.member;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.OneLine;
import org.wsisforum.registration.delegation.Attendance;
import org.wsisforum.registration.registration.DelegationRole;
import org.wsisforum.registration.registration.Gender;
import org.wsisforum.registration.registration.RegistrationInput;

/**
 * A member whom a focal point enters. What only the person can say, such as consent to be listed or a passport's number, is not
 * asked of others.
 *
 * @param attendance where the person takes part
 * @param role what the person is in the delegation
 * @param rank the code of an office of the edition's ladder
 * @param honorific how the person is addressed
 * @param gender as the person gives it
 * @param givenName as in the passport
 * @param familyName as in the passport; people of one name have none
 * @param badgeName as it stands on the badge; where it is missing, the names
 * @param jobTitle what the person does
 * @param entity for whom
 * @param country where the person comes from; where it is missing, the delegation's
 * @param email where the person is written to
 * @param phone where the person is called
 */
@Schema(name = "DelegationMemberInput", description = "A member whom a focal point enters.")
record MemberInput(
        @NotNull Attendance attendance,

        DelegationRole role,

        @Pattern(regexp = "[a-z0-9-]{1,40}")
        @Schema(description = "The code of an office of the edition's ladder.", examples = "minister")
        String rank,

        @OneLine @Size(max = 50) @Schema(description = "The form of address.", examples = "H.E. Ms")
        String honorific,

        Gender gender,

        @OneLine @Size(max = 200) @Schema(description = "Given names, as in the passport.", examples = "Paula")
        String givenName,

        @NotBlank
        @OneLine
        @Size(max = 200)
        @Schema(description = "Family names, as in the passport, or the one name.", examples = "Ingabire")
        String familyName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "The name on the badge; absent for given and family name.", examples = "Paula Ingabire")
        String badgeName,

        @OneLine
        @Size(max = 200)
        @Schema(description = "What the person does.", examples = "Minister of ICT and Innovation")
        String jobTitle,

        @NotBlank
        @OneLine
        @Size(max = 300)
        @Schema(description = "For whom.", examples = "Ministry of ICT and Innovation")
        String entity,

        @Size(max = 10)
        @Schema(
                description = "Where the person comes from, ISO 3166; absent for the delegation's country.",
                examples = "RW")
        String country,

        @NotNull
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
        String phone) {

    /** What the API calls the fields, and the columns of a table. */
    static final Set<String> FIELDS = Stream.of(MemberInput.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** As the person would have registered. */
    RegistrationInput registration(String category, UUID delegation, String homeOfDelegation) {
        return new RegistrationInput(
                category,
                attendance,
                delegation,
                role,
                rank,
                honorific,
                gender,
                givenName,
                familyName,
                badgeName,
                jobTitle,
                entity,
                country == null ? homeOfDelegation : country,
                email,
                phone,
                null,
                null,
                null,
                false,
                null);
    }
}
