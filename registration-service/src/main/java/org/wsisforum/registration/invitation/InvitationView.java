package org.wsisforum.registration.invitation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;
import org.wsisforum.registration.edition.EditionRules;

/** An invitation and how far it has come. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invitation", description = "An invitation and how far it has come.")
public record InvitationView(
        @Schema(description = "The invitation's id.") UUID id,
        @JsonIgnore long version,

        @Schema(description = "The letter that it came with.")
        UUID letter,

        @Schema(examples = "RW", description = "The country, ISO 3166-1 alpha-2.")
        String country,

        @Schema(description = "The country's name.") Text countryName,
        @Schema(description = "Who is invited.") Person addressee,

        @Schema(
                enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                description = "The language that the office reads.")
        Language language,

        @Schema(
                enumeration = {
                    "drafted",
                    "cleared",
                    "sent",
                    "opened",
                    "accepted",
                    "declined",
                    "represented",
                    "tentative",
                    "withdrawn",
                    "expired"
                },
                description = "How far it has come.")
        Invitation.State state,

        @Schema(
                description = "Where mail for it goes; shown to the secretariat alone.",
                examples = "minister@gov.example",
                extensions = @Extension(name = "x-data-class", value = "contact"))
        String email,

        @Schema(description = "When it was issued; absent before.")
        Instant issuedAt,

        @Schema(description = "When the office first opened its letter.")
        Instant openedAt,

        @Schema(description = "Until when its links open it; absent where it has none.")
        Instant linkValidUntil,

        @Schema(description = "The answer that holds.") ResponseView response)
        implements Versioned {

    /**
     * The invitation as it stands at this time.
     *
     * @param withAddress whether the reader may know where mail for it goes
     */
    static InvitationView of(Invitation i, EditionRules edition, Instant now, boolean withAddress) {
        return new InvitationView(
                i.id(),
                i.version(),
                i.letterId(),
                i.country(),
                Country.of(i.country()).map(Country::name).orElse(null),
                i.addressee(),
                i.language(),
                i.state(edition, now),
                withAddress ? i.email() : null,
                i.issuedAt(),
                i.openedAt(),
                i.linkValidUntil(),
                i.response().map(r -> ResponseView.of(i, r)).orElse(null));
    }
}
