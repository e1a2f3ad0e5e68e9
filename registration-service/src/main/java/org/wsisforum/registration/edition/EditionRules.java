package org.wsisforum.registration.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** An edition as registration knows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RegistrationEdition", description = "An edition of the Forum and the rules of its registration.")
public record EditionRules(
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{1,20}")
        @Schema(examples = "2021", description = "The edition's name in addresses.")
        String code,

        @NotNull @Valid @Schema(description = "The Forum's name.")
        Text title,

        @Valid @Schema(description = "The overall theme.") Text theme,

        @NotNull
        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                examples = "Europe/Zurich",
                description = "Where people meet, as a time zone.")
        ZoneId zone,

        @NotNull @Schema(examples = "2021-01-25", description = "First day, in the zone.")
        LocalDate startsOn,

        @NotNull @Schema(examples = "2021-05-21", description = "Last day, in the zone.")
        LocalDate endsOn,

        // In the order of the file: a hash's order differs from process to process, and with it the ETag.
        @NotEmpty @JsonDeserialize(as = LinkedHashSet.class) @Schema(description = "Languages of the edition.")
        Set<@NotNull Language> languages,

        @NotNull @Valid @Schema(description = "Rules of invitations.")
        Rules rules,

        @NotEmpty @Schema(description = "Who organizes it together.")
        List<@NotBlank String> coOrganizers,

        @NotNull @Valid @Schema(description = "Whom to ask.")
        Contact contact,

        @Valid @Schema(description = "When the high-level policy sessions are held.")
        Period highLevelTrack,

        @Valid @Schema(description = "Who is received in which class of honour.")
        ProtocolRules protocol,

        @Valid @Schema(description = "What partners can support, and in what money.")
        Partnership partnership,

        @Valid @Schema(description = "Who may register, when and as what.")
        RegistrationRules registration) {

    public EditionRules {
        protocol = protocol == null ? ProtocolRules.NONE : protocol;
        // An edition that was stored before it had any takes offers, and pledges in the currency of the fund.
        partnership = partnership == null ? new Partnership(Set.of("CHF"), List.of()) : partnership;
        registration = registration == null ? RegistrationRules.CLOSED : registration;
    }

    /**
     * What partners can support, and in what money.
     *
     * @param currencies ISO 4217, in which pledges are taken
     * @param earmarks what a pledge can be for
     */
    public record Partnership(
            @NotEmpty
            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(description = "Currencies in which pledges are taken, ISO 4217.", examples = "[\"CHF\", \"EUR\"]")
            Set<@NotNull @Pattern(regexp = "[A-Z]{3}") String> currencies,

            @NotNull @Schema(description = "What a pledge can be for.")
            List<@NotNull @Valid Earmark> earmarks) {

        /** Whether a pledge can be for this. */
        public boolean hasEarmark(String code) {
            return earmarks.stream().anyMatch(earmark -> earmark.code().equals(code));
        }

        @JsonIgnore
        @AssertTrue(message = "Currencies are those of ISO 4217.")
        boolean isMoney() {
            return currencies == null
                    || currencies.stream().allMatch(code -> Currency.getAvailableCurrencies().stream()
                            .anyMatch(known -> known.getCurrencyCode().equals(code)));
        }
    }

    /** Something that a pledge can be for. */
    public record Earmark(
            @NotNull
            @Pattern(regexp = "[a-z0-9-]{1,40}")
            @Schema(description = "What forms and programs call it.", examples = "fellowships")
            String code,

            @NotNull @Valid @Schema(description = "What it is called.")
            Text name) {}

    /** Rules of invitations. */
    @Schema(name = "InvitationRules")
    public record Rules(
            @NotNull
            @Schema(examples = "2021-02-28T23:00:00Z", description = "Answers must arrive before this instant.")
            Instant respondBefore,

            @NotNull
            @Schema(examples = "2021-05-21T22:00:00Z", description = "Links of letters open until this instant.")
            Instant linkValidUntil,

            @NotEmpty
            @JsonDeserialize(as = LinkedHashSet.class)
            @Schema(description = "Ways in which an answer may come.")
            Set<@NotNull Channel> answerBy,

            @Valid @Schema(description = "How ministers are addressed, reminded and let in.")
            Inviting invitations) {

        public Rules {
            invitations = invitations == null ? Inviting.UNSAID : invitations;
        }

        /** How many days before the deadline the reminder goes out that is due by now: the last one of those whose day has come. */
        public Optional<Integer> reminderAt(Instant now) {
            return now.isBefore(respondBefore)
                    ? invitations.reminders().stream()
                            .filter(days -> !now.isBefore(respondBefore.minus(Duration.ofDays(days))))
                            .min(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /** A way in which an answer may come. */
    public enum Channel {
        /** Through the link of the letter. */
        @JsonProperty("web")
        WEB,
        /** By letter or e-mail to the secretariat. */
        @JsonProperty("correspondence")
        CORRESPONDENCE,
        /** By telephone to the secretariat. */
        @JsonProperty("phone")
        PHONE
    }

    /** Whom to ask. */
    @Schema(name = "EditionContact")
    public record Contact(
            @NotBlank @Schema(examples = "Ms Gitanjali Sah") String name,

            @NotNull @Email @Schema(examples = "wsis-info@itu.int")
            String email,

            @Schema(examples = "+41 22 730 6240") String phone) {}

    /** Days from the first to the last. */
    @Schema(name = "EditionPeriod")
    public record Period(
            @NotNull @Schema(examples = "2021-03-22") LocalDate startsOn,
            @NotNull @Schema(examples = "2021-03-26") LocalDate endsOn) {}

    @JsonIgnore
    @AssertTrue(message = "The edition ends on or after the day it starts.")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || !endsOn.isBefore(startsOn);
    }

    @JsonIgnore
    @AssertTrue(message = "Links stay open at least until the last answer may arrive.")
    boolean isLinkOpenForAnswers() {
        return rules == null
                || rules.respondBefore() == null
                || rules.linkValidUntil() == null
                || !rules.linkValidUntil().isBefore(rules.respondBefore());
    }
}
