package org.wsisforum.agenda.appointment;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.wsisforum.kit.changes.Audience;
import org.wsisforum.kit.changes.Change;
import org.wsisforum.kit.changes.ChangeCatalogue;
import org.wsisforum.kit.changes.ChangeType;

/** What happens to appointments; all of it is public, and none of it names a person. */
enum AppointmentChange implements ChangeType {
    MADE("appointment.made", "Somebody was appointed."),
    CORRECTED("appointment.corrected", "What is recorded of an appointment was corrected."),
    ENDED("appointment.ended", "An appointment was revoked, or another replaced it.");

    private final String what;
    private final String meaning;

    AppointmentChange(String what, String meaning) {
        this.what = what;
        this.meaning = meaning;
    }

    Change to(Appointment appointment, String... fields) {
        return Change.of(this, appointment.edition(), "appointments/" + appointment.id(), fields);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String subject() {
        return "appointments/{id}";
    }

    @Override
    public Set<String> fields() {
        return AppointmentInput.FIELDS_OF_CHANGES;
    }

    @Override
    public Set<Audience> audiences() {
        return Set.of(Audience.PUBLIC);
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Singleton
    static class Catalogue implements ChangeCatalogue {
        @Override
        public List<? extends ChangeType> types() {
            return List.of(values());
        }
    }
}
