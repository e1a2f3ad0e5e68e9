package org.wsisforum.agenda.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;

import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.problem.Problem.FieldError;
import org.wsisforum.kit.problem.RequestProblem;

/** Somebody was appointed to a function. It ends, and is never taken out: who held it when stays known. */
@Entity
class Appointment {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String edition;
    private String function;

    /** Which of those that the edition gives the function, counted from 1; null of some that ended long ago. */
    private Integer seat;

    private String honorific;
    private String name;
    private String title;
    private String country;
    private LocalDate appointedOn;
    private String instrument;
    private LocalDate endedOn;
    private String endingInstrument;
    private UUID replacedBy;

    protected Appointment() {}

    Appointment(String edition, int seat, AppointmentInput input) {
        this.edition = edition;
        this.seat = seat;
        this.function = input.function();
        write(input);
    }

    /** Refuses what is no correction of it. */
    void requireCorrectable(AppointmentInput input) {
        if (!function.equals(input.function())) {
            RequestProblem.requireNone(
                    List.of(FieldError.at("/function", "fixed", "Who holds another function is appointed to it.")));
        }
        if ((endedOn == null) != (input.endedOn() == null)) {
            RequestProblem.requireNone(List.of(FieldError.at(
                    "/endedOn", "fixed", "An appointment ends at /end, and its end is corrected, not taken back.")));
        }
        RequestProblem.requireNone(input.faultsOfEnd(endedOn));
    }

    /** Corrects what is recorded, and names the fields that are new. */
    List<String> correct(AppointmentInput input) {
        var fields = Change.differences(input(), input);
        write(input);
        endedOn = input.endedOn();
        endingInstrument = input.endingInstrument();
        return fields;
    }

    private void write(AppointmentInput input) {
        honorific = input.honorific();
        name = input.name();
        title = input.title();
        country = input.country();
        appointedOn = input.appointedOn();
        instrument = input.instrument();
    }

    /**
     * It ends.
     *
     * @param pointer where in the body the day stands
     */
    void end(LocalDate on, String instrument, String pointer) {
        if (endedOn != null) {
            throw AppointmentProblem.APPOINTMENT_ENDED.because(
                    "Its end is set to " + endedOn + ". An end is corrected, not set again.");
        }
        if (on.isBefore(appointedOn)) {
            RequestProblem.requireNone(List.of(FieldError.at(pointer, "order", "It began on " + appointedOn + ".")));
        }
        endedOn = on;
        endingInstrument = instrument;
    }

    /** By whom it was replaced. */
    void replacedBy(Appointment other) {
        replacedBy = other.id;
    }

    /** The appointment as it would be recorded anew. */
    AppointmentInput input() {
        return new AppointmentInput(
                function, honorific, name, title, country, appointedOn, instrument, endedOn, endingInstrument);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Integer seat() {
        return seat;
    }

    String edition() {
        return edition;
    }

    String function() {
        return function;
    }

    LocalDate appointedOn() {
        return appointedOn;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    String endingInstrument() {
        return endingInstrument;
    }

    UUID replacedBy() {
        return replacedBy;
    }
}
