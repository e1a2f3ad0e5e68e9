package org.wsisforum.registration.edition;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Text;

/**
 * Who may register for an edition, when and as what.
 *
 * @param opensAt from when on registrations are submitted
 * @param closesAt before when they are
 * @param visaSupportBefore before when support for a visa is asked for; null where none is given
 * @param categories as what people register
 * @param ranks the ladder of offices, the highest first
 * @param focalPointReopens the fields whose change needs the focal point's approval anew, and with it the accreditation
 * @param accreditationReopens the fields whose change needs the accreditation anew
 * @param visaLetterReopens the fields whose change needs the approval of a letter for a visa anew
 * @param questions what the edition asks besides, as a JSON Schema of the answers; null for nothing
 * @param appealDays within how many days a refused accreditation is appealed
 * @param carriesOverFrom the code of the edition whose accreditations hold for this one too where nothing has changed; null for none
 * @param confirmed whether the Forum has confirmed these rules
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RegistrationRules", description = "Who may register for an edition, when and as what.")
public record RegistrationRules(
        @NotNull @Schema(description = "From when on registrations are submitted.", examples = "2020-11-30T23:00:00Z")
        Instant opensAt,

        @NotNull @Schema(description = "Before when registrations are submitted.", examples = "2021-05-21T22:00:00Z")
        Instant closesAt,

        @Schema(
                description = "Before when support for a visa is asked for; absent where none is given.",
                examples = "2021-04-25T22:00:00Z")
        Instant visaSupportBefore,

        @NotNull @Schema(description = "As what people register.")
        List<@NotNull @Valid Category> categories,

        @NotNull @Schema(description = "The ladder of offices, the highest first.")
        List<@NotNull @Valid Rank> ranks,

        @NotNull
        @JsonDeserialize(as = LinkedHashSet.class)
        @Schema(description = "Fields whose change needs the focal point's approval anew, and the accreditation.")
        Set<@NotNull String> focalPointReopens,

        @NotNull
        @JsonDeserialize(as = LinkedHashSet.class)
        @Schema(description = "Fields whose change needs the accreditation anew.")
        Set<@NotNull String> accreditationReopens,

        @NotNull
        @JsonDeserialize(as = LinkedHashSet.class)
        @Schema(description = "Fields whose change needs the approval of a letter for a visa anew.")
        Set<@NotNull String> visaLetterReopens,

        @Schema(description = "What the edition asks besides: a JSON Schema (2020-12) of the answers.")
        Map<String, Object> questions,

        @Min(1)
        @Max(365)
        @Schema(description = "Within how many days a refused accreditation is appealed.", examples = "14")
        int appealDays,

        @Pattern(regexp = "[a-z0-9-]{1,20}")
        @Schema(
                description = "The edition whose accreditations hold for this one too where nothing has changed.",
                examples = "2020")
        String carriesOverFrom,

        @Schema(description = "Whether the Forum has confirmed these rules.")
        boolean confirmed) {

    /** By what places are counted, and what others read as the person's name. */
    private static final Set<String> ALWAYS_APPROVED_ANEW =
            Set.of("category", "delegation", "attendance", "givenName", "familyName", "badgeName");

    /** What holds for an edition that was stored before it had such rules: nobody can register. */
    static final RegistrationRules CLOSED = new RegistrationRules(
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            List.of(),
            List.of(),
            ALWAYS_APPROVED_ANEW,
            Set.of(),
            Set.of(),
            null,
            14,
            null,
            false);

    /**
     * As what somebody registers.
     *
     * @param code what forms and programs call it
     * @param name what it is called
     * @param stakeholderType under which its people are counted; null for those of none
     * @param needsFocalPoint whether the focal point of the delegation approves first
     * @param delegations the kinds of delegation that its people belong to; empty where they come without one
     * @param needsAccreditation whether only those are accredited whose expression of interest was
     * @param attendance where its people take part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RegistrationCategory", description = "As what somebody registers.")
    public record Category(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What forms and programs call it.", examples = "civil-society")
            String code,

            @NotNull @Valid @Schema(description = "What it is called.")
            Text name,

            @Pattern(regexp = "[a-z-]{1,40}")
            @Schema(
                    description = "The stakeholder type under which its people are counted.",
                    examples = "civil-society")
            String stakeholderType,

            @Schema(description = "Whether the focal point of the delegation approves first.")
            boolean needsFocalPoint,

            @NotNull
            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(
                    description =
                            "The kinds of delegation that its people belong to; empty where they come without one.",
                    examples = "[\"member-state\", \"resolution-99\"]")
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String> delegations,

            @Schema(description = "Whether only those are accredited whose expression of interest was.")
            boolean needsAccreditation,

            @NotNull
            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(description = "Where its people take part.", examples = "[\"on-site\", \"remote\"]")
            Set<@NotNull @Pattern(regexp = "on-site|remote") String> attendance) {

        @JsonIgnore
        @AssertTrue(message = "A focal point is one of a delegation.")
        boolean isOfADelegation() {
            return !needsFocalPoint || delegations == null || !delegations.isEmpty();
        }
    }

    /** An office of the ladder. */
    @Schema(name = "RegistrationRank", description = "An office of the ladder.")
    public record Rank(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What forms and programs call it.", examples = "minister")
            String code,

            @NotNull @Valid @Schema(description = "What it is called.")
            Text title) {}

    /** The category of this code. */
    public Optional<Category> category(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** How far from the top of the ladder an office stands; below all of them for none. */
    public int standing(String rank) {
        var at = ranks.stream().map(Rank::code).toList().indexOf(rank);
        return at < 0 ? ranks.size() : at;
    }

    /** Whether registrations are submitted at this moment. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /** Whether support for a visa is asked for at this moment. */
    public boolean givesVisaSupport(Instant now) {
        return visaSupportBefore != null && now.isBefore(visaSupportBefore);
    }

    @JsonIgnore
    @AssertTrue(message = "Registration closes after it opens.")
    boolean isInOrder() {
        return opensAt == null || closesAt == null || !closesAt.isBefore(opensAt);
    }

    @JsonIgnore
    @AssertTrue(
            message = "Who changes what a place is counted by, or a name that others read, needs the approval anew.")
    boolean isCountedAnew() {
        return focalPointReopens == null || focalPointReopens.containsAll(ALWAYS_APPROVED_ANEW);
    }

    @JsonIgnore
    @AssertTrue(message = "What is asked besides is a JSON Schema (2020-12).")
    boolean isAskedInASchema() {
        return questions == null
                || JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()))
                        .validate(new ObjectMapper().<JsonNode>valueToTree(questions))
                        .isEmpty();
    }

    @JsonIgnore
    @AssertTrue(message = "Each category and each rank has a code of its own.")
    boolean isUnambiguous() {
        return (categories == null
                        || categories.stream()
                                        .map(Category::code)
                                        .collect(Collectors.toSet())
                                        .size()
                                == categories.size())
                && (ranks == null
                        || ranks.stream()
                                        .map(Rank::code)
                                        .collect(Collectors.toSet())
                                        .size()
                                == ranks.size());
    }
}
