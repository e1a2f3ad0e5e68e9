package org.wsisforum.agenda.appointment;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.agenda.edition.Edition;
import org.wsisforum.agenda.edition.HighLevelTrack;
import org.wsisforum.kit.conditional.Versioned;
import org.wsisforum.kit.reference.Country;
import org.wsisforum.kit.text.Text;

/** An appointment as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appointment", description = "Somebody was appointed to a function.")
public record AppointmentView(
        @Schema(description = "Stable id.", examples = "0190b0a2-5c7a-7000-8000-000000000031")
        UUID id,

        @JsonIgnore long version,

        @Schema(description = "One of the edition's functions.", examples = "chair")
        String function,

        @Schema(description = "The name of the function.") Text functionTitle,

        @Schema(description = "How the person is addressed.", examples = "H.E. Mr")
        String honorific,

        @Schema(description = "The name.", examples = "Maxim Parshin")
        String name,

        @Schema(
                description = "The office held.",
                examples = "Deputy Minister of Digital Development, Communications and Mass Media")
        String title,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "RU")
        String country,

        @Schema(description = "The name of the country.") Text countryName,

        @Schema(description = "The day from which it holds.", examples = "2021-03-22")
        LocalDate appointedOn,

        @Schema(description = "What it was made by.", examples = "CL-21/4")
        String instrument,

        @Schema(
                description = "The day on which it ends, or ended; it holds until that day. Absent without an end.",
                examples = "2021-04-30")
        LocalDate endedOn,

        @Schema(description = "What it is ended by.", examples = "DM-21/1012")
        String endingInstrument,

        @Schema(description = "The appointment that replaced it.", examples = "0190b0a2-5c7a-7000-8000-000000000032")
        UUID replacedBy)
        implements Versioned {

    static AppointmentView of(Appointment appointment, Edition year) {
        var said = appointment.input();
        return new AppointmentView(
                appointment.id(),
                appointment.version(),
                said.function(),
                year.rules()
                        .highLevelTrack()
                        .function(said.function())
                        .map(HighLevelTrack.Function::title)
                        .orElse(null),
                said.honorific(),
                said.name(),
                said.title(),
                said.country(),
                Country.of(said.country()).map(Country::name).orElse(null),
                said.appointedOn(),
                said.instrument(),
                appointment.endedOn(),
                appointment.endingInstrument(),
                appointment.replacedBy());
    }
}
