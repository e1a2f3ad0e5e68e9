package org.wsisforum.registration.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.registration.delegation.Attendance;

/** A registration, with as much of it as the reader may see. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Registration", description = "A registration, with as much of it as the reader may see.")
public record RegistrationView(
        @Schema(description = "The registration.", examples = "0190b0a2-5c7a-7000-8000-000000000501")
        UUID id,

        @JsonIgnore long version,
        RegistrationState state,

        @Schema(description = "The code of the category.", examples = "member-state")
        String category,

        Attendance attendance,

        @Schema(description = "The delegation.", examples = "0190b0a2-5c7a-7000-8000-000000000301")
        UUID delegation,

        DelegationRole role,

        @Schema(description = "The code of an office of the ladder.", examples = "minister")
        String rank,

        @Schema(description = "The form of address.", examples = "H.E. Ms")
        String honorific,

        Gender gender,

        @Schema(description = "Given names.", examples = "Paula")
        String givenName,

        @Schema(description = "Family names.", examples = "Ingabire")
        String familyName,

        @Schema(description = "The name on the badge, if it is another.", examples = "Paula Ingabire")
        String badgeName,

        @Schema(description = "What the person does.", examples = "Minister of ICT and Innovation")
        String jobTitle,

        @Schema(description = "For whom.", examples = "Ministry of ICT and Innovation")
        String entity,

        @Schema(description = "From where, ISO 3166-1 alpha-2.", examples = "RW")
        String country,

        @Schema(
                description = "E-mail address; to others only with `registration:read.pii`.",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Schema(
                description = "Telephone number; to others only with `registration:read.pii`.",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String phone,

        @Schema(description = "Sessions that the person is interested in.")
        List<UUID> sessions,

        @Schema(
                description =
                        "What the person needs to take part; to accreditation officers and the secretariat only with"
                                + " `registration:read.pii`, to focal points never.",
                extensions = @Extension(name = "x-data-class", value = "health"))
        String accessibilityNeeds,

        @Schema(
                description =
                        "Support for a visa; to accreditation officers only with `registration:read.pii`, to others"
                                + " never.")
        VisaSupport visa,

        @Schema(description = "Whether the person stands on the public list of participants once accredited.")
        boolean listed,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Answers to the questions of the edition.",
                examples = "{\"firstForum\": true}")
        Map<String, Object> answers,

        @Schema(description = "Whether a focal point entered it for the person.")
        boolean enteredByFocalPoint,

        @Schema(description = "The invitation that the person answers by coming.")
        UUID invitation,

        @Schema(description = "Why it was rejected, or has to wait.")
        String reason,

        @Schema(description = "When it was handed in.") Instant submittedAt,

        @Schema(description = "When the focal point approved.")
        Instant approvedAt,

        @Schema(description = "When it was decided.") Instant decidedAt,

        @Schema(description = "Where the letter for the visa is, once it is written.")
        String visaLetter,

        @Schema(
                description = "Other registrations that may be of the same person; to accreditation officers and the"
                        + " secretariat only.")
        List<Duplicate> duplicates)
        implements Versioned {

    /** By what a registration is like another. */
    @Schema(
            name = "RegistrationLikeness",
            enumeration = {"email", "name-and-birth-date"})
    public enum Likeness {
        @com.fasterxml.jackson.annotation.JsonProperty("email")
        EMAIL,
        @com.fasterxml.jackson.annotation.JsonProperty("name-and-birth-date")
        NAME_AND_BIRTH_DATE
    }

    /** A registration that may be of the same person. */
    @Schema(name = "PossibleDuplicate", description = "A registration that may be of the same person.")
    public record Duplicate(
            @Schema(description = "The other registration.", examples = "0190b0a2-5c7a-7000-8000-000000000502")
            UUID registration,

            @Schema(description = "By what they are like each other.")
            List<Likeness> by) {}

    /** How much of a registration a reader may see. */
    enum Sight {
        /** The person: all, but not what the office thinks. */
        OWN(true, true, true, false),
        /** An accreditation officer who was granted personal data. */
        OFFICER(true, true, true, true),
        /** The secretariat, granted personal data. */
        SECRETARIAT(true, true, false, true),
        /** Either of them without that. */
        OFFICE(false, false, false, true),
        /** The focal point, granted personal data. */
        FOCAL_POINT(true, false, false, false),
        /** The focal point without that. */
        DELEGATION(false, false, false, false);

        private final boolean contact;
        private final boolean needs;
        private final boolean passport;
        private final boolean duplicates;

        Sight(boolean contact, boolean needs, boolean passport, boolean duplicates) {
            this.contact = contact;
            this.needs = needs;
            this.passport = passport;
            this.duplicates = duplicates;
        }

        boolean seesPassport() {
            return passport;
        }
    }

    /** What of it a change can name. */
    static final Set<String> FIELDS = Stream.concat(
                    RegistrationInput.FIELDS.stream(), Stream.of("state", "reason", "visaLetter"))
            .collect(Collectors.toUnmodifiableSet());

    static RegistrationView of(Registration of, Sight sight, List<Duplicate> duplicates) {
        var said = of.input();
        return new RegistrationView(
                of.id(),
                of.version(),
                of.state(),
                said.category(),
                said.attendance(),
                said.delegation(),
                said.role(),
                said.rank(),
                said.honorific(),
                said.gender(),
                said.givenName(),
                said.familyName(),
                said.badgeName(),
                said.jobTitle(),
                said.entity(),
                said.country(),
                sight.contact ? said.email() : null,
                sight.contact ? said.phone() : null,
                said.sessions(),
                sight.needs ? said.accessibilityNeeds() : null,
                sight.passport ? said.visa() : null,
                Boolean.TRUE.equals(said.listed()),
                said.answers(),
                of.person() == null,
                sight.duplicates ? of.invitation() : null,
                of.reason(),
                of.submittedAt(),
                of.approvedAt(),
                of.decidedAt(),
                sight.passport && of.hasVisaLetter()
                        ? "/registration/v1/editions/" + of.edition() + "/registrations/" + of.id() + "/visa-letter"
                        : null,
                sight.duplicates ? duplicates : null);
    }
}
