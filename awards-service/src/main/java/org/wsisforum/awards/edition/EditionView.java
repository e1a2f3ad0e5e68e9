package org.wsisforum.awards.edition;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.kit.text.Language;
import org.wsisforum.kit.text.Text;

/** An edition as everybody may see it. */
@Schema(name = "AwardsEdition", description = "One year of the WSIS Prizes, with its phases and rules.")
record EditionView(
        @Schema(description = "Its code in addresses.", examples = "2021")
        String code,

        @Schema(description = "Its name.") Text title,

        @Schema(description = "The time zone in which its days are counted.", examples = "Europe/Zurich")
        String zone,

        @Schema(description = "The languages it speaks.", examples = "[\"ar\", \"zh\", \"en\", \"fr\", \"ru\", \"es\"]")
        List<Language> languages,

        @Schema(description = "The phase the contest is in now; null before, between and after them.", nullable = true)
        PhaseCode currentPhase,

        @Schema(description = "Its phases, one after the other.")
        List<Phase> phases,

        @Schema(description = "Its rules.") Rules rules,

        @Schema(
                description = "The session of the agenda in which the winners are announced; null while not known.",
                examples = "/agenda/v1/editions/2021/sessions/cd8b6469-dab5-3e1d-89d3-d9b1ac43d4a7",
                nullable = true)
        String ceremony) {

    static EditionView of(Edition edition, Instant now) {
        return new EditionView(
                edition.code(),
                edition.title(),
                edition.zone(),
                edition.languages(),
                edition.phaseAt(now).orElse(null),
                edition.phases(),
                edition.rules(),
                edition.ceremony().orElse(null));
    }
}
