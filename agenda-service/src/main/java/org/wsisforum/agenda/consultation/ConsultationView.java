package org.wsisforum.agenda.consultation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Consultation;
import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.kit.text.Text;

/** The open consultation of an edition as it stands. */
@Schema(
        name = "OpenConsultation",
        description = "The open consultation of an edition: what is asked, and what is open.")
public record ConsultationView(
        @Schema(description = "The phases of the consultation, in the order of their beginning.")
        List<PhaseView> phases,

        @Schema(description = "The kinds of contribution.") List<FormView> forms,

        @Schema(description = "What a contribution can be about.")
        List<Consultation.Named> topics,

        @Schema(description = "Whether requests for thematic workshops are taken now.", examples = "true")
        boolean workshopsOpen,

        Consultation.Workshops workshops) {

    /** What phases of the consultation are called. */
    private static final String OF_CONSULTATION = "open-consultation";

    /** A phase of the consultation. */
    @Schema(name = "ConsultationPhase", description = "A phase of the consultation, and what is taken in it.")
    public record PhaseView(
            @Schema(description = "What programs call it.", examples = "open-consultation-submissions")
            String code,

            @Schema(description = "Its name.") Text title,

            @Schema(description = "Its beginning, in UTC.", examples = "2020-09-08T22:00:00Z")
            Instant startsAt,

            @Schema(
                    description = "Its end, in UTC: what comes at that moment comes too late.",
                    examples = "2021-03-08T23:00:00Z")
            Instant endsAt,

            @Schema(description = "Whether it is under way.", examples = "true")
            boolean open,

            @Schema(
                    description = "Codes of the forms that are taken in it, and `workshop-requests`.",
                    examples = "[\"views-on-themes\", \"workshop-requests\"]")
            List<String> accepts,

            @Schema(description = "Where the times are from.")
            String source) {}

    /** A kind of contribution. */
    @Schema(name = "ConsultationFormState", description = "A kind of contribution, and whether it is taken now.")
    public record FormView(Consultation.Form form, boolean open) {}

    static ConsultationView of(Edition edition, Instant now) {
        var consultation = edition.consultation();
        return new ConsultationView(
                edition.phases().stream()
                        .map(phase -> new PhaseView(
                                phase.code(),
                                phase.title(),
                                phase.startsAt(),
                                phase.endsAt(),
                                phase.isAt(now),
                                accepted(consultation, phase.code()),
                                phase.source()))
                        .filter(phase ->
                                !phase.accepts().isEmpty() || phase.code().startsWith(OF_CONSULTATION))
                        .toList(),
                consultation.forms().stream()
                        .map(form -> new FormView(form, isOpen(edition, form.phases(), now)))
                        .toList(),
                consultation.topics(),
                isOpen(edition, consultation.workshops().phases(), now),
                consultation.workshops());
    }

    private static List<String> accepted(Consultation consultation, String phase) {
        return Stream.concat(
                        consultation.forms().stream()
                                .filter(form -> form.phases().contains(phase))
                                .map(Consultation.Form::code),
                        consultation.workshops().phases().contains(phase)
                                ? Stream.of("workshop-requests")
                                : Stream.empty())
                .toList();
    }

    private static boolean isOpen(Edition edition, List<String> phases, Instant now) {
        return edition.phases(phases).stream().anyMatch(phase -> phase.isAt(now));
    }
}
